/** The scenario file: seats, clauses, actions, weights and script as data. The engine knows no country and no clause by name. */
import * as z from 'zod';
import { EventSpec } from './eventSchema.ts';
export type { EventChoice, EventEffect, Trigger } from './eventSchema.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);
const int = z.int();
const bySeat = z.record(id, int);

export const SeatSpec = z.strictObject({
  id,
  kind: z.enum(['power', 'regional']),
  /** Which side of the table's dividing line the seat starts on; blocs only matter by equality. */
  bloc: id,
  ds: int.min(0).max(100),
  /** Relative power share; powers only, all shares sum to 100. */
  pow: int.min(0).max(100).nullable(),
  /** k of SC-2: how much a net clause value of 10 is worth to the seat. */
  k: int.min(1).max(20),
  par: int,
  /** Round-0 declared level, null for a seat that declares none (RL-4). */
  redLine: int.min(0).max(4).nullable(),
  /** Weight in the pressure formula RL-3; 0 for a seat that applies none. */
  weight: int.min(0).max(100),
  /** May hold a lower enforcement than declared (RL-2). */
  canLeak: z.boolean(),
  /** Smallest package net a bot of this seat signs. */
  minNet: int,
  /** RL-6: what declaring and enforcing costs at home. */
  redLineCost: z.strictObject({
    hawkishFrom: int.nullable(), hawkishDs: int, dovishTo: int.nullable(), dovishDs: int,
    /** N lost per `per` levels of enforcement above `above`, only under one of `cabinets` when given. */
    perLevel: z.strictObject({ n: int, per: int.min(1), above: int, cabinets: z.array(id).optional() }).nullable(),
  }),
  /** Cabinet at the start and scripted changes live in events; null where the scenario has none. */
  cabinet: id.nullable(),
  mandates: z.array(id),
});

/** Who may stand on one side of a clause: each/joint all listed, one of them, all six, or all others than the giver. */
export const PartySpec = z.strictObject({ mode: z.enum(['each', 'joint', 'oneOf', 'all', 'others', 'eachOther']), seats: z.array(id) });

export const ClauseEffect = z.strictObject({
  /** Stops the proliferation clock while in force. */
  stopsClock: z.boolean().optional(),
  /** Change of PRO when the last tranche is performed. */
  pro: int.optional(),
  /** Adds to verification while in force. */
  v: int.optional(),
  /** Adds to VAL once a match when every power signed the proposal (PR-7). */
  val: int.optional(),
  /** Counts for INST while in force. */
  institution: z.boolean().optional(),
  /** Opens the hotline step at the brink. */
  hotline: z.boolean().optional(),
  /** BU-3: everybody sees threats in the bud while it is in force; M16: it keeps material out of other hands. */
  earlyWarning: z.boolean().optional(), noTransfer: z.boolean().optional(),
  /** Fixes the powers' red line in the round after an action: action id -> level (CO-13). */
  fixesRedLine: z.record(id, int).optional(),
  /** Bars its givers from leaking for so many rounds after a provocation or a found breach by the proliferator (CO-13). */
  barsLeaks: int.min(1).optional(),
});

export const ClauseSpec = z.strictObject({
  id, category: id, giver: PartySpec, receiver: PartySpec,
  rev: z.enum(['R', 'S', 'I']), obs: int.min(0).max(3),
  when: z.enum(['F', 'P', 'C']), tranches: int.min(1).max(8),
  pairs: z.array(id), cost: int.min(0).max(10), values: bySeat,
  effect: ClauseEffect,
  /** Legal only in a proposal that these seats sign as well (CO-13, SA04). */
  needsSigners: z.array(id).optional(),
  aboutKorea: z.boolean(),
  /** CO-12: acts that break the clause while it is in force. */
  brokenBy: z.array(z.strictObject({ action: id, by: z.array(id).optional(), with: z.array(id).optional(), /** Not when it was announced before (CO-12). */ unannounced: z.boolean().optional() })),
  /** CO-13: relief that may be drafted to return by itself. */
  snapBack: z.boolean().optional(),
  /** Catalogue 2: a rider that names what the clause means by this act. Without it, in writing and while `unless` is not in force, the event makes a dispute of the breach; the rider costs more. */
  rider: z.strictObject({ action: id, event: id, unless: id, cost: int }).optional(),
  /** CO-12: a Back pick for one's own provoking client breaks it. */
  brokenByBacking: z.boolean().optional(),
});

/** A trust change written from the actor's standpoint. */
export const TrustSpec = z.strictObject({
  a: z.enum(['actor', 'partner', 'target', 'seat']), aSeat: id.optional(),
  b: z.enum(['seat', 'others', 'all', 'chair', 'target', 'partner', 'accepters', 'refusers', 'allies', 'uninformed']), bSeat: id.optional(),
  delta: int,
});

