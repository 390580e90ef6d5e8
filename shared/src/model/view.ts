/**
 * What one viewer may know: the only shape that leaves the server (rules VI). Built by `engine/project.ts` from an allow-list.
 * Two levels: `singles` are replaced whole, `collections` per key, so a patch is the slices whose identity changed.
 */
import type { ActionChoice, LineDraft, Refusal, SecretChoice } from './commands.ts';
import type { ActionId, ChannelKey, ClauseId, CommitmentId, Level, Mode, PairKey, PhaseId, ProposalId, SeatId } from './ids.ts';
import type { Commitment, Crisis, Ending, IndicatorKey, Indicators, Invitation, Meeting, Message, NewsItem, Proposal, ReasonsBySeat, RoundRecord, Term } from './viewParts.ts';

/** Who looks. `all` is the debrief's all-knowing view, legal only after the end. */
export type Viewer = { readonly kind: 'seat'; readonly seat: SeatId } | { readonly kind: 'public' } | { readonly kind: 'all' };

/** 0 hostile/very low .. 4 close/very high (TR-3). */
export type Band = 0 | 1 | 2 | 3 | 4;
/** A range of rungs of the proliferation ladder, or the exact rung for its holder. */
export interface ProView { readonly low: number; readonly high: number; readonly exact: number | null }

export interface TableSlice {
  readonly scenario: string; readonly level: Level; readonly status: 'waiting' | 'running' | 'ended';
  readonly round: number; readonly rounds: number; readonly phase: PhaseId; readonly slot: number; readonly slots: number; readonly phaseSeq: number;
  /** Seats that have said they are done; seats still awaited. */
  readonly ready: readonly SeatId[]; readonly awaited: readonly SeatId[];
  /** Seats that have handed in this phase's sealed decision (that, not what). */
  readonly decided: readonly SeatId[];
  readonly chair: SeatId; readonly talksOpen: boolean; readonly suspendedRounds: number;
  readonly preSteps: readonly { readonly seat: SeatId; readonly clause: ClauseId; readonly worth: number }[]; readonly preStepsNeeded: number;
  readonly meetings: readonly Meeting[];
  readonly windowUntil: number | null; readonly events: readonly string[];
}
export interface GaugesSlice {
  readonly values: Omit<Indicators, 'PRO' | 'CM'>; readonly pro: ProView;
  /** Rounds the reactors have run toward the next rung (RL-8): exact for the proliferator, for all once verification looks on; null for who does not know. */
  readonly proClock: number | null;
  readonly cm: Band; readonly cmSign: -1 | 0 | 1;
  readonly brink: number; readonly war: number; readonly paperPressure: number; readonly tests: number; readonly launches: number;
  /** Terms of the last change, for the explanation on hover or tap. */
  readonly terms: Readonly<Partial<Record<IndicatorKey, readonly Term[]>>>;
  readonly conBand: 'concert' | 'consultation' | 'rivalry' | 'blocs';
}
export interface SeatSlice {
  readonly id: SeatId; readonly kind: 'power' | 'regional'; readonly bloc: string; readonly holder: 'people' | 'bot';
  readonly redLine: number | null; readonly pow: number | null; readonly dsBand: Band; readonly cabinet: string | null; readonly par: number;
}
export interface MeSlice {
  readonly seat: SeatId; readonly ds: number; readonly ap: number; readonly n: number; readonly nTerms: readonly Term[];
  readonly mandate: string | null;
  /** Own sealed choices of the running phase, so a reload shows them again. */
  readonly sealed: { readonly declaration: number | null; readonly choice: SecretChoice | null; readonly side: 'back' | 'restrain' | null; readonly stand: 'down' | 'hold' | null };
  readonly invitations: readonly Invitation[];
  /** Joint acts others chose with us and that await our own choice. */
  readonly jointOffers: readonly { readonly from: SeatId; readonly action: ActionId }[];
  readonly enforcement: number;
}
export interface TrustSlice { readonly pair: PairKey; readonly a: SeatId; readonly b: SeatId; readonly exact: number | null; readonly band: Band }
export interface ProposalSlice extends Omit<Proposal, 'signed' | 'refusals'> {
  readonly signed: readonly SeatId[]; readonly refusals: ReasonsBySeat; readonly waiting: readonly SeatId[];
}
/** Truth of a feint is the giver's alone until found; others read the claimed state. */
export type CommitmentSlice = Omit<Commitment, 'foundAt'>;
export interface ChannelSlice { readonly key: ChannelKey; readonly seats: readonly SeatId[]; readonly messages: readonly Message[] }
export interface CrisisSlice extends Crisis { readonly mayPick: readonly SeatId[]; readonly picked: readonly SeatId[]; readonly defaultSide: 'back' | 'restrain'; readonly picks: Readonly<Record<SeatId, 'back' | 'restrain'>> | null }

