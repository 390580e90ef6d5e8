/** Real positions as data: what each party sought, gave, refused and did, by round (docs/bots.md). Code names no seat, clause or act; this file's data does. */
import * as z from 'zod';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);
const percent = z.int().min(0).max(100);
const seats = z.array(id).min(1);
const round = z.int().min(1);

/** What a seat can read off its own view. */
export type Circumstance =
  | { is: 'all' | 'any'; of: Circumstance[] } | { is: 'not'; of: Circumstance }
  | { is: 'gauge'; key: Gauge; atLeast?: number | undefined; below?: number | undefined }
  | { is: 'trust'; with: string; atLeast?: number | undefined; below?: number | undefined }
  | { is: 'acted'; action: string; by?: string | undefined; within: number }
  | { is: 'promised' | 'performed' | 'owing' | 'broken'; clause: string; by?: string | undefined }
  | { is: 'event'; event: string } | { is: 'talks'; open: boolean } | { is: 'cabinet'; cabinet: string }
  | { is: 'provoked'; within: number } | { is: 'provoker'; seat: string } | { is: 'picked'; seat: string; side: 'back' | 'restrain' };
const GAUGES = ['TEN', 'BLOC', 'CON', 'VAL', 'D', 'INST', 'V', 'W', 'pressure', 'tests', 'launches', 'rung', 'support', 'round', 'received'] as const;
/** `pressure` as declared; `rung` the lowest the viewer can be sure of; `support` the own; `received` own worth of what others performed so far. */
export type Gauge = (typeof GAUGES)[number];
const range = { atLeast: z.int().optional(), below: z.int().optional() };
export const Circumstance: z.ZodType<Circumstance> = z.lazy(() => z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['all', 'any']), of: z.array(Circumstance).min(1) }),
  z.strictObject({ is: z.literal('not'), of: Circumstance }),
  z.strictObject({ is: z.literal('gauge'), key: z.enum(GAUGES), ...range }),
  z.strictObject({ is: z.literal('trust'), with: id, ...range }),
  z.strictObject({ is: z.literal('acted'), action: id, by: id.optional(), within: round }),
  z.strictObject({ is: z.enum(['promised', 'performed', 'owing', 'broken']), clause: id, by: id.optional() }),
  z.strictObject({ is: z.literal('event'), event: id }),
  z.strictObject({ is: z.literal('talks'), open: z.boolean() }),
  z.strictObject({ is: z.literal('cabinet'), cabinet: id }),
  z.strictObject({ is: z.literal('provoked'), within: round }),
  z.strictObject({ is: z.literal('provoker'), seat: id }),
  z.strictObject({ is: z.literal('picked'), seat: id, side: z.enum(['back', 'restrain']) }),
])) as z.ZodType<Circumstance>;

/** Every rule: the rounds it belongs to, what must hold, how often it is then followed (100 where nothing is said), and where it comes from. */
const rule = { rounds: z.tuple([round, round]).optional(), when: Circumstance.optional(), chance: percent.optional(), note: z.string().optional() };
const clauses = z.array(id).min(1);

const Line = z.strictObject({
  clause: id,
  /** Where the clause leaves a choice. */
  givers: seats.optional(), receivers: seats.optional(),
  oral: z.literal(true).optional(), vague: z.literal(true).optional(), rider: z.literal(true).optional(), snapBack: z.literal(true).optional(),
  /** Falls due when the line of this clause is performed. */
  after: id.optional(),
});
/** A text that was on the table, or near enough. */
const Text = z.strictObject({ id, note: z.string(), lines: z.array(Line).min(1), /** Fewer lines than this are not worth a text. */ least: z.int().min(1).optional() });

const SeatPositions = z.strictObject({
  /** First rule that fits. */
  redLine: z.array(z.strictObject({ ...rule, level: z.int().min(0).max(4) })),
  /** First rule that fits: least own net worth of a text, and how much more where its main giver is trusted below 30. */
  accepts: z.array(z.strictObject({ ...rule, least: z.int(), wary: z.int().min(0) })).min(1),
  /** Own worth that the catalogue's figures do not hold: face, law, home. */
  weighs: z.array(z.strictObject({ ...rule, clauses, worth: z.int() })),
  /** It signs no text with one of `gives` unless one of `first` is in the text, promised or done; with an empty `first`, never. `reason` is what it says. */
  conditions: z.array(z.strictObject({ ...rule, gives: clauses, first: z.array(id), reason: z.string().optional() })),
  /** What it puts on the table: as the chair's draft, freely in the plenary, or in a meeting. The first that fits and the menu allows. */
  tables: z.array(z.strictObject({ ...rule, text: id, as: z.enum(['draft', 'plenary', 'meeting']), with: id.optional() })),
  meets: z.array(z.strictObject({ ...rule, with: id })),
  /** Invitations it declines. */
  shuns: z.array(z.strictObject({ ...rule, with: id })),
  acts: z.array(z.strictObject({ ...rule, action: id, target: id.optional(), partner: id.optional(), clause: id.optional() })),
  /** Joint acts it agrees to when asked. */
  joins: z.array(z.strictObject({ ...rule, action: id })),
  /** Dues not simply performed; the first rule that fits each. */
  dues: z.array(z.strictObject({ ...rule, clauses, choice: z.enum(['perform', 'delay', 'withhold', 'feign']) })),
  takesBack: z.array(z.strictObject({ ...rule, clauses })),
  denies: z.array(z.strictObject({ ...rule, clauses })),
  /** Side-taking: the first rule that fits says how often it backs, in percent. */
  backs: z.array(z.strictObject({ ...rule, percent })),
  /** First steps back to a suspended table (SU-3), in order of liking. */
  returns: z.array(z.strictObject({ ...rule, clause: id })),
  bids: z.array(z.strictObject({ ...rule, event: id, bid: z.string() })),
  remedies: z.array(z.strictObject({ ...rule, event: id, option: z.string().optional() })),
  /** Texts of others it stops although nobody asked it. */
  stops: z.array(z.strictObject({ ...rule, clauses })),
}).partial().required({ redLine: true, accepts: true });
export type SeatPositions = z.infer<typeof SeatPositions>;

export const Positions = z.strictObject({ scenario: id, about: z.string(), texts: z.array(Text), seats: z.record(id, SeatPositions) });
export type Positions = z.infer<typeof Positions>;
export type PositionText = z.infer<typeof Text>;
export type PositionLine = z.infer<typeof Line>;
export interface Rule { readonly rounds?: readonly [number, number] | undefined; readonly when?: Circumstance | undefined; readonly chance?: number | undefined }