export const ActionSpec = z.strictObject({
  id, who: z.array(id),
  /** Partners of a joint act: the actor and one of these both choose it (AC-2). */
  joint: z.strictObject({ leader: id, partners: z.array(id) }).optional(),
  ap: int.min(0), ten: int, bloc: int,
  /** CM normally, and when consensus is 50 or more if different (shared fear, B1). */
  cm: int, cmRally: int.optional(),
  pro: int, ds: int, n: int, val: int.optional(),
  trust: z.array(TrustSpec),
  /** Gains of other seats, by seat. */
  others: z.array(z.strictObject({ seat: id, n: int.optional(), ds: int.optional() })),
  /** Needs a target among these seats (SeatId list, 'any' = all but the actor). */
  target: z.union([z.array(id), z.literal('any')]).optional(),
  /** Typed particulars the rules act on; see docs/rules.md AC. */
  special: z.enum(['test', 'launch', 'drill', 'restart', 'walkOut', 'clash', 'gesture', 'exercise', 'aid', 'mediation', 'leak', 'visit', 'inspection', 'envoy', 'concession', 'hostage', 'veto', 'expel', 'force', 'plain']),
  /** PRO conditions (RL-8). */
  proWhen: z.strictObject({ every: int.optional(), atMost: int.optional(), atLeast: int.optional(), reversing: id.optional() }).optional(),
  /** SI-1: opens side-taking; `minTension` is TEN before step 6; rank decides between several. */
  provocation: z.strictObject({ minTension: int.optional(), victims: z.union([z.array(id), z.literal('target')]) }).optional(),
  /** RL-5: how many rounds the price P_eff//10 is paid. */
  pressureRounds: int.min(0).max(2),
  /** AC-4: nobody sees it; `first` = only the first time. Public effects wait until it is found or disclosed. */
  hidden: z.union([z.boolean(), z.literal('first')]),
  /** AC-4: what being exposed costs the sender beyond the public effects. */
  exposed: z.strictObject({ allies: int, cm: int }).optional(),
  /** RL-3: change of the pressure on the proliferator this round. */
  pressure: int.optional(),
  /** AC: points of the partner of a joint act, of the target. */
  partnerN: int.optional(), targetN: int.optional(),
  /** DS of the actor under these cabinets instead of `ds`. */
  dsByCabinet: z.record(id, int).optional(),
  /** AC-5: CM when fewer than three powers stand behind it. */
  cmAlone: int.optional(),
  /** AC-1: legal only while the talks run, while somebody inspects, or while a joint measure stands that it could stop (AC-11). */
  needs: z.enum(['talks', 'inspectors', 'jointMeasure']).optional(),
  /** IN-8: ends what inspections have reached. */
  endsInspections: z.boolean().optional(),
  /** AC-1: taking it again undoes it, free of AP. */
  undoable: z.boolean().optional(),
  /** AC-11: due promises of this category may be held back. */
  holds: id.optional(),
  /** AC-5: trust lost between two seats when this clause is conceded while another one is unmet. */
  jealousy: z.array(z.strictObject({ clause: id, unless: id, a: id, b: id, delta: int })).optional(),
  /** Points of a seat that declares at least this level in the next round. */
  answeredBy: z.strictObject({ seat: id, level: int, n: int }).optional(),
  level: z.enum(['core', 'standard', 'full']),
});

/** Predicates over the final state and the ledger (SC-4, SE-7), small on purpose. */
export type MandateTest =
  | { is: 'all'; of: MandateTest[] } | { is: 'any'; of: MandateTest[] } | { is: 'not'; of: MandateTest }
  | { is: 'performed'; clause: string; giver?: string; tranches?: number }
  | { is: 'inForce'; clause: string }
  | { is: 'adoptedWritten'; clause: string }
  /** The first never happened before the second (both may be absent). */
  | { is: 'notBefore'; first: string; clause: string; event: 'adopted' | 'performed'; giver?: string }
  | { is: 'packageBy'; category: string; round: number }
  | { is: 'usedAction'; action: string; seat: string }
  | { is: 'tensionBelow'; value: number }
  | { is: 'proNeverBelowStart' }
  | { is: 'suspendedAtMost'; rounds: number }
  | { is: 'consentedAlways'; seat: string };
