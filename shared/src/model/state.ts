/** The whole truth of a match: readonly data, folded from events. Nobody but the engine and the store sees it. */
import type { DeskState } from './desk.ts';
import type { ActionChoice, DueChoice, LineDraft, MatchOptions, SecretChoice } from './commands.ts';
import type { LineOptions } from './commands.ts';
import type { Statecraft } from './statecraft.ts';
import type { ChannelKey, ClauseId, CommitmentId, Mode, PairKey, PhaseId, ProposalId, ReasonCode, SeatId, Tier } from './ids.ts';

export interface Indicators {
  readonly TEN: number; readonly BLOC: number; readonly CON: number; readonly VAL: number; readonly D: number; readonly CM: number;
  /** Rung 0..10. */
  readonly PRO: number; readonly INST: number; readonly V: number;
  /** War index of the last fold. */
  readonly W: number;
}
export type IndicatorKey = keyof Indicators;

/** One term of an indicator's change, rendered by i18n as `term.<code>`; the gauges explain themselves by these. */
export interface Term { readonly code: string; readonly value: number; readonly params?: Readonly<Record<string, string | number>> }

export interface SeatState {
  readonly ds: number; readonly pow: number | null; readonly n: number;
  readonly ap: number;
  /** Level declared this round, else of the last (round 0: scenario). Null for a seat that declares none. */
  readonly redLine: number | null;
  /** Enforcement really applied at the last fold. */
  readonly enforcement: number;
  readonly cabinet: string | null;
  readonly mandate: string | null;
  readonly holder: 'people' | 'bot';
  /** How often each action was taken (for N of repeats and every-second effects). */
  readonly used: Readonly<Record<string, number>>;
  /** Pressure price still to pay next round (RL-5). */
  readonly pressureDue: boolean;
  /** What made N, for the debrief. */
  readonly nTerms: readonly Term[];
}

export interface Meeting { readonly slot: number; readonly a: SeatId; readonly b: SeatId }
export interface Invitation { readonly from: SeatId; readonly to: SeatId }

export type ProposalStatus = 'live' | 'adopted' | 'refused' | 'objected' | 'withdrawn' | 'superseded' | 'expired' | 'duplicate';
export interface Proposal {
  readonly id: ProposalId; readonly chain: ProposalId; readonly version: number; readonly parent: ProposalId | null;
  readonly author: SeatId; readonly scope: 'plenary' | 'bilateral'; readonly chairDraft: boolean;
  readonly round: number; readonly phaseSeq: number;
  readonly lines: readonly LineDraft[];
  /** Every giver and receiver of every line, and needed co-signers, in scenario order (PR-2). */
  readonly parties: readonly SeatId[];
  readonly signed: readonly SeatId[];
  readonly refusals: readonly { readonly seat: SeatId; readonly reasons: readonly ReasonCode[] }[];
  readonly objection: SeatId | null;
  readonly status: ProposalStatus;
  /** M11: marked as one of two offers that exclude each other; its author alone knows. */
  readonly exclusive?: boolean;
}

