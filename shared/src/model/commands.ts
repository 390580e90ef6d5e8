/** What a seat may ask of the rules. One member per act; `decide` answers with events or a refusal value. */
import type { ActionId, ClauseId, CommitmentId, Mode, ProposalId, ReasonCode, SeatId } from './ids.ts';
import type { DeskAct } from './desk.ts';
import type { CardPrice } from './statecraft.ts';

export interface LineDraft {
  readonly clause: ClauseId;
  readonly givers: readonly SeatId[];
  readonly receivers: readonly SeatId[];
  readonly mode: Mode;
  /** Index of an earlier line of the same proposal: this line falls due when that one is performed (action for action). */
  readonly after?: number;
  /** Drafting options beyond the mode (catalogue 2); absent = none. */
  readonly options?: LineOptions;
}

/** CO-8 to CO-10, PR-9: how a line is drafted. */
export interface LineOptions {
  /** Each side keeps its own reading until the first tranche falls due (CO-9). */
  readonly vague?: true;
  /** Index of an earlier line: tranche k of both is given together or not at all (PR-9). */
  readonly escrow?: number;
  /** Relief that returns by itself on a found breach of its receiver (CO-13). */
  readonly snapBack?: true;
  /** Satellites count (catalogue 2: blocks the "it is a satellite" dispute). */
  readonly rider?: true;
  /** Lapses so many rounds after adoption, 2..4 (CO-8). */
  readonly sunset?: number;
  /** Known to its two parties only (CO-10). */
  readonly sideLetter?: true;
}

export interface ActionChoice {
  readonly action: ActionId;
  readonly target?: SeatId;
  /** The other state of a joint act (AC-2); it must choose the same act with us. */
  readonly partner?: SeatId;
  /** AC-5: the clause given at once, outside any text. */
  readonly clause?: ClauseId;
  /** AC-11: the due promise whose share is held back. */
  readonly commitment?: CommitmentId;
  /** AC-8, M08: alone, at half the AP, while others look on or object. */
  readonly alone?: true;
}

export type DueChoice = 'perform' | 'delay' | 'withhold' | 'feign';

/** The sealed decision of the secret phase; sending it again replaces the earlier one. */
export interface SecretChoice {
  readonly actions: readonly ActionChoice[];
  /** Per commitment with a tranche due; what is not named is performed. */
  readonly dues: Readonly<Record<CommitmentId, DueChoice>>;
  /** Own performed commitments taken back with notice (CO-6, CO-7). */
  readonly reversals: readonly CommitmentId[];
  /** Own oral commitments denied (CO-9). */
  readonly denials: readonly CommitmentId[];
  /** Remedies of events: event id, with the commitment it saves where it needs one. */
  readonly remedies: readonly { readonly event: string; readonly commitment?: CommitmentId; /** Where an event offers several answers. */ readonly option?: string }[];
  /** PR-10: due promises about one's own country, made over one's head, that are blocked. */
  readonly blocks?: readonly CommitmentId[];
  /** DS-3: texts of one's own weak cabinet carried through at home for an AP. */
  readonly ratify?: readonly ProposalId[];
  /** AC-4: own hidden acts of earlier rounds, disclosed at this reveal. */
  readonly disclose?: readonly ActionId[];
}

/** AC-7: what intelligence is asked. */
export type Inquiry = { readonly kind: 'pair'; readonly a: SeatId; readonly b: SeatId } | { readonly kind: 'channel'; readonly seat: SeatId } | { readonly kind: 'covert'; readonly seat: SeatId };