export const MandateTest: z.ZodType<MandateTest> = z.lazy(() => z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('all'), of: z.array(MandateTest) }),
  z.strictObject({ is: z.literal('any'), of: z.array(MandateTest) }),
  z.strictObject({ is: z.literal('not'), of: MandateTest }),
  z.strictObject({ is: z.literal('performed'), clause: id, giver: id.optional(), tranches: int.optional() }),
  z.strictObject({ is: z.literal('inForce'), clause: id }),
  z.strictObject({ is: z.literal('adoptedWritten'), clause: id }),
  z.strictObject({ is: z.literal('notBefore'), first: id, clause: id, event: z.enum(['adopted', 'performed']), giver: id.optional() }),
  z.strictObject({ is: z.literal('packageBy'), category: id, round: int }),
  z.strictObject({ is: z.literal('usedAction'), action: id, seat: id }),
  z.strictObject({ is: z.literal('tensionBelow'), value: int }),
  z.strictObject({ is: z.literal('proNeverBelowStart') }),
  z.strictObject({ is: z.literal('suspendedAtMost'), rounds: int }),
  z.strictObject({ is: z.literal('consentedAlways'), seat: id }),
])) as z.ZodType<MandateTest>;

export const Scenario = z.strictObject({
  id, version: int.min(1), rounds: int.min(1).max(20), firstYear: int, roundLabels: z.array(z.string()),
  seats: z.array(SeatSpec).min(3).max(8),
  chair: id, proliferator: id.nullable(), mad: z.boolean(),
  allies: z.array(z.tuple([id, id])),
  patrons: z.array(z.strictObject({ patron: id, client: id })),
  /** Powers first; every pair 'A-B' in scenario order. */
  trust: z.record(z.string(), int.min(0).max(100)),
  indicators: z.strictObject({ TEN: int, BLOC: int, CON: int, VAL: int, D: int, CM: int, PRO: int }),
  clock: z.strictObject({ every: int, max: int }),
  brink: int, war: int,
  bilateralSlots: int.min(1).max(3), slotsWithInstitution: int.min(1).max(4),
  proposalLimits: z.strictObject({ lines: int, live: int }),
  /** PR-4: what an objection does; parts left out have the usual values. The proliferator gains when one of `gainFrom` objects. */
  objection: z.strictObject({ ten: int.optional(), bloc: int.optional(), cm: int.optional(), ds: int.optional(), trust: int.optional(), proliferatorN: int.optional(), gainFrom: z.array(id).optional() }).optional(),
  /** M08: force alone at half the AP (AC-8); M24: common rules that seats may join. */
  force: z.boolean().optional(),
  rules: z.strictObject({ joined: int, outside: int, seats: z.array(id) }).optional(),
  /** M10: themes of linkage cards, and the rounds they are dealt in; M09: clauses a power's core-interest card may name. */
  linkage: z.strictObject({ themes: z.array(id), rounds: z.array(int), worth: int }).optional(),
  coreCards: z.strictObject({ gain: int, worth: int, clauses: z.record(id, z.array(id)) }).optional(),
  /** M11: seats that may play one power against another. */
  wedgers: z.array(id).optional(),
  /** M15: what a staff card claims a war is worth where nobody fears one (MAD off). */
  staffCard: int.optional(),
  clauses: z.array(ClauseSpec), actions: z.array(ActionSpec),
  events: z.array(EventSpec),
  packages: z.array(z.strictObject({ id, clauses: z.array(id), net: bySeat })),
  mandates: z.array(z.strictObject({ id, seat: id, test: MandateTest })),
  mandateWorth: int,
  /** Rules that hold here although the match's level is lower (LV): action ids or module names. */
  pinned: z.array(id),
  /** SU-3: the talks are suspended when the match begins; its first round counts as 0. */
  suspended: z.boolean().optional(),
  /** Promises of earlier years: how many tranches are given, and the round in which the first of the rest falls due. Seats left out are the usual ones. */
  standing: z.array(z.strictObject({ clause: id, givers: z.array(id).optional(), receivers: z.array(id).optional(), mode: z.enum(['WRITTEN', 'ORAL']).optional(), given: int.min(0), due: int.min(1).optional() })).optional(),
  /** DL-1: offices of a delegation, the head's first; absent = no delegations. */
  offices: z.array(z.strictObject({ id, may: z.array(z.string()).min(1), actions: z.array(id).optional(), clauses: z.array(id).optional() })).min(1).optional(),
  phaseSeconds: z.record(z.string(), int),
  /** Where a clause, action or event points to on the map. */
  places: z.record(id, id),
});

export type Scenario = z.infer<typeof Scenario>;
export type SeatSpec = z.infer<typeof SeatSpec>;
export type ClauseSpec = z.infer<typeof ClauseSpec>;
export type ActionSpec = z.infer<typeof ActionSpec>;
export type { EventSpec } from './eventSchema.ts';
export type PartySpec = z.infer<typeof PartySpec>;
