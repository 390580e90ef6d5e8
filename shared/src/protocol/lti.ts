/** What the pages that a learning platform opens ask of the server (LTI 1.3), and the codes of what can go wrong on the way. */
import * as z from 'zod';
import { CreateClass } from './seminar.ts';

const id = z.string().max(64).regex(/^[A-Za-z0-9+:_-]+$/);

/** POST /api/lti/enter: the one-time ticket of a launch, out of the address's fragment; `known` are places this browser has, so that whoever launches again keeps the tab that is open. */
export const EnterLti = z.strictObject({ ticket: id, known: z.array(id).max(40).default([]) });
/** POST /api/lti/class, with the launch's secret: the class of this course, by its code (and the desk's key where it is new here), or made now. */
export const ChooseClass = z.strictObject({
  class: id.optional(), desk: id.optional(),
  create: z.strictObject({ title: CreateClass.shape.title, scenario: CreateClass.shape.scenario, plan: CreateClass.shape.plan, tables: CreateClass.shape.tables }).optional(),
});
/** POST /api/classes/:code/lti/grades, with the desk's key: points of 100 for people of the class. */
export const ReturnGrades = z.strictObject({ grades: z.array(z.strictObject({ person: id, points: z.number().min(0).max(100), comment: z.string().max(200).optional() })).min(1).max(40) });

export type LtiCode =
  | 'lti-unknown-platform' | 'lti-wrong-deployment' | 'lti-expired' | 'lti-replayed' | 'lti-bad-signature' | 'lti-foreign' | 'lti-bad-message' | 'lti-no-cookie' | 'lti-refused'
  | 'lti-unreachable' | 'lti-no-role' | 'lti-no-class' | 'lti-other-course' | 'lti-return-address' | 'lti-not-linked' | 'lti-no-roster' | 'lti-no-grades' | 'lti-not-theirs' | 'lti-invitation';

/** Where a launch leads: to a desk, to a place in a class, or to the choice of a class (also for a deep link). */
export type LtiEntry =
  | { readonly kind: 'desk'; readonly code: string; readonly token: string }
  | { readonly kind: 'place'; readonly code: string; readonly token: string }
  | { readonly kind: 'choose'; readonly secret: string; readonly course: string; readonly platform: string; readonly deepLink: boolean; readonly classes: readonly { readonly code: string; readonly title: string; readonly people: number }[] };
/** Answer of a choice: the desk, and for a deep link the form that goes back to the platform. */
export interface LtiChosen { readonly code: string; readonly token: string; readonly back: { readonly url: string; readonly jwt: string } | null }
/** GET /api/classes/:code/lti. */
export interface LtiCourse { readonly platform: string; readonly course: string; readonly roster: boolean; readonly grades: boolean; /** People of the class whom the platform knows. */ readonly people: readonly string[] }
/** POST /api/classes/:code/lti/roster: names added, known before, and of the class but no longer in the course. */
export interface LtiRoster { readonly added: number; readonly known: number; readonly left: readonly string[]; readonly full: boolean }
export interface LtiGrades { readonly results: readonly { readonly person: string; readonly code: LtiCode | null }[] }
