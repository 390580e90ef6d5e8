/** A whole match of bots without a network: the same decide, evolve and views as at a real table, made again from its seed. */
import { step } from '../engine/decide.ts';
import { createGlance } from '../engine/glance.ts';
import { awaited } from '../engine/phases.ts';
import { isRefusal, type Actor, type Command, type SeatCommand } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { Level, SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { View } from '../model/view.ts';
import { waiting } from '../rules/setup.ts';
import { publicScenario, type PublicScenario } from '../scenario/public.ts';
import type { Scenario } from '../scenario/schema.ts';
import { chooseAct, MOST_ACTS } from './chooseAct.ts';
import { fixedDraft, type FixedDraft } from './fixedDraft.ts';
import { drawTemper } from './temper.ts';
import { newMemory, type BotMemory, type Hosted, type Temper } from './types.ts';

export interface PlayOptions {
  readonly seed: number;
  readonly rounds?: number;
  readonly level?: Level;
  readonly pinned?: readonly string[];
  /** Only the outcome is asked for: neither acts nor events are kept, and what has been played can be forgotten at once. */
  readonly unrecorded?: boolean;
  /** By seat; a seat not named plays a temper drawn from the seed. */
  readonly tempers?: Readonly<Record<SeatId, Temper>>;
  /** For experiments: red lines that seats declare whatever they think, seats that secretly let everything through, a draft the chair puts in one round. */
  readonly fixed?: { readonly redLines?: Readonly<Record<SeatId, number>>; readonly leaks?: readonly SeatId[]; readonly draft?: FixedDraft };
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

/** A bot whose acts are refused this often in a phase says no more in it. */
const REFUSALS = 3;
/** Far more steps than any match takes; reaching it means a match that cannot end. */
const MOST_STEPS = 50_000;
const TABLE: Actor = { kind: 'table' };

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

interface Chair {
  readonly seat: SeatId; readonly actor: Actor; readonly temper: Temper; readonly random: () => number; readonly memory: BotMemory; readonly look: (state: MatchState) => View;
  refusals: number; acts: number; awake: boolean;
}

const opened = new WeakMap<Scenario, PublicScenario>();
function openScenario(scenario: Scenario): PublicScenario {
  let open = opened.get(scenario);
  if (!open) opened.set(scenario, (open = publicScenario(scenario)));
  return open;
}

/** Plays a match to its end. @throws Error when a match does not end, which would be a fault of bots or rules. */
export function playMatch(scenario: Scenario, options: PlayOptions, onEvent?: (event: MatchEvent, state: MatchState) => void): Played {
  const table = new HostingTable(scenario, options, onEvent);
  table.play();
  return table.played();
}

/** Wakes a bot when a phase asks something of it or something it must answer changed; closes the phase when all of them rest. */
class HostingTable {
  readonly #scenario: Scenario;
  readonly #open: PublicScenario;
  readonly #options: PlayOptions;
  readonly #onEvent: ((event: MatchEvent, state: MatchState) => void) | undefined;
  readonly #chairs: readonly Chair[];
  readonly #at: ReadonlyMap<SeatId, Chair>;
  readonly #order: () => number;
  readonly #beyond: boolean;
  readonly #events: MatchEvent[] = [];
  readonly #entries: PlayedEntry[] = [];
  readonly #refused: string[] = [];
  readonly #queue: Chair[] = [];
  #busiest = 0;
  #state: MatchState;

  constructor(scenario: Scenario, options: PlayOptions, onEvent?: (event: MatchEvent, state: MatchState) => void) {
    this.#scenario = scenario;
    this.#open = openScenario(scenario);
    this.#options = options;
    this.#onEvent = onEvent;
    this.#state = waiting(scenario);
    this.#order = dice(options.seed ^ 0x51ed);
    this.#beyond = (options.level ?? 'core') !== 'core' || scenario.pinned.length + (options.pinned?.length ?? 0) > 0;
    this.#chairs = scenario.seats.map(({ id }, index): Chair => {
      const random = dice(Math.imul(options.seed, 7919) + index * 104729 + 1);
      const temper = options.tempers?.[id] ?? drawTemper(this.#open, id, random);
      return { seat: id, actor: { kind: 'seat', seat: id }, temper, random, memory: newMemory(), look: createGlance(scenario, id), refusals: 0, acts: 0, awake: false };
    });
    this.#at = new Map(this.#chairs.map((chair) => [chair.seat, chair]));
  }

  play(): void {
    const { seed, level = 'core', pinned = [], rounds = this.#scenario.rounds } = this.#options;
    this.#submit(TABLE, { type: 'start', options: { seed, level, pinned, rounds, holders: Object.fromEntries(this.#scenario.seats.map((s) => [s.id, 'bot' as const])) } });
    for (let step = 0; this.#state.status === 'running'; step += 1) {
      if (step > MOST_STEPS) throw new Error(`seed ${seed}: the match does not end (round ${this.#state.round}, ${this.#state.phase})`);
      this.#phase();
    }
  }

  played(): Played {
    return { state: this.#state, events: this.#events, entries: this.#entries, tempers: Object.fromEntries(this.#chairs.map((c) => [c.seat, c.temper])), refused: this.#refused, busiest: this.#busiest };
  }

  /** One phase: everybody who is asked speaks, answers are answered, and the table goes on. */
  #phase(): void {
    const { phaseSeq, phase } = this.#state;
    if (phase !== 'dawn' && phase !== 'reveal') {
      for (const chair of this.#chairs) { chair.refusals = 0; chair.acts = 0; chair.awake = false; }
      if (this.#queue.length > 0) this.#queue.length = 0;
      if (phase === 'plenary') this.#putDraft();
      this.#call(phase === 'plenary');
      const hosted: Hosted = { phaseSeq, phase, beyond: this.#beyond };
      for (let chair = this.#queue.shift(); chair && this.#state.phaseSeq === phaseSeq; chair = this.#queue.shift()) {
        chair.awake = false;
        this.#hear(chair, hosted);
      }
    }
    if (this.#state.status === 'running' && this.#state.phaseSeq === phaseSeq) this.#submit(TABLE, { type: 'advance', phaseSeq });
  }

  /** Calls those the phase waits for, from a drawn seat round the table; in a plenary its chair first. */
  #call(plenary: boolean): void {
    const asked = awaited(this.#scenario, this.#state);
    const count = asked.length;
    const first = Math.floor(this.#order() * count);
    if (plenary) this.#wake(this.#state.talks.chair);
    for (let i = 0; i < count; i += 1) this.#wake(asked[(first + i) % count] as SeatId);
  }

  #wake(seat: SeatId): void {
    const chair = this.#at.get(seat);
    if (!chair || chair.awake || chair.refusals >= REFUSALS) return;
    chair.awake = true;
    this.#queue.push(chair);
  }

  /** Lets a bot say all it has to say now. */
  #hear(chair: Chair, hosted: Hosted): void {
    const { seat, temper, random, memory } = chair;
    while (this.#state.phaseSeq === hosted.phaseSeq && chair.refusals < REFUSALS) {
      const asked = chooseAct({ view: chair.look(this.#state), scenario: this.#open, seat, temper, random, memory, hosted });
      if (!asked) return;
      const command = this.#options.fixed ? this.#fix(seat, asked) : asked;
      if (!this.#submit(chair.actor, command)) chair.refusals += 1;
      else if ((chair.acts += 1) > this.#busiest) this.#busiest = chair.acts;
      if (chair.acts >= MOST_ACTS || (memory.idle && memory.plan.length === 0)) return;
    }
  }

  /** An experiment speaks for the chair. */
  #putDraft(): void {
    const draft = this.#options.fixed?.draft;
    const chair = draft?.round === this.#state.round ? this.#at.get(this.#state.talks.chair) : undefined;
    const command = draft && chair ? fixedDraft(chair.look(this.#state), draft.clauses) : null;
    if (command && chair) this.#submit(chair.actor, command);
  }

  /** An experiment speaks for a seat. */
  #fix(seat: SeatId, command: SeatCommand): SeatCommand {
    const { redLines = {}, leaks = [] } = this.#options.fixed ?? {};
    const level = redLines[seat];
    if (command.type === 'declare' && level !== undefined) return { ...command, level };
    if (command.type !== 'choose') return command;
    const leak = this.#scenario.actions.find((action) => action.special === 'leak');
    if (!leak || (level === undefined && !leaks.includes(seat))) return command;
    const actions = command.actions.filter((act) => act.action !== leak.id && (!leaks.includes(seat) || this.#scenario.actions.find((spec) => spec.id === act.action)?.ap !== 0));
    return { ...command, actions: leaks.includes(seat) ? [{ action: leak.id }, ...actions].slice(0, 3) : actions };
  }

  #submit(actor: Actor, command: Command): boolean {
    const taken = step(this.#scenario, this.#state, actor, command);
    if (isRefusal(taken)) {
      this.#refused.push(`${actor.kind === 'seat' ? actor.seat : 'table'} ${command.type} ${taken.code}`);
      return false;
    }
    const { events, states, state } = taken;
    const recorded = this.#options.unrecorded !== true;
    if (recorded) this.#entries.push({ actor, command, events });
    // Deciding has folded the events; only an onlooker asks for the states in between.
    if (this.#onEvent) for (const [i, event] of events.entries()) this.#onEvent(event, states[i] ?? state);
    this.#state = state;
    for (const event of events) {
      if (recorded) this.#events.push(event);
      this.#stir(event);
    }
    return true;
  }

  /** Who has something to answer by what just happened. */
  #stir(event: MatchEvent): void {
    switch (event.type) {
      case 'invited': return this.#wake(event.to);
      case 'inviteDeclined': return this.#wake(event.from);
      case 'met': this.#wake(event.a); return this.#wake(event.b);
      case 'proposalTabled':
        for (const { id, kind } of this.#scenario.seats) if (id !== event.proposal.author && (event.proposal.parties.includes(id) || (kind === 'power' && event.proposal.scope === 'plenary'))) this.#wake(id);
        return;
      case 'chosen':
        for (const { partner } of event.choice.actions) if (partner !== undefined && !this.#state.sealed.choices[partner]?.actions.some((act) => act.partner === event.seat)) this.#wake(partner);
        return;
      case 'cardOffered': return event.offer.accepted === null ? this.#wake(event.offer.to) : undefined;
      case 'demarcheMoved':
        if (event.demarche.favour.length === 1 && event.demarche.against.length === 0) for (const { id, kind } of this.#scenario.seats) if (kind === 'power' && id !== event.demarche.by) this.#wake(id);
        return;
      default:
    }
  }
}
