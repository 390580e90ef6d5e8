/** Plain names for the strings that travel through state, commands and events. */
export type SeatId = string;
export type ClauseId = string;
export type ActionId = string;
export type ProposalId = string;
export type CommitmentId = string;
/** Two seats in scenario order joined by '-', e.g. the key of their trust. */
export type PairKey = string;
/** Seats in scenario order joined by '+'; the whole table is the plenary channel, a single seat its delegation. */
export type ChannelKey = string;
export type PhaseId = 'dawn' | 'brief' | 'declaration' | 'bilateral' | 'plenary' | 'secret' | 'crisis' | 'hotline' | 'reveal';
export type Level = 'core' | 'standard' | 'full';
export type Tier = 'war' | 'blocs' | 'stalemate' | 'managed' | 'concert' | 'architecture';
export type Mode = 'WRITTEN' | 'ORAL';
/** Why a seat refuses a text; rendered as a sentence in the reader's language. */
export type ReasonCode =
  | 'too-little' | 'too-costly' | 'no-trust' | 'no-assurance' | 'no-verification' | 'wrong-sequence' | 'oral-only'
  | 'ally-left-out' | 'home' | 'not-now' | 'principle' | 'prefers-other';
