/** A whole match of bots without a network: the same decide, evolve and views as at a real table, made again from its seed. */
import { decide } from '../engine/decide.ts';
import { evolve } from '../engine/evolve.ts';
import { createProjector } from '../engine/project.ts';
import { isRefusal, type Actor, type Command } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { Level, SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { View } from '../model/view.ts';
import { waiting } from '../rules/setup.ts';
import { publicScenario } from '../scenario/public.ts';
import type { Scenario } from '../scenario/schema.ts';
import { chooseAct } from './chooseAct.ts';
import { drawTemper } from './temper.ts';
import { newMemory, type BotMemory, type Temper } from './types.ts';

export interface PlayOptions {
  readonly seed: number;
  readonly rounds?: number;
  readonly level?: Level;
  readonly pinned?: readonly string[];
  /** By seat; a seat not named plays a temper drawn from the seed. */
  readonly tempers?: Readonly<Record<SeatId, Temper>>;
}
export interface PlayedEntry { readonly actor: Actor; readonly command: Command; readonly events: readonly MatchEvent[] }
export interface Played {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
  readonly entries: readonly PlayedEntry[];
  readonly tempers: Readonly<Record<SeatId, Temper>>;
  /** Acts of bots that the rules refused: `seat type code`. */
  readonly refused: readonly string[];
  /** Most acts one bot made in one phase. */
  readonly busiest: number;
}

/** A bot whose acts are refused this often in a phase only says "done". */
const REFUSALS = 3;
/** Far more steps than any match takes; reaching it means a match that cannot end. */
const MOST_STEPS = 50_000;

/** Uniform numbers in 0..1 from a seed; the bots' own dice, apart from the rules' generator. */
export function dice(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Chair { readonly seat: SeatId; readonly temper: Temper; readonly random: () => number; readonly memory: BotMemory; readonly look: (state: MatchState) => View; refusals: number; acts: number; phaseSeq: number }

/** Plays a match to its end. @throws Error when a match does not end, which would be a fault of bots or rules. */
export function playMatch(scenario: Scenario, options: PlayOptions, onEvent?: (event: MatchEvent, state: MatchState) => void): Played {
  const open = publicScenario(scenario);
  let state = waiting(scenario);
  const events: MatchEvent[] = [];
  const entries: PlayedEntry[] = [];
  const refused: string[] = [];
  let busiest = 0;
  const submit = (actor: Actor, command: Command): boolean => {
    const decided = decide(scenario, state, actor, command);
    if (isRefusal(decided)) {
      refused.push(`${actor.kind === 'seat' ? actor.seat : 'table'} ${command.type} ${decided.code}`);
      return false;
    }
    entries.push({ actor, command, events: decided });
    for (const event of decided) { state = evolve(state, event); events.push(event); onEvent?.(event, state); }
    return true;
  };
  const chairs = scenario.seats.map(({ id }, index): Chair => {
    const random = dice(Math.imul(options.seed, 7919) + index * 104729 + 1);
    return { seat: id, temper: options.tempers?.[id] ?? drawTemper(open, id, random), random, memory: newMemory(), look: createProjector(scenario, { kind: 'seat', seat: id }), refusals: 0, acts: 0, phaseSeq: -1 };
  });
  const order = dice(options.seed ^ 0x51ed);
  submit({ kind: 'table' }, { type: 'start', options: {
    seed: options.seed, level: options.level ?? 'core', pinned: options.pinned ?? [], rounds: options.rounds ?? scenario.rounds,
    holders: Object.fromEntries(scenario.seats.map((s) => [s.id, 'bot' as const])),
  } });
  for (let step = 0; state.status === 'running'; step += 1) {
    if (step > MOST_STEPS) throw new Error(`seed ${options.seed}: the match does not end (round ${state.round}, ${state.phase})`);
    let acted = false;
    const first = Math.floor(order() * chairs.length);
    for (let i = 0; i < chairs.length && state.status === 'running'; i += 1) {
      const chair = chairs[(first + i) % chairs.length] as Chair;
      if (chair.phaseSeq !== state.phaseSeq) Object.assign(chair, { phaseSeq: state.phaseSeq, refusals: 0, acts: 0 });
      if (chair.refusals >= REFUSALS) continue;
      const { phaseSeq } = state;
      const { seat, temper, random, memory } = chair;
      const command = chooseAct({ view: chair.look(state), scenario: open, seat, temper, random, memory });
      if (!command) continue;
      if (submit({ kind: 'seat', seat }, command)) { acted = true; if (state.phaseSeq === phaseSeq) chair.acts += 1; busiest = Math.max(busiest, chair.acts); }
      else if ((chair.refusals += 1) < REFUSALS) acted = true;
      else if (!state.ready.includes(seat)) acted = submit({ kind: 'seat', seat }, { type: 'ready', on: true }) || acted;
    }
    if (!acted && state.status === 'running') submit({ kind: 'table' }, { type: 'advance', phaseSeq: state.phaseSeq });
  }
  return { state, events, entries, tempers: Object.fromEntries(chairs.map((c) => [c.seat, c.temper])), refused, busiest };
}
