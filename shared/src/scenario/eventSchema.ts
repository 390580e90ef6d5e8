/** Scripted, seeded and triggered events of a scenario: when they happen, what they do, and what seats may do about them (EV, BU). */
import * as z from 'zod';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);
const int = z.int();
const bySeat = z.record(id, int);
const pair = z.tuple([id, id]);

/** EV-1: a condition on the state at dawn and on the acts of the round before. */
export type Trigger =
  | { is: 'all'; of: Trigger[] } | { is: 'any'; of: Trigger[] } | { is: 'not'; of: Trigger }
  | { is: 'indicator'; key: string; atLeast?: number; atMost?: number }
  | { is: 'pair'; pair: [string, string]; below: number }
  | { is: 'support'; seat: string; below: number }
  | { is: 'redLine'; seat: string; atLeast: number }
  /**
   * The action was seen in one of the last `within` rounds (1 = the round before, 0 = this one, at its fold), at that tension before it,
   * by one of these seats, since that event, by so many states in one round.
   */
  | { is: 'acted'; action: string; within: number; minTension?: number; by?: string[]; since?: string; states?: number }
  /** In a plenary text of the match, whatever became of it, or given by anybody. */
  | { is: 'tabled'; clause: string }
  | { is: 'inForce'; clause: string } | { is: 'performed'; clause: string } | { is: 'adopted'; clause: string }
  /** Due and not performed for so many rounds. */
  | { is: 'overdue'; clause: string; rounds: number }
  /** Performed at least so many rounds ago. */
  | { is: 'performedFor'; clause: string; rounds: number }
  /** An oral line of a clause at most this observable is one round old. */
  | { is: 'oral'; obs: number }
  /** An adopted plenary text with so many lines in the last rounds (EV-11). */
  | { is: 'packageWithin'; rounds: number; lines: number }
  | { is: 'suspended' }
  /** Effective pressure of the last folds. */
  | { is: 'pressure'; below?: number; atLeast?: number; rounds: number }
  /** A seat lost so many points in the last rounds. */
  | { is: 'lostPoints'; seat: string; points: number; rounds: number }
  | { is: 'gaveClauses'; seat: string; count: number }
  | { is: 'roundAtLeast'; round: number }
  | { is: 'after'; event: string; rounds: number }
  | { is: 'power'; seat: string; gained: number }
  | { is: 'leakCounter'; atLeast: number }
  /** A breach nobody has seen is running, and it could be looked into. */
  | { is: 'covertBreach'; v: number; institutions: number }
  /** E35: in the round before, the chair of a working group met so often. */
  | { is: 'groupMet'; groups: { chair: string; category: string }[]; meetings: number }
  | { is: 'force'; acquiesced: number };
export const Trigger: z.ZodType<Trigger> = z.lazy(() => z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('all'), of: z.array(Trigger) }),
  z.strictObject({ is: z.literal('any'), of: z.array(Trigger) }),
  z.strictObject({ is: z.literal('not'), of: Trigger }),
  z.strictObject({ is: z.literal('indicator'), key: z.string(), atLeast: int.optional(), atMost: int.optional() }),
  z.strictObject({ is: z.literal('pair'), pair, below: int }),
  z.strictObject({ is: z.literal('support'), seat: id, below: int }),
  z.strictObject({ is: z.literal('redLine'), seat: id, atLeast: int }),
  z.strictObject({ is: z.literal('acted'), action: id, within: int, minTension: int.optional(), by: z.array(id).optional(), since: id.optional(), states: int.optional() }),
  z.strictObject({ is: z.literal('tabled'), clause: id }),
  z.strictObject({ is: z.literal('inForce'), clause: id }),
  z.strictObject({ is: z.literal('performed'), clause: id }),
  z.strictObject({ is: z.literal('adopted'), clause: id }),
  z.strictObject({ is: z.literal('overdue'), clause: id, rounds: int }),
  z.strictObject({ is: z.literal('performedFor'), clause: id, rounds: int }),
  z.strictObject({ is: z.literal('oral'), obs: int }),
  z.strictObject({ is: z.literal('packageWithin'), rounds: int, lines: int }),
  z.strictObject({ is: z.literal('suspended') }),
  z.strictObject({ is: z.literal('pressure'), below: int.optional(), atLeast: int.optional(), rounds: int }),
  z.strictObject({ is: z.literal('lostPoints'), seat: id, points: int, rounds: int }),
  z.strictObject({ is: z.literal('gaveClauses'), seat: id, count: int }),
  z.strictObject({ is: z.literal('roundAtLeast'), round: int }),
  z.strictObject({ is: z.literal('after'), event: id, rounds: int }),
  z.strictObject({ is: z.literal('power'), seat: id, gained: int }),
  z.strictObject({ is: z.literal('leakCounter'), atLeast: int }),
  z.strictObject({ is: z.literal('covertBreach'), v: int, institutions: int }),
  z.strictObject({ is: z.literal('groupMet'), groups: z.array(z.strictObject({ chair: id, category: id })), meetings: int }),
  z.strictObject({ is: z.literal('force'), acquiesced: int }),
])) as z.ZodType<Trigger>;

