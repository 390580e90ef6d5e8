/** What a seat may ask of the rules. One member per act; `decide` answers with events or a refusal value. */
import type { ActionId, ClauseId, CommitmentId, Mode, ProposalId, ReasonCode, SeatId } from './ids.ts';

export interface LineDraft {
  readonly clause: ClauseId;
  readonly givers: readonly SeatId[];
  readonly receivers: readonly SeatId[];
  readonly mode: Mode;
  /** Index of an earlier line of the same proposal: this line falls due when that one is performed (action for action). */
  readonly after?: number;
}

export interface ActionChoice {
  readonly action: ActionId;
  readonly target?: SeatId;
  /** The other state of a joint act (AC-2); it must choose the same act with us. */
  readonly partner?: SeatId;
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
  readonly remedies: readonly { readonly event: string; readonly commitment?: CommitmentId }[];
}

export type SeatCommand =
  | { readonly type: 'ready'; readonly on: boolean }
  | { readonly type: 'declare'; readonly level: number }
  | { readonly type: 'invite'; readonly to: SeatId }
  | { readonly type: 'acceptInvite'; readonly from: SeatId }
  | { readonly type: 'declineInvite'; readonly from: SeatId }
  /** `to` are the other seats; empty = own delegation. */
  | { readonly type: 'message'; readonly to: readonly SeatId[]; readonly text: string }
  | { readonly type: 'propose'; readonly scope: 'plenary' | 'bilateral'; readonly lines: readonly LineDraft[]; readonly chairDraft?: boolean; readonly counterTo?: ProposalId }
  | { readonly type: 'sign'; readonly proposal: ProposalId; readonly version: number }
  | { readonly type: 'refuse'; readonly proposal: ProposalId; readonly version: number; readonly reasons: readonly ReasonCode[] }
  | { readonly type: 'object'; readonly proposal: ProposalId; readonly version: number }
  | { readonly type: 'withdraw'; readonly proposal: ProposalId }
  | { readonly type: 'preStep'; readonly clause: ClauseId; readonly receivers: readonly SeatId[] }
  | ({ readonly type: 'choose' } & SecretChoice)
  | { readonly type: 'pickSide'; readonly side: 'back' | 'restrain' }
  | { readonly type: 'answerMediation'; readonly from: SeatId; readonly accept: boolean }
  | { readonly type: 'standDown'; readonly stand: 'down' | 'hold' };

/** What the table itself (clock, room) asks; never accepted from a client. */
export type TableCommand =
  | { readonly type: 'start'; readonly options: MatchOptions }
  /** Time is up for the phase with this number; stale numbers are refused, so a late timer is harmless. */
  | { readonly type: 'advance'; readonly phaseSeq: number }
  | { readonly type: 'hold'; readonly seat: SeatId; readonly holder: 'people' | 'bot' };

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
export type Actor = { readonly kind: 'seat'; readonly seat: SeatId } | { readonly kind: 'table' };

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
  | 'no-crisis' | 'not-a-patron' | 'no-mediation' | 'no-hotline' | 'cannot-give';

export const refuse = (code: RefusalCode, params: Refusal['params'] = {}): Refusal => ({ refused: true, code, params });
export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'refused' in x;
