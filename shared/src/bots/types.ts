/** What a bot is given and what it may remember. It sees its seat's view and nothing else (rules VI). */
import type { ProposalId, SeatId } from '../model/ids.ts';
import type { View } from '../model/view.ts';
import type { PublicScenario } from '../scenario/public.ts';

/** How a bot leads its seat; `random` plays any legal act and is there for tests. */
export type Temper = 'steady' | 'tough' | 'trader' | 'spoiler' | 'random';
export const TEMPERS: readonly Temper[] = ['steady', 'tough', 'trader', 'spoiler', 'random'];

/** Own notes. Losing them is harmless: everything a bot must not repeat is also read from the view. */
export interface BotMemory {
  temper: Temper | null;
  phaseSeq: number;
  /** Acts in the running phase; a bot that reaches the limit says it is done. */
  acts: number;
  /** Things tried in the running phase, so that a refused or pointless act is not tried again. */
  readonly tried: Set<string>;
  /** Texts this table has turned down, by their fingerprint. */
  readonly refusedTexts: Set<string>;
  /** What a seat was offered too little, as extra worth the next text must bring it. */
  readonly demands: Map<SeatId, number>;
  readonly seen: Set<ProposalId>;
}

export function newMemory(): BotMemory {
  return { temper: null, phaseSeq: -1, acts: 0, tried: new Set(), refusedTexts: new Set(), demands: new Map(), seen: new Set() };
}

export interface BotInput {
  readonly view: View;
  readonly scenario: PublicScenario;
  readonly seat: SeatId;
  /** Absent: the bot draws one that suits the seat and notes it. */
  readonly temper?: Temper;
  /** Uniform in 0..1; the caller seeds it, so that a match of bots can be played again. */
  readonly random: () => number;
  readonly memory: BotMemory;
}

/** The input with everything a bot looks up all the time. */
export interface Mind extends BotInput {
  readonly profile: Profile;
  readonly me: NonNullable<View['me']>;
  readonly legal: NonNullable<View['legal']>;
}

/** A temper in figures; percentages where not said otherwise. */
export interface Profile {
  readonly temper: Temper;
  /** Smallest own worth of a text that is signed, in clause value. */
  readonly threshold: number;
  /** Added to it where the main givers are not trusted. */
  readonly caution: number;
  /** How much of the common good (institutions, values, a stopped programme) counts as own worth, in percent. */
  readonly commonGood: number;
  /** How likely it tables something of its own in a plenary. */
  readonly initiative: number;
  /** How gladly it provokes, shows force, backs a client. */
  readonly force: number;
  /** How likely it shirks a due tranche where shirking pays. */
  readonly shirk: number;
  /** Red line: steps above (below) the table's middle it would rather stand. */
  readonly firmness: number;
  /** Promises by word of mouth where that is cheaper. */
  readonly oral: boolean;
}