export type TrancheState = 'pending' | 'due' | 'late' | 'performed' | 'feigned' | 'breached' | 'void';
export interface Tranche {
  readonly n: number; readonly state: TrancheState;
  /** Round in which it falls due, null until its condition is met. */
  readonly due: number | null;
  readonly performedAt: number | null;
  /** Booked by seat; the giver's own cost is inside `cost`. */
  readonly values: Readonly<Record<SeatId, number>>;
  readonly cost: number;
}
export type CommitmentState = 'agreed' | 'due' | 'late' | 'performed' | 'unverifiable' | 'breached' | 'reversed' | 'lapsed' | 'superseded' | 'disputed' | 'blocked' | 'ratifying';
/** One line of an adopted proposal, for one giver. */
export interface Commitment {
  readonly id: CommitmentId; readonly proposal: ProposalId; readonly line: number; readonly clause: ClauseId;
  readonly giver: SeatId; readonly givers: readonly SeatId[]; readonly receivers: readonly SeatId[];
  readonly mode: Mode; readonly scope: 'plenary' | 'bilateral';
  readonly adoptedAt: number;
  /** Falls due when this commitment is performed (action for action). */
  readonly after: CommitmentId | null;
  readonly state: CommitmentState;
  readonly tranches: readonly Tranche[];
  /** Rounds a continuing clause was kept (CO-4). */
  readonly kept: number;
  /** Round at whose dawn a feint is found, null when honest. */
  readonly foundAt: number | null;
  /** Counterparts may reverse theirs free until this round (CO-6). */
  readonly freeReversalUntil: number | null;
  readonly deniable: boolean;
  /** E10: the outgoing side has tied its successor to it. */
  readonly locked?: boolean;
  readonly options?: LineOptions;
  /** PR-9: the commitments of the line it is tied to, and rounds in which the tie failed. */
  readonly escrowWith?: readonly CommitmentId[];
  readonly escrowFailures?: number;
  /** CO-11: round the breach came to light, trust it cost its giver per pair, round of the apology. */
  readonly brokenAt?: number;
  readonly trustLost?: Readonly<Record<SeatId, number>>;
  readonly apologisedAt?: number;
  /** DS-3: dawn at which a weak cabinet's promise is ratified or lapses. */
  readonly ratifyAt?: number;
  /** FD-9: it waits for its giver's capital, not for the cabinet's support. */
  readonly capital?: true;
  /** CO-9: read loosely, so value and cost are halved. */
  readonly loose?: boolean;
  /** Round in which its giver is excused from performing (CO-3). */
  readonly excused?: number;
  /** CO-10: a side letter that others have found. */
  readonly found?: boolean;
}

export interface Message { readonly id: number; readonly channel: ChannelKey; readonly from: SeatId; readonly text: string; readonly round: number; readonly phase: PhaseId }

export interface Crisis {
  readonly action: string; readonly provoker: SeatId; readonly victims: readonly SeatId[];
  readonly provokerPatrons: readonly SeatId[]; readonly victimPatrons: readonly SeatId[];
}
/** Sealed choices of the running phase, by seat; never projected to others. */
export interface Sealed {
  readonly declarations: Readonly<Record<SeatId, number>>;
  readonly choices: Readonly<Record<SeatId, SecretChoice>>;
  readonly sides: Readonly<Record<SeatId, 'back' | 'restrain'>>;
  /** Answers of step 7 by seat, then by `from:action`. */
  readonly answers: Readonly<Record<SeatId, Readonly<Record<string, boolean>>>>;
  readonly stands: Readonly<Record<SeatId, 'down' | 'hold'>>;
}

/** What the fold of one round will need from step 6 and 7, kept until it is folded. */
export interface RoundActs {
  readonly actions: readonly ({ readonly seat: SeatId } & ActionChoice)[];
  readonly dues: readonly { readonly commitment: CommitmentId; readonly tranche: number; /** `hold` = its share held back by an act (AC-11). */ readonly choice: DueChoice | 'hold' }[];
  readonly tensionBefore: number;
}

export interface Talks {
  readonly open: boolean; readonly suspendedSince: number | null; readonly suspendedRounds: number; readonly longestSuspension: number;
  readonly refusedDrafts: number;
  readonly preSteps: readonly { readonly seat: SeatId; readonly clause: ClauseId; readonly worth: number }[];
  readonly draftPut: boolean;
  /** Seat that tables the chair's draft now. */
  readonly chair: SeatId;
}

/** One line of the public or private news; rendered as `news.<code>`. */
export interface NewsItem { readonly id: number; readonly round: number; readonly phase: PhaseId; readonly code: string; readonly params: Readonly<Record<string, string | number | readonly string[]>>; readonly to: 'all' | readonly SeatId[]; readonly place?: string }

