/** A coached lesson as data: the match it opens, the steps the coach shows, and what the other seats do at the moments that matter (docs/tutorial.md). */
import * as z from 'zod';
import { LEVELS, LineDraft, REASONS } from '../protocol/messages.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);
const round = z.int().min(1);
const phase = z.enum(['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'hotline', 'reveal']);
const mode = z.enum(['WRITTEN', 'ORAL']);
const due = z.enum(['perform', 'delay', 'withhold', 'feign']);

/** A text on the table: every line named here is in it; `only` = and no other. `tied` = the line waits for another one. */
export const TextTest = z.strictObject({
  by: z.union([id, z.literal('player')]).optional(), round: round.optional(),
  has: z.array(z.strictObject({ clause: id, mode: mode.optional(), tied: z.boolean().optional() })), only: z.boolean().optional(),
});
export type TextTest = z.infer<typeof TextTest>;

/** What a step waits for, read off the player's own view; `shown` asks the screen for an element with that `data-coach` name. */
export type Condition =
  | { is: 'all'; of: Condition[] } | { is: 'any'; of: Condition[] } | { is: 'not'; of: Condition }
  | { is: 'text'; text: TextTest; status?: ('live' | 'adopted' | 'refused' | 'objected' | 'withdrawn' | 'expired')[]; signed?: string }
  | { is: 'commitment'; clause: string; giver: string; state: string[] }
  | { is: 'tranche'; clause: string; giver: string; state: string[]; round?: number }
  | { is: 'declared' } | { is: 'sealed'; clause?: string; due?: 'perform' | 'delay' | 'withhold' | 'feign' }
  | { is: 'meets'; with: string }
  | { is: 'shown'; target: string }
  | { is: 'ended' };
export const Condition: z.ZodType<Condition> = z.lazy(() => z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('all'), of: z.array(Condition) }),
  z.strictObject({ is: z.literal('any'), of: z.array(Condition) }),
  z.strictObject({ is: z.literal('not'), of: Condition }),
  z.strictObject({ is: z.literal('text'), text: TextTest, status: z.array(z.enum(['live', 'adopted', 'refused', 'objected', 'withdrawn', 'expired'])).optional(), signed: z.union([id, z.literal('player'), z.literal('all')]).optional() }),
  z.strictObject({ is: z.literal('commitment'), clause: id, giver: id, state: z.array(z.string()) }),
  z.strictObject({ is: z.literal('tranche'), clause: id, giver: id, state: z.array(z.string()), round: round.optional() }),
  z.strictObject({ is: z.literal('declared') }),
  z.strictObject({ is: z.literal('sealed'), clause: id.optional(), due: due.optional() }),
  z.strictObject({ is: z.literal('meets'), with: id }),
  z.strictObject({ is: z.literal('shown'), target: z.string() }),
  z.strictObject({ is: z.literal('ended') }),
])) as z.ZodType<Condition>;

export const Step = z.strictObject({
  /** Its words are `tutorial:step.<id>.text` (what goes on) and `tutorial:step.<id>.do` (what to do now). */
  id,
  /** The moment it belongs to: before it the coach says "go on", after it the step is passed over. */
  round, phase,
  /** Shown only if this holds when its turn comes. */
  when: Condition.optional(),
  /** Waits until this holds; without it the reader goes on by "Next". */
  done: Condition.optional(),
  /** Names of `data-coach` elements, the first one in sight is marked: the control first, then the ways to it. */
  target: z.array(z.string()),
});
export type Step = z.infer<typeof Step>;

const Line = LineDraft.partial({ givers: true, receivers: true, mode: true });
/** What one of the other seats does when its rule fits; everything goes through the ordinary commands. */
export const Rule = z.strictObject({
  seats: z.array(id).optional(), round: round.optional(), phase: phase.optional(),
  /** Answers to a text that waits for the seat. */
  text: TextTest.optional(),
  act: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('sign') }),
    z.strictObject({ do: z.literal('refuse'), reasons: z.array(z.enum(REASONS)).min(1) }),
    z.strictObject({ do: z.literal('propose'), lines: z.array(Line).min(1), chairDraft: z.boolean().optional() }),
    z.strictObject({ do: z.literal('invite'), to: id }),
    z.strictObject({ do: z.literal('declare'), level: z.int().min(0).max(4) }),
    /** Due promises by clause (what is not named is performed), and spoken ones denied. */
    z.strictObject({ do: z.literal('choose'), dues: z.record(id, due).default({}), deny: z.array(id).default([]) }),
  ]),
});
export type Rule = z.infer<typeof Rule>;

export const Tutorial = z.strictObject({
  id, scenario: id, seat: id, level: z.enum(LEVELS),
  /** The match's seed and the bots' pace: the lesson runs the same every time, slowly enough to be read. */
  seed: z.int().min(1), botPace: z.int().min(0).max(20_000), minutes: z.int().min(1),
  bots: z.array(Rule), steps: z.array(Step).min(1),
  /** Rule-book entries the wrap-up points to. */
  codex: z.array(id),
});
export type Tutorial = z.infer<typeof Tutorial>;
