/** Parts of the state that may appear in views as they are. */
import type { ReasonCode, SeatId } from './ids.ts';
export type { Commitment, Crisis, Ending, IndicatorKey, Indicators, Invitation, Meeting, Message, NewsItem, Proposal, RoundRecord, Term } from './state.ts';
export type ReasonsBySeat = readonly { readonly seat: SeatId; readonly reasons: readonly ReasonCode[] }[];
