/**
 * What one viewer may know: the only shape that leaves the server (rules VI). Built by `engine/project.ts` from an allow-list.
 * Two levels: `singles` are replaced whole, `collections` per key, so a patch is the slices whose identity changed.
 */
import type { ActionChoice, LineDraft, Refusal, SecretChoice } from './commands.ts';
import type { ActionId, ChannelKey, ClauseId, CommitmentId, Level, Mode, PairKey, PhaseId, ProposalId, SeatId, Tier } from './ids.ts';
import type { DeskSlice } from './desk.ts';
import type { Accusation, Bud, Card, CardOffer, Demarche, HiddenAct, Knowledge, StandingEffect, Wedge } from './statecraft.ts';
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
  /** Secret cards (M09, M10); a staff card where the staff believes in war (M15). */
  readonly cards: readonly Card[]; readonly staffCard: number | null;
  /** What was bought this round (AC-7) and found before. */
  readonly knowledge: readonly Knowledge[];
  readonly hidden: readonly HiddenAct[];
  readonly wedges: readonly Wedge[];
  readonly vetoes: readonly ProposalId[];
}
/** Buds, démarches and standing effects as this viewer may know them. */
export interface StatecraftSlice {
  readonly buds: readonly BudView[];
  readonly demarches: readonly Demarche[];
  readonly announced: readonly { readonly seat: SeatId; readonly action: ActionId }[];
  readonly effects: readonly StandingEffect[];
  readonly accusations: readonly Accusation[];
  readonly readings: readonly { readonly proposal: ProposalId; readonly line: number; readonly votes: Readonly<Record<SeatId, 'strict' | 'loose'>> | null; readonly result: 'strict' | 'loose' | null }[];
  /** Who bid what, once revealed. */
  readonly bids: Readonly<Record<string, Readonly<Record<SeatId, string>>>>;
  /** Traded linkage cards, public from the fold (IN-5); how many cards each seat holds (E25). */
  readonly traded: readonly { readonly seat: SeatId; readonly card: Card }[];
  readonly held: Readonly<Record<SeatId, number>>;
  readonly joined: readonly SeatId[];
  readonly acquiesced: number;
  /** AC-7: what exact trust of third pairs this seat may read this round. */
  readonly exactPairs: readonly PairKey[];
}
export interface BudView { readonly event: string; readonly stage: number; readonly state: Bud['state']; readonly public: boolean; readonly knownTo: readonly SeatId[]; readonly need: number; readonly ownPledge: number }
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
  /** Drafting options that fit this clause, where fewer than all. */
  readonly options?: readonly DraftingOption[];
}
export type DraftingOption = 'ORAL' | 'VAGUE' | 'ESCROW' | 'SNAP-BACK' | 'SATELLITE-RIDER' | 'SIDE-LETTER' | 'SUNSET';
export interface LegalAction extends Availability { readonly action: ActionId; readonly ap: number; readonly targets: readonly SeatId[]; readonly partners: readonly SeatId[]; /** AC-5, AC-11, AC-8: clauses or promises it must name; whether it may be done alone at half the AP. */ readonly clauses?: readonly ClauseId[]; readonly commitments?: readonly CommitmentId[]; readonly alone?: boolean }
/** The menu: exactly what this seat may do now. Panels, bots and the fuzzer read this one list. */
export interface LegalSlice {
  readonly ready: boolean;
  readonly declare: { readonly levels: readonly number[]; /** RL-4: the level a promise has already fixed for this seat. */ readonly bound: number | null } | null;
  readonly meet: { readonly invite: readonly SeatId[]; readonly accept: readonly SeatId[]; readonly with: SeatId | null } | null;
  readonly propose: readonly { readonly scope: 'plenary' | 'bilateral'; readonly with: SeatId | null; readonly chairDraft: boolean; readonly maxLines: number; readonly left: number; /** Drafting options that lines here may have (LV, CO-8 to CO-10, PR-9); whether an offer may be marked exclusive (M11). */ readonly options: readonly DraftingOption[]; readonly exclusive: boolean; readonly clauses: readonly LegalClause[] }[];
  readonly answer: Readonly<Record<ProposalId, { readonly sign: boolean; readonly refuse: boolean; readonly counter: boolean; readonly object: boolean; readonly withdraw: boolean }>>;
  readonly choose: {
    readonly ap: number; readonly maxActions: number; readonly actions: readonly LegalAction[];
    readonly dues: readonly { readonly commitment: CommitmentId; readonly options: readonly ('perform' | 'delay' | 'withhold' | 'feign')[] }[];
    readonly reversals: readonly CommitmentId[]; readonly denials: readonly CommitmentId[];
    readonly remedies: readonly { readonly event: string; readonly commitments: readonly CommitmentId[]; readonly ap: number; readonly ds: number; readonly options?: readonly string[] }[];
    /** PR-10, DS-3, AC-4. */
    readonly blocks: readonly CommitmentId[]; readonly ratify: readonly ProposalId[]; readonly disclose: readonly ActionId[];
  } | null;
  readonly side: { readonly default: 'back' | 'restrain'; readonly restrainAp: number } | null;
  /** Acts of others that ask for an answer in step 7 (mediation, a visit, an inspection, force alone). */
  readonly answerActs: readonly { readonly from: SeatId; readonly action: ActionId }[];
  readonly stand: boolean;
  readonly preStep: readonly { readonly clause: ClauseId; readonly receivers: readonly (readonly SeatId[])[]; readonly worth: number }[];
  readonly message: { readonly maxLength: number } | null;
  readonly craft: LegalStatecraft;
}