/**
 * How long an effect holds: so many rounds from the one it fires in, or while the event is in force when absent (`until` of the event).
 * `when` and `unless` are asked when a move happens, and at each use of an effect that stands.
 */
const span = { rounds: int.min(1).optional(), when: Trigger.optional(), unless: Trigger.optional() };
/** A move may come again at each dawn while it stands, or wait for the fold of its round. */
const move = { ...span, each: z.boolean().optional(), atFold: z.boolean().optional() };
const of = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) => z.strictObject({ do: z.literal(kind), ...span, ...shape });

/** What an event does. Moves happen once; the others stand for some rounds and are asked for by the rules they bend. */
export const EventEffect = z.discriminatedUnion('do', [
  of('indicator', { ...move, key: z.enum(['TEN', 'BLOC', 'CM', 'VAL']), value: int }),
  of('trust', { a: id, b: id, value: int }),
  /** E26: trust of the pair of powers drawn for the event. */
  of('drawnPair', { value: int }),
  of('support', { ...move, seat: id, value: int }),
  /** Support is set, at once or `after` so many rounds; to another value if a clause was performed. */
  of('setSupport', { seat: id, value: int, after: int.min(1).optional(), ifPerformed: z.strictObject({ clause: id, value: int }).optional() }),
  of('points', { seat: id, value: int }),
  of('ap', { seat: id, value: int }),
  of('power', { shift: bySeat }),
  of('reverse', { clause: id, giver: id }),
  of('freeReversal', { clause: id, giver: id }),
  of('leakCounter', { value: int, set: z.boolean().optional() }),
  of('redrawMandate', { seat: id }),
  /** E35: one clause of the group's category, drawn, costs this much more. */
  of('breakthrough', { groups: z.array(z.strictObject({ chair: id, category: id })), meetings: int, value: int }),
  of('divergence', { value: int }),
  /** The actions cost this many AP for the seat; using one moves support further, using none of them may cost some. */
  of('actionCost', { seat: id, actions: z.array(id), ap: int.optional(), support: int.optional(), unused: int.optional() }),
  /** What the action does in public counts so many times. */
  of('actionTimes', { seat: id, action: id, times: int }),
  of('clauseCost', { clauses: z.array(id), seat: id.optional(), value: int, set: z.boolean().optional() }),
  /** Worth of clauses to a seat, in percent, when they are booked. */
  of('clauseWorth', { clauses: z.array(id), seat: id, percent: int }),
  of('redLine', { seat: id, most: int.optional(), set: int.optional() }),
  of('pressure', { value: int }),
  of('verification', { value: int, set: z.boolean().optional() }),
  /** Rounds by which covert acts are found later. */
  of('detection', { value: int }),
  /** CO-3: the giver cannot perform and is not blamed: its first due promise, those of these categories, or all; without a giver everybody's. */
  of('excuse', { giver: id.optional(), first: z.boolean().optional(), categories: z.array(id).optional() }),
  /** The counterparts of a clause may put off one tranche without blame. */
  of('holdCounterparts', { clause: id }),
  of('requires', { clause: id, first: id }),
  /** EV-10: the giver promises none of these clauses. */
  of('bars', { giver: id, clauses: z.array(id) }),
  of('noBilaterals', { seat: id, keptBy: id.optional() }),
  /** One meeting across hardened blocs is free for the seat. */
  of('freeMeeting', { seat: id }),
  of('noCosigning', { seats: z.array(id) }),
  of('crisis', { provoker: id, victims: z.array(id), rank: int }),
  /** A walk-out costs no trust below that support. */
  of('freeWalkOut', { seat: id, supportBelow: int }),
  /** A covert breach comes out at the fold; its giver may confess first. */
  of('findCovert', {}),
  /** A hidden act of the seat is done in the open, without being exposed. */
  of('openly', { seat: id, action: id }),
  /** A joint act of all powers in this round moves VAL by `value`, none by `otherwise`. */
  of('jointAct', { value: int, otherwise: int }),
  /** The result of bids on another event is at most this. */
  of('bidMost', { event: id, most: int }),
]);
export type EventEffect = z.infer<typeof EventEffect>;