/** An act of a seat at the table. */
export type ActCommand =
  | { readonly type: 'ready'; readonly on: boolean }
  | { readonly type: 'declare'; readonly level: number }
  | { readonly type: 'invite'; readonly to: SeatId }
  | { readonly type: 'acceptInvite'; readonly from: SeatId }
  | { readonly type: 'declineInvite'; readonly from: SeatId }
  /** `to` are the other seats; empty = own delegation. */
  | { readonly type: 'message'; readonly to: readonly SeatId[]; readonly text: string }
  | { readonly type: 'propose'; readonly scope: 'plenary' | 'bilateral'; readonly lines: readonly LineDraft[]; readonly chairDraft?: boolean; readonly counterTo?: ProposalId; /** M11: one of two private offers that exclude each other. */ readonly exclusive?: boolean }
  | { readonly type: 'sign'; readonly proposal: ProposalId; readonly version: number }
  | { readonly type: 'refuse'; readonly proposal: ProposalId; readonly version: number; readonly reasons: readonly ReasonCode[] }
  | { readonly type: 'object'; readonly proposal: ProposalId; readonly version: number }
  | { readonly type: 'withdraw'; readonly proposal: ProposalId }
  | { readonly type: 'preStep'; readonly clause: ClauseId; readonly receivers: readonly SeatId[] }
  | ({ readonly type: 'choose' } & SecretChoice)
  | { readonly type: 'pickSide'; readonly side: 'back' | 'restrain' }
  /** AC-5, AC-8: the answer of step 7 to another seat's act: mediation, a visit, an inspection, force alone (accept = acquiesce). */
  | { readonly type: 'answerAct'; readonly from: SeatId; readonly action: ActionId; readonly accept: boolean }
  | { readonly type: 'standDown'; readonly stand: 'down' | 'hold' }
  /** EV-2: a sealed bid or vote on an event, in the declaration. */
  | { readonly type: 'bid'; readonly event: string; readonly bid: string }
  /** CO-9: how this seat reads a vague line that falls due, sealed in the declaration. */
  | { readonly type: 'readClause'; readonly proposal: ProposalId; readonly line: number; readonly reading: 'strict' | 'loose' }
  | { readonly type: 'inquire'; readonly about: Inquiry }
  | { readonly type: 'compareNotes'; readonly with: SeatId }
  | { readonly type: 'offerCard'; readonly card: string; readonly give: CardPrice }
  | { readonly type: 'answerCard'; readonly from: SeatId; readonly card: string; readonly accept: boolean }
  | { readonly type: 'tableDemarche'; readonly target: SeatId }
  | { readonly type: 'answerDemarche'; readonly demarche: string; readonly favour: boolean }
  | { readonly type: 'shareBud'; readonly event: string; readonly with: SeatId }
  /** BU-2: AP promised toward a bud's remedy; 0 takes it back. */
  | { readonly type: 'pledge'; readonly event: string; readonly ap: number }
  | { readonly type: 'announce'; readonly action: ActionId }
  | { readonly type: 'accuse'; readonly commitment?: CommitmentId; readonly leak?: SeatId }
  | { readonly type: 'apologise'; readonly commitment: CommitmentId }
  /** M24: to live by the common rules, or outside them. */
  | { readonly type: 'joinRules'; readonly join: boolean };

/** DL-3: inside a delegation: an act prepared for the head, the head's yes, taken off, a vote on it. */
export type DraftCommand =
  | { readonly type: 'draft'; readonly command: ActCommand }
  | { readonly type: 'confirmDraft'; readonly draft: string }
  | { readonly type: 'dropDraft'; readonly draft: string }
  | { readonly type: 'voteDraft'; readonly draft: string; readonly favour: boolean };

export type SeatCommand = ActCommand | DraftCommand;

/** What the table itself (clock, room) asks; never accepted from a client. */
export type TableCommand =
  | { readonly type: 'start'; readonly options: MatchOptions }
  /** Time is up for the phase with this number; stale numbers are refused, so a late timer is harmless. */
  | { readonly type: 'advance'; readonly phaseSeq: number }
  | { readonly type: 'hold'; readonly seat: SeatId; readonly holder: 'people' | 'bot' }
  /** FD: an act of the facilitator's desk; the room proves who asks. */
  | { readonly type: 'desk'; readonly act: DeskAct };

