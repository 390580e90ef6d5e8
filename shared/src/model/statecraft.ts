/** What the mechanisms beyond the core keep of a match: buds, cards, démarches, knowledge bought, hidden acts, effects of events. */
import type { ActionId, ClauseId, CommitmentId, PairKey, ProposalId, SeatId } from './ids.ts';

/** BU: a threat in the bud. `stage` 1..3, past 3 it blooms. */
export interface Bud {
  readonly event: string; readonly stage: number; readonly plantedAt: number;
  readonly state: 'growing' | 'defused' | 'bloomed' | 'withered';
  /** Seats that know of it before it is public (BU-3): its owners and whom they told. */
  readonly knownTo: readonly SeatId[];
  /** Who told whom; only the two know it. */
  readonly told: readonly { readonly from: SeatId; readonly to: SeatId }[];
  readonly public: boolean;
  /** Sealed pledges of AP made this round (BU-2). */
  readonly pledges: Readonly<Record<SeatId, number>>;
}

/** EV: what an event does for some rounds, as scenario data; the rules that it bends ask for it by kind. */
export interface StandingEffect {
  readonly event: string;
  /** Last round in which it holds; null while its event stays in force. */
  readonly until: number | null;
  /** One of the scenario's event effects (`EventEffect` of the scenario schema). */
  readonly effect: import('../scenario/eventSchema.ts').EventEffect;
}

/** M09 and M10: a secret card. A core-interest card names a clause, a linkage card a bargain outside the talks. */
export interface Card {
  readonly id: string; readonly kind: 'core' | 'linkage'; readonly round: number;
  /** core: the clause whose performance it pays for. */
  readonly clause?: ClauseId;
  /** linkage: the theme, rendered as `linkage.<theme>`. */
  readonly theme?: string;
  readonly state: 'held' | 'traded';
  /** linkage: who bought it. */
  readonly buyer?: SeatId;
}
/** IN-5: what the holder gives for the gain its card stands for. */
export type CardPrice = { readonly kind: 'level'; readonly level: number } | { readonly kind: 'signature' };
export interface CardOffer { readonly from: SeatId; readonly to: SeatId; readonly card: string; readonly give: CardPrice; readonly slot: number; readonly accepted: boolean | null }

/** AC-6, M03. Answers are open; silence abstains. */
export interface Demarche { readonly id: string; readonly by: SeatId; readonly target: SeatId; readonly favour: readonly SeatId[]; readonly against: readonly SeatId[]; readonly round: number }

/** M04, AC-7: what a seat paid to know, for one round. */
export type Knowledge =
  | { readonly kind: 'pair'; readonly pair: PairKey; readonly round: number }
  /** E33: asked whether this seat sent an envoy or went to a capital last round. */
  | { readonly kind: 'channel'; readonly seat: SeatId; readonly found: boolean; readonly round: number }
  /** E32, CO-10: looked for covert breaches and side letters of one seat. */
  | { readonly kind: 'covert'; readonly seat: SeatId; readonly found: readonly CommitmentId[]; readonly round: number }
  /** M11: notes compared with another power. */
  | { readonly kind: 'notes'; readonly with: SeatId; readonly found: boolean; readonly round: number };

/** AC-4: an act nobody saw. */
export interface HiddenAct { readonly seat: SeatId; readonly action: ActionId; readonly target?: SeatId; readonly round: number; readonly foundAt: number | null; readonly open: 'hidden' | 'disclosed' | 'exposed' }

/** AC-10, M11: two private offers that exclude each other. */
export interface Wedge { readonly sender: SeatId; readonly gift: ClauseId; readonly offers: readonly { readonly to: SeatId; readonly proposal: ProposalId; readonly asked: ClauseId; readonly signed: boolean }[]; readonly round: number; readonly state: 'open' | 'sprung' | 'void' | 'lapsed' }

/** CO-11. */
export interface Accusation { readonly by: SeatId; readonly round: number; readonly commitment?: CommitmentId; readonly leak?: SeatId }

/** CO-9: the vote on what a vague line means. */
export interface ReadingVote { readonly commitments: readonly CommitmentId[]; readonly proposal: ProposalId; readonly line: number; readonly votes: Readonly<Record<SeatId, 'strict' | 'loose'>>; readonly result: 'strict' | 'loose' | null }

export interface Statecraft {
  readonly buds: Readonly<Record<string, Bud>>;
  readonly effects: readonly StandingEffect[];
  /** EV-4: rounds drawn at setup for seeded events. */
  readonly drawn: Readonly<Record<string, readonly number[]>>;
  /** Sealed bids on events of this round's declaration: event -> seat -> bid. */
  readonly bids: Readonly<Record<string, Readonly<Record<SeatId, string>>>>;
  readonly cards: Readonly<Record<SeatId, readonly Card[]>>;
  readonly offers: readonly CardOffer[];
  readonly demarches: readonly Demarche[];
  readonly knowledge: Readonly<Record<SeatId, readonly Knowledge[]>>;
  readonly hidden: readonly HiddenAct[];
  readonly wedges: readonly Wedge[];
  /** CO-12: acts announced in steps 4 and 5 of this round. */
  readonly announced: readonly { readonly seat: SeatId; readonly action: ActionId }[];
  readonly accusations: readonly Accusation[];
  readonly readings: readonly ReadingVote[];
  /** PR-10: texts about the peninsula in which a seat holds a veto token. */
  readonly vetoes: Readonly<Record<SeatId, readonly ProposalId[]>>;
  /** M16, BU-4. */
  readonly leakCounter: number;
  /** IN-5: seats bound to sign the next plenary text of another seat, this round. */
  readonly boundSignatures: readonly { readonly seat: SeatId; readonly author: SeatId; readonly round: number }[];
  /** M24: seats that have joined the common rules. */
  readonly joined: readonly SeatId[];
  /** IN-8: inspections the proliferator has accepted. */
  readonly inspections: number;
  /** M08: cases in which force was used alone and nobody objected. */
  readonly acquiesced: number;
}

export const NO_STATECRAFT: Statecraft = {
  buds: {}, effects: [], drawn: {}, bids: {}, cards: {}, offers: [], demarches: [], knowledge: {}, hidden: [], wedges: [], announced: [],
  accusations: [], readings: [], vetoes: {}, leakCounter: 0, boundSignatures: [], joined: [], inspections: 0, acquiesced: 0,
};
