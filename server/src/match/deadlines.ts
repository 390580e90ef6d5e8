/** Turns clock time into ordinary `advance` commands: one timer for the running phase, scaled so that a whole match fits the preset. */
import type { DeskState, Scenario } from '@concert/shared';
import { isPlan, PLANS } from '@concert/shared/protocol/seminar';
import type { MatchSession } from './MatchSession.ts';

/** Whole-match length in minutes; null = no clock (days-long play). */
export const PRESET_MINUTES: Readonly<Record<string, number | null>> = { blitz: 25, standard: 90, seminar: 150, untimed: null, tutorial: null };
/** After a pause or a restart nobody loses the phase to the outage alone. */
const GRACE_MS = 20_000;
/** PR-5: the end of a plenary is for answers, a quarter of it at most. */
const LAST_WORD_MS = 60_000;

export interface Timers { readonly now: () => number; readonly setTimeout: (run: () => void, ms: number) => NodeJS.Timeout; readonly clearTimeout: (timer: NodeJS.Timeout) => void }
export const systemTimers: Timers = { now: Date.now, setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => clearTimeout(timer) };

/** Milliseconds of one phase, or null when it has no clock. */
export function phaseLength(scenario: Scenario, preset: string, phase: string, rounds = scenario.rounds): number | null {
  const minutes = isPlan(preset) ? PLANS[preset].minutes : (PRESET_MINUTES[preset] ?? null);
  const own = scenario.phaseSeconds[phase];
  if (minutes === null || !own) return null;
  // A bilateral phase comes once a slot; crises and hotlines are counted as if they came every round, so a match never runs over.
  const round = Object.entries(scenario.phaseSeconds).reduce((sum, [id, seconds]) => sum + seconds * (id === 'bilateral' ? scenario.bilateralSlots : 1), 0);
  return Math.round((own / (round * rounds)) * minutes * 60_000);
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
  #nobody = true;
  #held = false;
  #desk: NodeJS.Timeout | null = null;
  #extra = 0;

  /** Starts paused: the clock runs from the moment somebody is at the table. */
  constructor(session: MatchSession, preset: string, timers: Timers, changed: () => void) {
    this.#session = session;
    this.#preset = preset;
    this.#timers = timers;
    this.#changed = changed;
    this.#paused = timers.now();
  }

  /** PR-5: whether free proposals come too late for this plenary; 0 = no, else the milliseconds kept free at its end. */
  tooLateToTable(): number {
    const { state, scenario } = this.#session;
    if (this.deadline === 0 || this.#paused !== null || state.phase !== 'plenary') return 0;
    const last = Math.min(LAST_WORD_MS, Math.round((phaseLength(scenario, this.#preset, state.phase, state.options.rounds) ?? 0) / 4));
    return this.deadline - this.#timers.now() < last ? last : 0;
  }

  get paused(): boolean { return this.#paused !== null; }

  /** Looks at the running phase again; called after every act. */
  follow(): void {
    const { state, scenario, phaseOpenedAt } = this.#session;
    const extra = state.desk?.extended?.phaseSeq === state.phaseSeq ? state.desk.extended.seconds * 1000 : 0;
    const longer = extra - this.#extra;
    this.#extra = extra;
    if (state.status !== 'running' || state.phaseSeq !== this.#phaseSeq) {
      this.#phaseSeq = state.phaseSeq;
      const length = state.status === 'running' ? phaseLength(scenario, this.#preset, state.phase, state.options.rounds) : null;
      this.#set(length === null ? 0 : phaseOpenedAt + length + extra);
    } else if (longer !== 0 && this.deadline !== 0) this.#set(this.deadline + longer);
    this.#followDesk(state.desk?.paused ?? null);
  }

  /** Nobody is at the table: the clock stops and waits. */
  pause(): void { this.#nobody = true; this.#stop(); }
  resume(): void { this.#nobody = false; if (!this.#held) this.#goOn(); }

  /** FD-2: a pause of the desk stops the clock as well; it ends by itself at the moment the desk named. */
  #followDesk(paused: DeskState['paused']): void {
    if ((paused !== null) === this.#held) return;
    this.#held = paused !== null;
    if (this.#desk) this.#timers.clearTimeout(this.#desk);
    this.#desk = null;
    if (paused === null) { if (!this.#nobody) this.#goOn(); return; }
    this.#stop();
    if (paused.until !== null) this.#desk = this.#timers.setTimeout(() => { this.#session.submit({ kind: 'table' }, { type: 'desk', act: { type: 'resume' } }); }, Math.max(0, paused.until - this.#timers.now()));
  }

  #stop(): void {
    if (this.#paused !== null) return;
    this.#paused = this.#timers.now();
    this.#set(this.deadline);
  }

  #goOn(): void {
    if (this.#paused === null) return;
    const away = this.#timers.now() - this.#paused;
    this.#paused = null;
    this.#set(this.deadline === 0 ? 0 : Math.max(this.deadline + away, this.#timers.now() + GRACE_MS));
  }

  close(): void { if (this.#desk) this.#timers.clearTimeout(this.#desk); if (this.#timer) this.#timers.clearTimeout(this.#timer); this.#timer = null; this.#paused ??= 0; }

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
