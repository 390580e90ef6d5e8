/** Turns clock time into ordinary `advance` commands: one timer for the running phase, scaled so that a whole match fits the preset. */
import type { Scenario } from '@concert/shared';
import type { MatchSession } from './MatchSession.ts';

/** Whole-match length in minutes; null = no clock (days-long play). */
export const PRESET_MINUTES: Readonly<Record<string, number | null>> = { blitz: 25, standard: 90, seminar: 150, untimed: null, tutorial: null };
/** After a pause or a restart nobody loses the phase to the outage alone. */
const GRACE_MS = 20_000;

export interface Timers { readonly now: () => number; readonly setTimeout: (run: () => void, ms: number) => NodeJS.Timeout; readonly clearTimeout: (timer: NodeJS.Timeout) => void }
export const systemTimers: Timers = { now: Date.now, setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => clearTimeout(timer) };

/** Milliseconds of one phase, or null when it has no clock. */
export function phaseLength(scenario: Scenario, preset: string, phase: string): number | null {
  const minutes = PRESET_MINUTES[preset] ?? null;
  const own = scenario.phaseSeconds[phase];
  if (minutes === null || !own) return null;
  // A bilateral phase comes once a slot; crises and hotlines are counted as if they came every round, so a match never runs over.
  const round = Object.entries(scenario.phaseSeconds).reduce((sum, [id, seconds]) => sum + seconds * (id === 'bilateral' ? scenario.bilateralSlots : 1), 0);
  return Math.round((own / (round * scenario.rounds)) * minutes * 60_000);
}

export class Deadlines {
  /** Epoch milliseconds at which the phase ends; 0 = no clock runs. */
  deadline = 0;
  readonly #session: MatchSession;
  readonly #preset: string;
  readonly #timers: Timers;
  readonly #changed: () => void;
  #timer: NodeJS.Timeout | null = null;
  #phaseSeq = -1;
  #paused: number | null;

  /** Starts paused: the clock runs from the moment somebody is at the table. */
  constructor(session: MatchSession, preset: string, timers: Timers, changed: () => void) {
    this.#session = session;
    this.#preset = preset;
    this.#timers = timers;
    this.#changed = changed;
    this.#paused = timers.now();
  }

  get paused(): boolean { return this.#paused !== null; }

  /** Looks at the running phase again; called after every act. */
  follow(): void {
    const { state, scenario, phaseOpenedAt } = this.#session;
    if (state.status === 'running' && state.phaseSeq === this.#phaseSeq) return;
    this.#phaseSeq = state.phaseSeq;
    const length = state.status === 'running' ? phaseLength(scenario, this.#preset, state.phase) : null;
    this.#set(length === null ? 0 : phaseOpenedAt + length);
  }

  /** Nobody is at the table: the clock stops and waits. */
  pause(): void {
    if (this.#paused !== null) return;
    this.#paused = this.#timers.now();
    this.#set(this.deadline);
  }

  resume(): void {
    if (this.#paused === null) return;
    const away = this.#timers.now() - this.#paused;
    this.#paused = null;
    this.#set(this.deadline === 0 ? 0 : Math.max(this.deadline + away, this.#timers.now() + GRACE_MS));
  }

  close(): void { if (this.#timer) this.#timers.clearTimeout(this.#timer); this.#timer = null; this.#paused ??= 0; }

  #set(deadline: number): void {
    if (this.#timer) this.#timers.clearTimeout(this.#timer);
    this.#timer = null;
    this.deadline = deadline;
    if (deadline !== 0 && this.#paused === null) {
      const phaseSeq = this.#phaseSeq;
      this.#timer = this.#timers.setTimeout(() => { this.#session.submit({ kind: 'table' }, { type: 'advance', phaseSeq }); }, Math.max(0, deadline - this.#timers.now()));
    }
    this.#changed();
  }
}