export interface MatchOptions {
  readonly seed: number;
  readonly level: 'core' | 'standard' | 'full';
  /** Extra pinned rules beside the scenario's (LV). */
  readonly pinned: readonly string[];
  readonly rounds: number;
  readonly holders: Readonly<Record<SeatId, 'people' | 'bot'>>;
}

export type Command = SeatCommand | TableCommand;

/** Who asks: a seat, or the table. */
export type Actor = { readonly kind: 'seat'; readonly seat: SeatId; /** DL-2: the member who acts, where the seat has a delegation. */ readonly member?: string } | { readonly kind: 'table' };

/** A refusal is a value: a stable code and what the sentence needs; rendered by i18n as `refusal.<code>`. */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type RefusalCode =
  | 'not-running' | 'wrong-phase' | 'stale-phase' | 'unknown-seat' | 'not-for-seats' | 'already-started'
  | 'level-out-of-range' | 'declares-none'
  | 'self-invite' | 'already-meeting' | 'partner-busy' | 'no-invitation' | 'already-invited' | 'bloc-gap' | 'no-ap'
  | 'empty-message' | 'message-too-long' | 'unknown-recipient'
  | 'no-lines' | 'too-many-lines' | 'too-many-live' | 'unknown-clause' | 'clause-not-at-level' | 'wrong-giver' | 'wrong-receiver'
  | 'missing-signer' | 'already-in-force' | 'already-spent' | 'not-a-party' | 'line-outside-meeting' | 'no-meeting' | 'not-chair' | 'draft-already-put'
  | 'bad-condition' | 'duplicate-line' | 'blocs-closed' | 'plenary-suspended' | 'only-suspended'
  | 'unknown-proposal' | 'proposal-closed' | 'stale-version' | 'already-signed' | 'not-author' | 'may-not-object' | 'party-may-not-object' | 'no-reason'
  | 'unknown-action' | 'action-not-at-level' | 'action-not-yours' | 'too-many-actions' | 'too-many-free-actions' | 'repeated-action' | 'bad-target' | 'bad-partner' | 'talks-suspended' | 'not-provocable'
  | 'nothing-due' | 'not-your-commitment' | 'cannot-feign' | 'cannot-reverse' | 'cannot-deny' | 'unknown-remedy'
  | 'no-crisis' | 'not-a-patron' | 'no-mediation' | 'no-hotline' | 'cannot-give'
  | 'not-at-level' | 'no-bid' | 'bad-bid' | 'no-reading' | 'bad-inquiry' | 'cannot-compare' | 'already-compared' | 'no-card' | 'bad-price' | 'no-card-offer'
  | 'no-demarche' | 'demarche-tabled' | 'not-a-power' | 'unknown-bud' | 'already-known' | 'bad-pledge' | 'already-announced' | 'cannot-announce'
  | 'nothing-to-accuse' | 'already-accused' | 'cannot-apologise' | 'no-rules-to-join' | 'bad-option' | 'option-not-at-level' | 'option-written' | 'escrow-line' | 'escrow-chair' | 'held-in-escrow' | 'no-snap-back' | 'no-rider' | 'sunset-range' | 'side-letter-place' | 'side-letter-vague' | 'leak-barred' | 'cannot-block' | 'cannot-ratify' | 'nothing-to-ratify' | 'bad-amendment' | 'huddle' | 'cannot-disclose' | 'bad-clause' | 'cannot-act-alone' | 'nobody-inspects' | 'no-joint-measure' | 'bound-signature' | 'ruled-out' | 'event-bars' | 'clause-first' | 'cut-off' | 'no-cosigning'
  | 'paused' | 'already-paused' | 'not-paused' | 'bad-extension' | 'bad-inject' | 'bad-rewind' | 'unknown-request' | 'unknown-delegate' | 'muted'
  | 'unknown-office' | 'office-taken' | 'delegation-full' | 'not-your-office' | 'too-many-drafts' | 'cannot-draft' | 'unknown-draft';

export const refuse = (code: RefusalCode, params: Refusal['params'] = {}): Refusal => ({ refused: true, code, params });
export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'refused' in x;
