/** Plays an imagined state on to the end with quick bots in every seat, and says what the own seat scored. */
import { step } from '../../engine/decide.ts';
import { createGlance } from '../../engine/glance.ts';
import { awaited } from '../../engine/phases.ts';
import { isRefusal, type Actor, type Command, type SeatCommand } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import type { SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import type { View } from '../../model/view.ts';
import { score } from '../../rules/score.ts';
import { publicScenario, type PublicScenario } from '../../scenario/public.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { chooseAct } from '../chooseAct.ts';
import { dice } from '../table.ts';
import { newMemory, type BotMemory, type Hosted, type Temper } from '../types.ts';

const TABLE: Actor = { kind: 'table' };
const MOST_ACTS = 8;
const MOST_PHASES = 400;

interface Player { readonly seat: SeatId; readonly actor: Actor; readonly temper: Temper; readonly random: () => number; readonly memory: BotMemory; readonly look: (state: MatchState) => View; acts: number; asleep: boolean }

/** Everything about an imagined scenario that all its rollouts share. */
export interface Stage { readonly scenario: Scenario; readonly open: PublicScenario; readonly beyond: boolean }
export const stageOf = (scenario: Scenario, level: View['table']['level']): Stage => ({ scenario, open: publicScenario(scenario), beyond: level !== 'core' || scenario.pinned.length > 0 });

export interface Trial {
  readonly seat: SeatId;
  /** What the own seat does now, and how it and the others play on. */
  readonly acts: readonly SeatCommand[];
  readonly temper: Temper;
  readonly others: Temper;
  readonly seed: number;
  /** Rounds played by bots, this one included; what is left of the match is then played out in silence. */
  readonly rounds: number;
}

/** The own score of this trial; null where the rules do not allow what was tried. */
export function tryOut(stage: Stage, from: MatchState, trial: Trial): number | null {
  const run = new Run(stage, from, trial);
  return run.play() ? (score(stage.scenario, run.state).scores.find((each) => each.seat === trial.seat)?.score ?? 0) : null;
}

class Run {
  state: MatchState;
  readonly #stage: Stage;
  readonly #trial: Trial;
  readonly #players: readonly Player[];
  readonly #queue: Player[] = [];

  constructor(stage: Stage, from: MatchState, trial: Trial) {
    this.#stage = stage;
    this.#trial = trial;
    this.state = from;
    this.#players = stage.scenario.seats.map(({ id }, index): Player => ({
      seat: id, actor: { kind: 'seat', seat: id }, temper: id === trial.seat ? trial.temper : trial.others, random: dice(Math.imul(trial.seed, 7919) + index * 104729 + 1), memory: newMemory(), look: createGlance(stage.scenario, id), acts: 0, asleep: true,
    }));
  }

  play(): boolean {
    const last = this.state.round + this.#trial.rounds;
    for (let count = 0; this.state.status === 'running' && count < MOST_PHASES; count += 1) {
      if (this.state.round < last) { if (!this.#phase(count === 0)) return false; } else this.#advance();
    }
    return true;
  }

  /** One phase as at a real table; in the first, the own seat does what is tried and then only answers. */
  #phase(first: boolean): boolean {
    const { phaseSeq, phase } = this.state;
    if (phase !== 'dawn' && phase !== 'reveal') {
      const hosted: Hosted = { phaseSeq, phase, beyond: this.#stage.beyond };
      this.#queue.length = 0;
      for (const player of this.#players) { player.acts = 0; player.asleep = true; }
      const own = this.#players.find((player) => player.seat === this.#trial.seat);
      if (first && own) {
        let done = 0;
        for (const act of this.#trial.acts) if (this.state.phaseSeq === phaseSeq && this.#submit(own.actor, act)) done += 1;
        if (done === 0 && this.#trial.acts.length > 0) return false;
      }
      for (const seat of awaited(this.#stage.scenario, this.state)) if (!first || seat !== this.#trial.seat) this.#wake(seat);
      for (let player = this.#queue.shift(); player && this.state.phaseSeq === phaseSeq; player = this.#queue.shift()) { player.asleep = true; this.#hear(player, hosted); }
    }
    if (this.state.status === 'running' && this.state.phaseSeq === phaseSeq) this.#advance();
    return true;
  }

  #advance(): void { this.#submit(TABLE, { type: 'advance', phaseSeq: this.state.phaseSeq }); }

  #hear(player: Player, hosted: Hosted): void {
    while (this.state.phaseSeq === hosted.phaseSeq && player.acts < MOST_ACTS) {
      const command = chooseAct({ view: player.look(this.state), scenario: this.#stage.open, seat: player.seat, temper: player.temper, random: player.random, memory: player.memory, hosted });
      if (!command) return;
      player.acts += 1;
      this.#submit(player.actor, command);
      if (player.memory.idle && player.memory.plan.length === 0) return;
    }
  }

  #wake(seat: SeatId): void {
    const player = this.#players.find((each) => each.seat === seat);
    if (!player?.asleep) return;
    player.asleep = false;
    this.#queue.push(player);
  }

  #submit(actor: Actor, command: Command): boolean {
    const taken = step(this.#stage.scenario, this.state, actor, command);
    if (isRefusal(taken)) return false;
    this.state = taken.state;
    for (const event of taken.events) this.#stir(event);
    return true;
  }

  /** Who has something to answer by what just happened. */
  #stir(event: MatchEvent): void {
    switch (event.type) {
      case 'invited': return this.#wake(event.to);
      case 'met': this.#wake(event.a); return this.#wake(event.b);
      case 'proposalTabled':
        for (const { id, kind } of this.#stage.scenario.seats) if (id !== event.proposal.author && (event.proposal.parties.includes(id) || (kind === 'power' && event.proposal.scope === 'plenary'))) this.#wake(id);
        return;
      case 'chosen':
        for (const { partner } of event.choice.actions) if (partner !== undefined && !this.state.sealed.choices[partner]?.actions.some((act) => act.partner === event.seat)) this.#wake(partner);
        return;
      case 'cardOffered': return event.offer.accepted === null ? this.#wake(event.offer.to) : undefined;
      default:
    }
  }
}
