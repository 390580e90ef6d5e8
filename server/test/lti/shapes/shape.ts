/** What the shape of a platform is made of: how it opens a launch, what it claims, how its services answer. Shapes are written in our own words after public descriptions and sources. */
import type { JWK } from 'jose';
import type { Platform } from '../../../src/lti/LtiStore.ts';

export const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
export const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
export const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
export const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
export const SCOPE = {
  item: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem', itemRead: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly', result: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score', members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;
/** Roles: `V/membership#Learner`. */
export const V = 'http://purl.imsglobal.org/vocab/lis/v2';

/** `deep`: choosing content; `link`: following a link, which carries the class where it was chosen. */
export type Launching = { readonly kind: 'deep' } | { readonly kind: 'link'; readonly class: string | null };
export type Who = 'instructor' | 'learner';

export interface Shape {
  readonly name: string;
  /** Public pages and sources the shape follows. */
  readonly after: string;
  readonly client: string;
  readonly deployment: string;
  /** `at` is where this test's server stands: the origin of the platform's own pages and services. */
  readonly issuer: (at: string) => string;
  /** What is registered otherwise than by issuer and plain addresses. */
  readonly registered?: (at: string) => Partial<Pick<Platform, 'authUrl' | 'tokenAudience' | 'frames'>>;
  readonly login: (at: string, who: Who, tool: string) => { readonly method: 'GET' | 'POST'; readonly fields: Readonly<Record<string, string>> };
  /** Everything but `iss`, `nonce`, `iat` and `exp`. */
  readonly claims: (at: string, who: Who, launching: Launching, tool: string) => Readonly<Record<string, unknown>>;
  /** Changes to the key as it is published. */
  readonly key?: (jwk: JWK) => JWK;
  /** Scopes its tokens may have; asked for another, it refuses the whole token. */
  readonly scopes: readonly string[];
  readonly token?: Readonly<Record<string, unknown>>;
  /** Answers to memberships and list of columns, by path and query; `link` is the header. */
  readonly pages: (at: string) => Readonly<Record<string, { readonly body: unknown; readonly link?: string }>>;
  /** Address of the column that is made where the launch names none. */
  readonly made?: (at: string) => string;
  readonly expected: {
    readonly course: string; /** Name of the learner, null for an invented one. */ readonly learner: string | null;
    /** Names that come with the roster, besides the learner's (a null stands for one without a name). */ readonly roster: readonly (string | null)[];
    /** Where points go. */ readonly scores: string; /** User the learner is. */ readonly user: string;
  };
}