export interface Availability { readonly ok: boolean; readonly why: Refusal | null }
export interface LegalClause extends Availability {
  readonly clause: ClauseId; readonly givers: readonly (readonly SeatId[])[]; readonly receivers: readonly (readonly SeatId[])[];
}
export interface LegalAction extends Availability { readonly action: ActionId; readonly ap: number; readonly targets: readonly SeatId[]; readonly partners: readonly SeatId[] }
/** The menu: exactly what this seat may do now. Panels, bots and the fuzzer read this one list. */
export interface LegalSlice {
  readonly ready: boolean;
  readonly declare: { readonly levels: readonly number[] } | null;
  readonly meet: { readonly invite: readonly SeatId[]; readonly accept: readonly SeatId[]; readonly with: SeatId | null } | null;
  readonly propose: readonly { readonly scope: 'plenary' | 'bilateral'; readonly with: SeatId | null; readonly chairDraft: boolean; readonly maxLines: number; readonly left: number; readonly clauses: readonly LegalClause[] }[];
  readonly answer: Readonly<Record<ProposalId, { readonly sign: boolean; readonly refuse: boolean; readonly counter: boolean; readonly object: boolean; readonly withdraw: boolean }>>;
  readonly choose: {
    readonly ap: number; readonly maxActions: number; readonly actions: readonly LegalAction[];
    readonly dues: readonly { readonly commitment: CommitmentId; readonly options: readonly ('perform' | 'delay' | 'withhold' | 'feign')[] }[];
    readonly reversals: readonly CommitmentId[]; readonly denials: readonly CommitmentId[];
    readonly remedies: readonly { readonly event: string; readonly commitments: readonly CommitmentId[]; readonly ap: number; readonly ds: number }[];
  } | null;
  readonly side: { readonly default: 'back' | 'restrain'; readonly restrainAp: number } | null;
  readonly mediation: readonly SeatId[];
  readonly stand: boolean;
  readonly preStep: readonly { readonly clause: ClauseId; readonly receivers: readonly (readonly SeatId[])[]; readonly worth: number }[];
  readonly message: { readonly maxLength: number } | null;
}

/** Own values exact, those of others as five steps -2..2 (VI "clause values"). */
export interface ClauseWorth { readonly clause: ClauseId; readonly own: number | null; readonly cost: number | null; readonly steps: Readonly<Record<SeatId, -2 | -1 | 0 | 1 | 2>> }

export interface View {
  readonly viewer: Viewer;
  readonly table: TableSlice;
  readonly gauges: GaugesSlice;
  readonly me: MeSlice | null;
  readonly legal: LegalSlice | null;
  readonly crisis: CrisisSlice | null;
  /** Actions as revealed in step 7 of this round (hidden ones left out). */
  readonly revealed: readonly ({ readonly seat: SeatId } & ActionChoice)[];
  readonly ending: EndingSlice | null;
  readonly seats: Readonly<Record<SeatId, SeatSlice>>;
  readonly trust: Readonly<Record<PairKey, TrustSlice>>;
  readonly proposals: Readonly<Record<ProposalId, ProposalSlice>>;
  readonly commitments: Readonly<Record<CommitmentId, CommitmentSlice>>;
  readonly channels: Readonly<Record<ChannelKey, ChannelSlice>>;
  readonly news: Readonly<Record<string, NewsItem>>;
  readonly history: Readonly<Record<string, RoundView>>;
  readonly worth: Readonly<Record<ClauseId, ClauseWorth>>;
}
/** After the end everything in it is public. */
export type EndingSlice = Ending;
export interface RoundView extends Omit<RoundRecord, 'pressure' | 'trust' | 'ds' | 'indicators'> { readonly indicators: Omit<Indicators, 'PRO' | 'CM'>; readonly pro: ProView; readonly pressure: number | null; readonly trust: Readonly<Record<PairKey, number>> | null; readonly ds: Readonly<Record<SeatId, number>> | null }

/** `set` holds whole slices (singles), changed fields (`FIELDWISE`) or slices by key (collections); `del` the keys gone from collections. */
export interface ViewPatch { readonly rev: number; readonly set: Partial<{ readonly [K in keyof View]: unknown }>; readonly del: Partial<Record<keyof View, readonly string[]>> }
export const COLLECTIONS = ['seats', 'trust', 'proposals', 'commitments', 'channels', 'news', 'history', 'worth'] as const;
/** Large singles whose fields are always all there: once a copy has one, only its changed fields travel. */
export const FIELDWISE = ['table', 'gauges', 'me', 'legal'] as const;
export type { LineDraft, Mode };
