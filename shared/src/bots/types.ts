/** What a bot is given and what it may remember. It sees its seat's view and nothing else (rules VI). */
import type { SeatCommand } from '../model/commands.ts';
import type { ClauseId, PhaseId, ProposalId, SeatId } from '../model/ids.ts';
import type { View } from '../model/view.ts';
import type { PublicScenario } from '../scenario/public.ts';
import type { Sense } from './sense.ts';

/** How a bot leads its seat; `random` plays any legal act and is there for tests. */
export type Temper = 'concert' | 'hawk' | 'dove' | 'opportunist' | 'spoiler' | 'historic' | 'search' | 'random';
export const TEMPERS: readonly Temper[] = ['concert', 'hawk', 'dove', 'opportunist', 'spoiler', 'historic', 'search', 'random'];

/** Own notes. Losing them is harmless: everything a bot must not repeat is also read from the view. */
export interface BotMemory {
  temper: Temper | null;
  phaseSeq: number;
  /** Acts in the running phase; a bot that reaches the limit says it is done. */
  acts: number;
  /** Thought out already, still to be said in this phase. */
  readonly plan: SeatCommand[];
  /** Set by a policy that has thought of everything the phase asks: a hosting table lets it rest until something new waits for it. */
  idle: boolean;
  /** Things tried in the running phase, so that a refused or pointless act is not tried again. */
  readonly tried: Set<string>;
  /** Texts this table has turned down, by their fingerprint. */
  readonly refusedTexts: Set<string>;
  /** What a seat was offered too little, as extra worth the next text must bring it. */
  readonly demands: Map<SeatId, number>;
  /** Offences of other seats against this one: objections, refusals of good offers, wedges, being faced down. */
  readonly grudges: Map<SeatId, number>;
  readonly seen: Set<ProposalId>;
  /** M11: what this seat means to play two powers against each other with, this round. */
  wedge: { readonly round: number; readonly gift: ClauseId; readonly to: readonly SeatId[] } | null;
  /** Working figures of the last thought, made again when what they come from has changed. */
  sense: Sense | null;
  /** What a policy of its own wants to keep between two thoughts (plain data). */
  own: unknown;
}

export function newMemory(): BotMemory {
  return { temper: null, phaseSeq: -1, acts: 0, plan: [], idle: false, tried: new Set(), refusedTexts: new Set(), demands: new Map(), grudges: new Map(), seen: new Set(), wedge: null, sense: null, own: null };
}

/** What a table tells the bots it wakes, so that they need not look for it; `beyond` = more than the core is played. */
export interface Hosted { readonly phaseSeq: number; readonly phase: PhaseId; readonly beyond: boolean }

export interface BotInput {
  readonly view: View;
  readonly scenario: PublicScenario;
  readonly seat: SeatId;
  /** Absent: the bot draws one that suits the seat and notes it. */
  readonly temper?: Temper;
  /** Uniform in 0..1; the caller seeds it, so that a match of bots can be played again. */
  readonly random: () => number;
  readonly memory: BotMemory;
  /** A table that wakes its bots itself and closes phases when all of them rest: no "done" is said, and a plan is carried out without a second look. */
  readonly hosted?: Hosted;
}

/** The input with everything a bot looks up all the time. */
export interface Mind extends BotInput {
  readonly profile: Profile;
  readonly me: NonNullable<View['me']>;
  readonly legal: NonNullable<View['legal']>;
  /** The figures of this look, once they were asked for (`senseOf`). */
  sense?: Sense;
}

/** A temper in figures; percentages where not said otherwise. */
export interface Profile {
  readonly temper: Temper;
  /** Smallest own worth of a text that is signed, in clause value. */
  readonly threshold: number;
  /** Added to it where the main givers are not trusted. */
  readonly caution: number;
  /** How much of the common good (institutions, values, a stopped programme) counts as own worth. */
  readonly commonGood: number;
  /** How likely it tables something of its own in a plenary. */
  readonly initiative: number;
  /** How gladly it provokes, shows force, backs a client. */
  readonly force: number;
  /** How likely it shirks a due tranche where shirking pays. */
  readonly shirk: number;
  /** Red line: steps above (below) its home position it would rather stand. */
  readonly firmness: number;
  /** How far its red line is pulled to the middle of the table. */
  readonly pull: number;
  /** How gladly it exploits what divides others: wedges, leaks, cards, feints, loose words. */
  readonly cunning: number;
  /** How gladly it acts with others: démarches, notes, shared warnings, pledges, names under texts of others. */
  readonly together: number;
  /** How readily it stops a text that harms it. */
  readonly protest: number;
}
