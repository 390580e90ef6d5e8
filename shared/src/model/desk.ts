/** What a facilitator's desk and the delegations behind the seats add to a match (rules FD, DL). Absent until the first such act. */
import type { ActCommand, SeatCommand } from './commands.ts';
import type { ProposalId, SeatId } from './ids.ts';
import type { MatchState } from './state.ts';

export type CommandType = SeatCommand['type'];

/** FD-4: what an inject may move, each within its own bound; nothing else of the match can be moved by hand. */
export interface DeskEffects {
  /** At the next fold, within its limits (IN-4). */
  readonly ten?: number; readonly bloc?: number; readonly cm?: number;
  /** At once. */
  readonly support?: Readonly<Record<SeatId, number>>;
  readonly trust?: readonly { readonly a: SeatId; readonly b: SeatId; readonly delta: number }[];
}
export interface Inject {
  /** `message` comes from an actor who is not at the table and is named in `from`. */
  readonly kind: 'news' | 'intelligence' | 'message';
  /** Who hears of it; empty = everybody. */
  readonly to: readonly SeatId[];
  readonly text: string;
  readonly from?: string;
  readonly effects?: DeskEffects;
}

/** FD: acts of the desk. The room proves that the desk asks; the log keeps every one of them. */
export type DeskAct =
  | { readonly type: 'pause'; readonly reason: string; /** Epoch milliseconds at which the clock runs on by itself. */ readonly until: number | null; /** FD-10: the delegations talk among themselves alone. */ readonly huddle?: true }
  | { readonly type: 'resume' }
  | { readonly type: 'extend'; readonly phaseSeq: number; readonly seconds: number }
  | { readonly type: 'say'; readonly to: readonly SeatId[]; readonly text: string }
  | { readonly type: 'inject'; readonly inject: Inject }
  /** FD-5: `state` is the match as that round began, as the log gives it. */
  | { readonly type: 'rewind'; readonly round: number; readonly state: MatchState }
  /** FD-6: a decision taken on paper, entered for a seat. */
  | { readonly type: 'enter'; readonly seat: SeatId; readonly command: ActCommand; readonly note: string }
  /** FD-7: which commands wait for the desk, and its answer. */
  | { readonly type: 'approval'; readonly commands: readonly CommandType[] }
  | { readonly type: 'settle'; readonly request: string; readonly verdict: 'approve' | 'return'; readonly reason: string; readonly amended?: ActCommand }
  /** FD-9: who ratifies at home what people's seats sign from now on, and its answer. */
  | { readonly type: 'capital'; readonly by: Capital | 'off' }
  | { readonly type: 'ratify'; readonly seat: SeatId; readonly proposal: ProposalId; readonly verdict: 'ratify' | 'reject'; readonly reason: string }
  /** DL-1: who sits in which delegation, in which office; without a seat the member leaves. */
  | { readonly type: 'assign'; readonly member: string; readonly name: string; readonly seat: SeatId | null; readonly office: string | null }
  | { readonly type: 'mute'; readonly member: string; readonly on: boolean };

/** DL-3: an act a member prepared for its head; votes inside the delegation are advice. */
export interface Draft { readonly id: string; readonly seat: SeatId; readonly by: string; readonly command: ActCommand; readonly round: number; readonly votes: Readonly<Record<string, boolean>> }
export interface DeskRequest { readonly id: string; readonly seat: SeatId; readonly by: string | null; readonly command: ActCommand; readonly round: number; readonly phaseSeq: number }
export interface Delegate { readonly member: string; readonly name: string; readonly seat: SeatId; readonly office: string; readonly muted: boolean }

/** FD-9: the desk answers for the capitals, or the rules do. */
export type Capital = 'desk' | 'bot';
export interface DeskState {
  readonly paused: { readonly reason: string; readonly until: number | null; readonly huddle?: true } | null;
  /** Seconds added to the clock of one phase. */
  readonly extended: { readonly phaseSeq: number; readonly seconds: number } | null;
  readonly approval: readonly CommandType[];
  /** Absent = what is signed binds as the rules of the level say. */
  readonly capital?: Capital;
  readonly requests: readonly DeskRequest[];
  readonly delegates: readonly Delegate[];
  readonly drafts: readonly Draft[];
  /** Acts of the desk so far: the ids of what it is asked. */
  readonly count: number;
}
export const NO_DESK: DeskState = { paused: null, extended: null, approval: [], requests: [], delegates: [], drafts: [], count: 0 };

/** The desk as one viewer may see it: the own delegation's drafts and requests, who sits where, and what holds the clock. */
export interface DeskSlice {
  readonly paused: DeskState['paused'];
  readonly extended: DeskState['extended'];
  readonly approval: readonly CommandType[];
  readonly capital?: Capital;
  readonly delegates: readonly Omit<Delegate, 'muted'>[];
  readonly drafts: readonly Draft[];
  readonly requests: readonly DeskRequest[];
}
