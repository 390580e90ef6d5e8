/** What happened. Events carry results, so that `evolve` only writes them down and a recording never recomputes. */
import type { MatchOptions, SecretChoice } from './commands.ts';
import type { ClauseId, CommitmentId, PairKey, PhaseId, ProposalId, ReasonCode, SeatId } from './ids.ts';
import type { ActionChoice } from './commands.ts';
import type { DeskState } from './desk.ts';
import type { Accusation, Bud, Card, CardOffer, Demarche, HiddenAct, Knowledge, ReadingVote, StandingEffect, Statecraft, Wedge } from './statecraft.ts';
import type { Commitment, Crisis, Ending, IndicatorKey, Indicators, MatchState, Message, NewsItem, Pending, Proposal, RoundActs, RoundRecord, SeatState, Talks, Term, Tranche } from './state.ts';

export type MatchEvent =
  | { readonly type: 'matchStarted'; readonly scenario: string; readonly options: MatchOptions; readonly mandates: Readonly<Record<SeatId, string | null>>; readonly random: number }
  | { readonly type: 'phaseOpened'; readonly round: number; readonly phase: PhaseId; readonly slot: number; readonly phaseSeq: number }
  | { readonly type: 'readied'; readonly seat: SeatId; readonly on: boolean }
  | { readonly type: 'seatHeld'; readonly seat: SeatId; readonly holder: 'people' | 'bot' }
  | { readonly type: 'declared'; readonly seat: SeatId; readonly level: number }
  | { readonly type: 'redLinesRevealed'; readonly levels: Readonly<Record<SeatId, number>>; readonly divergence: number; readonly terms: readonly Term[] }
  | { readonly type: 'invited'; readonly from: SeatId; readonly to: SeatId }
  | { readonly type: 'inviteDeclined'; readonly from: SeatId; readonly to: SeatId }
  | { readonly type: 'met'; readonly slot: number; readonly a: SeatId; readonly b: SeatId }
  | { readonly type: 'messageSent'; readonly message: Message }
  | { readonly type: 'proposalTabled'; readonly proposal: Proposal }
  | { readonly type: 'proposalSigned'; readonly proposal: ProposalId; readonly seat: SeatId }
  | { readonly type: 'proposalRefused'; readonly proposal: ProposalId; readonly seat: SeatId; readonly reasons: readonly ReasonCode[] }
  | { readonly type: 'proposalObjected'; readonly proposal: ProposalId; readonly seat: SeatId }
  | { readonly type: 'proposalWithdrawn'; readonly proposal: ProposalId }
  | { readonly type: 'proposalSuperseded'; readonly proposal: ProposalId; readonly by: ProposalId }
  | { readonly type: 'proposalExpired'; readonly proposal: ProposalId; readonly silent: readonly SeatId[] }
  | { readonly type: 'proposalDropped'; readonly proposal: ProposalId }
  | { readonly type: 'proposalAdopted'; readonly proposal: ProposalId; readonly commitments: readonly Commitment[] }
  | { readonly type: 'chosen'; readonly seat: SeatId; readonly choice: SecretChoice }
  | { readonly type: 'sidePicked'; readonly seat: SeatId; readonly side: 'back' | 'restrain' }
  | { readonly type: 'actAnswered'; readonly from: SeatId; readonly action: string; readonly by: SeatId; readonly accept: boolean }
  | { readonly type: 'stood'; readonly seat: SeatId; readonly stand: 'down' | 'hold' }
  | { readonly type: 'actsRevealed'; readonly acts: RoundActs }
  | { readonly type: 'crisisOpened'; readonly crisis: Crisis }
  | { readonly type: 'sidesRevealed'; readonly picks: Readonly<Record<SeatId, 'back' | 'restrain'>>; readonly defaulted: readonly SeatId[] }
  | { readonly type: 'commitmentMoved'; readonly commitment: CommitmentId; readonly state: Commitment['state']; readonly tranches?: readonly Tranche[]; readonly set?: Partial<Pick<Commitment, 'kept' | 'foundAt' | 'freeReversalUntil' | 'deniable' | 'locked' | 'apologisedAt' | 'brokenAt' | 'trustLost' | 'ratifyAt' | 'loose' | 'escrowFailures' | 'excused' | 'found'>> }
  /** Absolute new values of parts of a seat, with the terms of N where N moved. */
  | { readonly type: 'seatMoved'; readonly seat: SeatId; readonly set: Partial<Omit<SeatState, 'nTerms'>>; readonly nTerms?: readonly Term[] }
  | { readonly type: 'trustMoved'; readonly set: Readonly<Record<PairKey, number>>; readonly terms: readonly { readonly pair: PairKey; readonly code: string; readonly value: number }[] }
  | { readonly type: 'indicatorsMoved'; readonly set: Partial<Indicators>; readonly terms: Readonly<Partial<Record<IndicatorKey, readonly Term[]>>> }
  /** Added to what is pending; cleared when the round closes. */
  | { readonly type: 'pended'; readonly pending: Pending }
  | { readonly type: 'counted'; readonly clock?: number; readonly tests?: number; readonly launches?: number }
  | { readonly type: 'talksMoved'; readonly talks: Talks }
  | { readonly type: 'leakBegan'; readonly seat: SeatId; readonly foundAt: number; /** Round it began where it runs already and only its discovery moves (CO-11). */ readonly since?: number }
  | { readonly type: 'leakFound'; readonly seat: SeatId }
  | { readonly type: 'leakEnded'; readonly seat: SeatId }
  | { readonly type: 'principleAdopted'; readonly clause: ClauseId }
  | { readonly type: 'redLineBound'; readonly bound: Readonly<Record<SeatId, number>> }
  | { readonly type: 'windowOpened'; readonly until: number }
  | { readonly type: 'eventFired'; readonly id: string }
  | { readonly type: 'eventResolved'; readonly id: string }
  /** Actions a seat may take without AP this round. */
  | { readonly type: 'freeGranted'; readonly free: Readonly<Record<SeatId, readonly string[]>> }
  | { readonly type: 'newsPosted'; readonly item: NewsItem }
  /** One bud as it now stands. */
  | { readonly type: 'budMoved'; readonly bud: Bud }
  | { readonly type: 'effectBegan'; readonly effect: StandingEffect }
  /** The effects still in force. */
  | { readonly type: 'effectsEnded'; readonly effects: readonly StandingEffect[] }
  | { readonly type: 'roundsDrawn'; readonly drawn: Statecraft['drawn'] }
  | { readonly type: 'bidPlaced'; readonly event: string; readonly seat: SeatId; readonly bid: string }
  /** A card dealt, or the same card (by id) as it now stands. */
  | { readonly type: 'cardMoved'; readonly seat: SeatId; readonly card: Card }
  /** An offer made, or the same offer (by sender and card) answered. */
  | { readonly type: 'cardOffered'; readonly offer: CardOffer }
  /** A démarche tabled, or the same one (by id) with its answers. */
  | { readonly type: 'demarcheMoved'; readonly demarche: Demarche }
  | { readonly type: 'learned'; readonly seat: SeatId; readonly knowledge: Knowledge }
  /** A hidden act, or the same one (by seat, action and round) come to light. */
  | { readonly type: 'hiddenMoved'; readonly act: HiddenAct }
  /** A wedge, or the same one (by sender and round) as it now stands. */
  | { readonly type: 'wedgeMoved'; readonly wedge: Wedge }
  | { readonly type: 'actAnnounced'; readonly seat: SeatId; readonly action: string }
  | { readonly type: 'accused'; readonly accusation: Accusation }
  | { readonly type: 'apologised'; readonly seat: SeatId; readonly commitment: CommitmentId }
  /** A vote on a reading opened, or the same one (by proposal and line) with its votes. */
  | { readonly type: 'readingMoved'; readonly vote: ReadingVote }
  | { readonly type: 'vetoMoved'; readonly seat: SeatId; readonly proposals: readonly ProposalId[] }
  | { readonly type: 'leakCounted'; readonly counter: number }
  | { readonly type: 'signatureBound'; readonly seat: SeatId; readonly author: SeatId }
  | { readonly type: 'rulesJoined'; readonly seat: SeatId; readonly join: boolean }
  | { readonly type: 'inspected'; readonly count: number }
  | { readonly type: 'acquiesced'; readonly count: number }
  | { readonly type: 'randomDrawn'; readonly random: number }
  | { readonly type: 'roundClosed'; readonly record: RoundRecord }
  | { readonly type: 'matchEnded'; readonly ending: Ending }
  /** The desk's book as it now stands. */
  | { readonly type: 'deskMoved'; readonly desk: DeskState }
  /** FD-5: the match as it goes on from the beginning of an earlier round. */
  | { readonly type: 'rewound'; readonly state: MatchState };

export type TakenAction = { readonly seat: SeatId } & ActionChoice;