export interface RoundRecord {
  readonly round: number; readonly indicators: Indicators;
  readonly terms: Readonly<Partial<Record<IndicatorKey, readonly Term[]>>>;
  readonly paperPressure: number;
  /** Effective pressure, not before the debrief. */
  readonly pressure: number;
  readonly redLines: Readonly<Record<SeatId, number>>;
  /** RL-2: what was really enforced, where that was less; not before the debrief. */
  readonly enforced?: Readonly<Record<SeatId, number>>;
  readonly sides: { readonly provoker: SeatId; readonly picks: Readonly<Record<SeatId, 'back' | 'restrain'>> } | null;
  /** Tests of this round; its public actions (hidden ones never enter the record). */
  readonly tests: number; readonly actions?: RoundActs['actions']; readonly brink: boolean;
  readonly trust: Readonly<Record<PairKey, number>>;
  readonly ds: Readonly<Record<SeatId, number>>;
  /** What triggers of later dawns look back at (EV-1), above the core level: points, and how often each seat met another. Never projected. */
  readonly points?: Readonly<Record<SeatId, number>>; readonly met?: Readonly<Record<SeatId, number>>;
}

export interface SeatScore { readonly seat: SeatId; readonly n: number; readonly score: number; readonly par: number; readonly beatPar: boolean; readonly terms: readonly Term[]; readonly mandateMet: boolean | null }
export interface Ending { readonly tier: Tier; readonly factor: number; readonly round: number; readonly scores: readonly SeatScore[]; readonly second: readonly SeatId[]; readonly reasons: readonly Term[] }

/** Rises and modifiers decided before the fold (an objection, an event) and applied by it. */
export interface Pending { readonly ten: readonly Term[]; readonly bloc: readonly Term[]; readonly cm: readonly Term[] }

export interface MatchState {
  readonly scenario: string; readonly options: MatchOptions;
  readonly status: 'waiting' | 'running' | 'ended';
  readonly random: number;
  readonly round: number; readonly phase: PhaseId; readonly slot: number; readonly phaseSeq: number;
  readonly indicators: Indicators;
  readonly clock: number; readonly tests: number; readonly launches: number;
  readonly seats: Readonly<Record<SeatId, SeatState>>;
  readonly trust: Readonly<Record<PairKey, number>>;
  readonly ready: readonly SeatId[];
  readonly sealed: Sealed;
  readonly invitations: readonly Invitation[]; readonly meetings: readonly Meeting[];
  /** Every text of the match in order of tabling, and every promise in order of adoption; `proposalOf` and `commitmentOf` (model/entries) find one by its id. */
  readonly proposals: readonly Proposal[];
  readonly commitments: readonly Commitment[];
  readonly acts: RoundActs | null;
  readonly crisis: Crisis | null;
  readonly talks: Talks;
  /** Leaks running or found: seat -> round found, -1 while it has begun this fold. */
  readonly leaks: Readonly<Record<SeatId, { readonly since: number; readonly foundAt: number; readonly found: boolean }>>;
  readonly principles: readonly ClauseId[];
  /** Red lines fixed next declaration: seat -> level. */
  readonly bound: Readonly<Record<SeatId, number>>;
  readonly windowUntil: number | null;
  readonly pending: Pending;
  /** Events in force: id -> round it fired. */
  readonly events: Readonly<Record<string, number>>;
  readonly free: Readonly<Record<SeatId, readonly string[]>>;
  readonly messages: readonly Message[]; readonly news: readonly NewsItem[];
  readonly history: readonly RoundRecord[];
  /** Terms of every indicator move since dawn (`indicatorsMoved`, `redLinesRevealed` append, dawn clears): what the gauges show and the record keeps. */
  readonly terms?: RoundRecord['terms'];
  /** The facilitator's desk and the delegations (FD, DL); absent until the first such act. */
  readonly desk?: DeskState;
  /** Mechanisms of the higher levels. */
  readonly craft: Statecraft;
  readonly ending: Ending | null;
  readonly nextId: number;
}