/** The part of the menu that belongs to the mechanisms of the higher levels; all empty where they are not played. */
export interface LegalStatecraft {
  /** EV-2: sealed bids and votes of this declaration; `own` is the one handed in. */
  readonly bids: readonly { readonly event: string; readonly options: readonly string[]; readonly usual: string; readonly own: string | null }[];
  /** CO-9: vague lines to be read. */
  readonly readings: readonly { readonly proposal: ProposalId; readonly line: number; readonly clause: ClauseId; readonly usual: 'strict' | 'loose'; readonly own: 'strict' | 'loose' | null }[];
  /** AC-7: what may be asked, each with its AP. */
  readonly inquire: { readonly pairs: readonly PairKey[]; readonly channels: readonly SeatId[]; readonly covert: readonly SeatId[]; readonly pairAp: number; readonly channelAp: number; readonly covertAp: number } | null;
  readonly compareNotes: readonly SeatId[];
  /** IN-5: cards to offer to the partner of this slot, at these prices, and offers to answer. */
  readonly offerCards: readonly { readonly card: string; readonly theme: string; readonly to: SeatId; readonly levels: readonly number[]; readonly signature: boolean }[];
  readonly answerCards: readonly CardOffer[];
  /** AC-6. */
  readonly tableDemarche: readonly SeatId[]; readonly answerDemarche: readonly string[]; readonly demarcheAp: number;
  /** BU-3: buds this seat knows and may tell others of. */
  readonly shareBuds: readonly { readonly event: string; readonly with: readonly SeatId[] }[];
  /** BU-2: buds it may pledge for: AP needed in all, states needed, own pledge, most it can pledge. */
  readonly pledge: readonly { readonly event: string; readonly need: number; readonly least: number; readonly must: readonly SeatId[]; readonly own: number; readonly most: number }[];
  /** CO-12: acts it may announce. */
  readonly announce: readonly ActionId[];
  /** CO-11. */
  readonly accuse: { readonly commitments: readonly CommitmentId[]; readonly leaks: readonly SeatId[] } | null;
  readonly apologise: readonly CommitmentId[];
  /** M24. */
  readonly joinRules: { readonly joined: boolean } | null;
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
  readonly craft: StatecraftSlice;
  /** Null where no desk leads the match. */
  readonly desk: DeskSlice | null;
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
/** After the end everything in it is public; while a class's debrief keeps it back (`sealed`) it tells how it ended and why, without scores and secrets. */
export interface EndingSlice extends Ending { readonly sealed: boolean; readonly unveiled: UnveiledSlice }
/** VI, M14: what nobody knew of the others before the debrief. */
export interface UnveiledSlice {
  /** What each seat's points would have come to in every tier, best first: its ranking of outcomes. */
  readonly rankings: readonly { readonly seat: SeatId; readonly results: readonly { readonly tier: Tier; readonly score: number }[] }[];
  readonly restraint: Restraint | null;
  readonly mandates: Readonly<Record<SeatId, string | null>>;
  readonly cards: Readonly<Record<SeatId, readonly Card[]>>;
  readonly hidden: readonly HiddenAct[];
  readonly wedges: readonly Wedge[];
  readonly buds: readonly Bud[];
}
/** M14: the crisis in which restraint on both sides would have counted most. */
export interface Restraint {
  readonly round: number; readonly provoker: SeatId; readonly picks: Readonly<Record<SeatId, 'back' | 'restrain'>>;
  /** The war index as it was, and as it would have been, at the end of this round. */
  readonly readIn: number; readonly was: number; readonly would: number;
  /** Whether the war that came would not have come. */
  readonly prevents: boolean;
}
export interface RoundView extends Omit<RoundRecord, 'pressure' | 'trust' | 'ds' | 'indicators' | 'enforced'> { readonly indicators: Omit<Indicators, 'PRO' | 'CM'>; readonly pro: ProView; readonly pressure: number | null; readonly trust: Readonly<Record<PairKey, number>> | null; readonly ds: Readonly<Record<SeatId, number>> | null; /** Levels really enforced (RL-2), with the debrief. */ readonly enforcement: Readonly<Record<SeatId, number>> | null }

/** `set` holds whole slices (singles), changed fields (`FIELDWISE`) or slices by key (collections); `del` the keys gone from collections. */
export interface ViewPatch { readonly rev: number; readonly set: Partial<{ readonly [K in keyof View]: unknown }>; readonly del: Partial<Record<keyof View, readonly string[]>> }
export const COLLECTIONS = ['seats', 'trust', 'proposals', 'commitments', 'channels', 'news', 'history', 'worth'] as const;
/** Large singles whose fields are always all there: once a copy has one, only its changed fields travel. */
export const FIELDWISE = ['table', 'gauges', 'me', 'legal', 'craft'] as const;
export type { LineDraft, Mode };