/** What seats may do about an event (EV-2), in the secret phase unless it is a bid or a vote of the declaration. */
export const EventChoice = z.discriminatedUnion('by', [
  /** So many of these seats (or of the drawn pair) pay AP each: then this happens, and `ends` what stands of the event. All powers together are a joint act. */
  z.strictObject({ by: z.literal('remedy'), seats: z.array(id), pair: z.boolean().optional(), least: int, must: z.array(id).optional(), ap: int, ends: z.boolean().optional(), instead: z.array(EventEffect) }),
  /** One seat takes one of several answers. */
  z.strictObject({ by: z.literal('option'), seat: id, options: z.array(z.strictObject({ id, effects: z.array(EventEffect) })).min(2), usual: id }),
  /** Sealed votes of the declaration; a split does what `split` says, until enough seats heal it in the secret phase. */
  z.strictObject({ by: z.literal('vote'), seats: z.array(id), options: z.array(id).min(2), usual: id, split: z.array(EventEffect), healedBy: z.strictObject({ seats: z.array(id), must: z.array(id), ap: int }).optional() }),
  /** Sealed bids 0..highest; the second lowest counts; silence bids the own red line. A clause in force may fix the result by the act it answers. */
  z.strictObject({ by: z.literal('bid'), seats: z.array(id), highest: int, results: z.array(z.strictObject({ atLeast: int, atMost: int, effects: z.array(EventEffect) })), fixedBy: z.strictObject({ clause: id, byAction: z.record(id, int) }).optional() }),
]);
export type EventChoice = z.infer<typeof EventChoice>;

const when = {
  /** SCHED: the rounds it always fires in. */
  rounds: z.array(int).optional(),
  /** SEED: a round drawn at setup from `from` to `to` (or the last), or every so many rounds; from then on the trigger, if any, must hold too. */
  seed: z.strictObject({ from: int, to: int.optional(), every: int.optional() }).optional(),
  trigger: Trigger.optional(),
  /** Fires by this as well, whatever the seed says. */
  or: Trigger.optional(),
  /** Fires when a rule says so, not at dawn: a launch called a satellite, an oral promise denied, a hidden act exposed, a card drawn, drafts refused. */
  on: z.enum(['satellite', 'denial', 'exposure', 'coreCard', 'draftsRefused']).optional(),
  /** EV-1: fires again once nothing of it stands any more; once a match otherwise. */
  again: z.boolean().optional(),
  /** LV: the level from which it plays, for an event without a number of the rule book. */
  level: z.enum(['core', 'standard', 'full']).optional(),
};

/** Scripted or triggered events; `threat` with `bud` grows first (BU). */
export const EventSpec = z.discriminatedUnion('kind', [
  z.strictObject({
    id, kind: z.literal('happening'), ...when,
    effects: z.array(EventEffect).default([]), choices: z.array(EventChoice).optional(),
    /** In force until this holds, where the effects have no length of their own. */
    until: Trigger.optional(),
    /** M19: n rounds to bloom, and the seats whose own intelligence sees it. */
    bud: z.strictObject({ rounds: int.min(1).max(3), owners: z.array(id), remedy: z.array(Trigger).optional(), ap: z.strictObject({ total: int, least: int, must: z.array(id) }).optional() }).optional(),

  }),
  /** E10: unstarted and oral promises of `seat` lapse unless one is locked for AP; its pairs lose trust. */
  z.strictObject({ id, kind: z.literal('administrationChange'), round: int, seat: id, trust: int, lockAp: int }),
  /** E11: the cabinet of `seat` flips; clause costs and pairs move. */
  z.strictObject({ id, kind: z.literal('cabinetChange'), round: int, seat: id, cabinet: id, clauseCost: z.record(id, int), trust: z.array(z.strictObject({ with: id, delta: int })) }),
  /** E16: `actor` may play `action` free of AP the round after `after` was played at high tension without a hotline. */
  z.strictObject({ id, kind: z.literal('exerciseShelling'), after: id, minTension: int, actor: id, action: id, remedySeats: z.array(id), remedyDs: int }),
  /** E36: window after a crisis resolved with consensus. */
  z.strictObject({ id, kind: z.literal('window'), rounds: int, category: id, cm: int }),
  /** SE-5: relative power moves at dawn. */
  z.strictObject({ id, kind: z.literal('powerShift'), rounds: z.array(int), shift: bySeat }),
]);
export type EventSpec = z.infer<typeof EventSpec>;
