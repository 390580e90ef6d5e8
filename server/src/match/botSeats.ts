/** Lets bots act for the seats they hold, through the same `session.submit` as people and at a pace people can follow. */
import { isRefusal, publicScenario, type SeatCommand, type SeatId, type View } from '@concert/shared';
import { chooseAct, newMemory, type Temper, type BotMemory } from '@concert/shared/bots/index';
import { withinLimits } from '@concert/shared/bots/lookahead/limits';
import { quietAct, scriptedAct } from '@concert/shared/tutorial/script';
import type { Tutorial } from '@concert/shared/tutorial/schema';
import type { MatchSession } from './MatchSession.ts';
import type { Timers } from './deadlines.ts';

/** Default pause of a bot before it acts, drawn anew for every act. */
const PACE = { least: 900, most: 2500 };
/** After a bot's act the table's other bots stay silent for this share of a pause, so that a reader can follow. */
const GAP_SHARE = 0.3;
/** More acts of one seat in one phase than this is a bot going round in circles: it says it is done. */
const ACTS_PER_PHASE = 40;
const REFUSALS_PER_PHASE = 3;
/** A bot that looks ahead thinks at most this long at a stretch: all rooms of a process share one event loop. */
const THINKING_MS = 30;

interface BotSeat { readonly seat: SeatId; readonly memory: BotMemory; readonly random: () => number; phaseSeq: number; acts: number; refusals: number }

/** Small seeded generator for the bots' own dice; the rules never see it. */
function dice(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface BotSeatsOptions { readonly session: MatchSession; readonly pace: number | null; readonly timers: Timers; readonly seed: number; /** The temper of all bots, or null: each its own. */ readonly temper: Temper | null; readonly complain: (seat: SeatId, code: string) => void; /** The lesson this match teaches, if it is one. */ readonly lesson?: Tutorial | null }

export class BotSeats {
  readonly #options: BotSeatsOptions;
  readonly #scenario: ReturnType<typeof publicScenario>;
  readonly #bots = new Map<SeatId, BotSeat>();
  readonly #waiting = new Map<SeatId, NodeJS.Timeout>();
  readonly #random: () => number;
  #free = 0;
  #asleep = true;

  constructor(options: BotSeatsOptions) {
    this.#options = options;
    this.#scenario = publicScenario(options.session.scenario);
    this.#random = dice(options.seed ^ 0x5eed);
  }

  /** Somebody watches: bots may act. */
  wake(): void { this.#asleep = false; this.follow(); }
  sleep(): void { this.#asleep = true; for (const timer of this.#waiting.values()) this.#options.timers.clearTimeout(timer); this.#waiting.clear(); }

  /** Called after every act: each idle bot thinks about what it now sees, after a pause of its own. */
  follow(): void {
    const { state } = this.#options.session;
    // FD-2: stand-ins do not act while the desk holds the table; they look again as it goes on.
    if (this.#asleep || state.status !== 'running' || state.desk?.paused) return;
    for (const [seat, { holder }] of Object.entries(state.seats)) if (holder === 'bot' && !this.#waiting.has(seat)) this.#schedule(seat);
  }

  #schedule(seat: SeatId, wait = this.#pause()): void {
    const { timers } = this.#options;
    this.#waiting.set(seat, timers.setTimeout(() => {
      this.#waiting.delete(seat);
      // Somebody just spoke: listen first, so that five bots do not speak at once.
      const left = this.#free - timers.now();
      if (left > 0) this.#schedule(seat, left + this.#pause() * GAP_SHARE);
      else this.#act(seat);
    }, wait));
  }

  #pause(): number {
    const { pace } = this.#options;
    const [least, most] = pace === null ? [PACE.least, PACE.most] : [pace * 0.6, pace * 1.4];
    return least + this.#random() * (most - least);
  }

  /** Thinks on the view of this very moment, so a bot never answers something that is gone. */
  #act(seat: SeatId): void {
    const { session, complain } = this.#options;
    const { state } = session;
    if (this.#asleep || state.status !== 'running' || state.desk?.paused || state.seats[seat]?.holder !== 'bot') return;
    const bot = this.#bot(seat);
    if (bot.phaseSeq !== state.phaseSeq) Object.assign(bot, { phaseSeq: state.phaseSeq, acts: 0, refusals: 0 });
    const { view } = session.sight({ kind: 'seat', seat });
    const spent = bot.acts >= ACTS_PER_PHASE || bot.refusals >= REFUSALS_PER_PHASE;
    const command = spent
      ? view.legal?.ready && !state.ready.includes(seat) ? { type: 'ready', on: true } as const : null
      : this.#think(view, bot);
    if (!command) return;
    this.#free = this.#options.timers.now() + this.#pause() * GAP_SHARE;
    const outcome = session.submit({ kind: 'seat', seat }, command, { phaseSeq: state.phaseSeq });
    if (!isRefusal(outcome)) { bot.acts += 1; return; }
    bot.refusals += 1;
    complain(seat, `${command.type}: ${outcome.code}`);
    // Nothing changed, so nothing else would wake it: think again, at last only to say "done".
    if (!spent && !this.#waiting.has(seat)) this.#schedule(seat);
  }

  /** A bot of its own mind; in a lesson the script comes first, and the rest stays within it. */
  #think(view: View, { seat, random, memory }: BotSeat): SeatCommand | null {
    const { lesson, temper } = this.#options;
    const until = performance.now() + THINKING_MS;
    const free = (): SeatCommand | null => withinLimits({ mayContinue: () => performance.now() < until }, () => chooseAct({ view, scenario: this.#scenario, seat, random, memory, ...(temper ? { temper } : {}) }));
    return lesson ? scriptedAct(lesson, view, seat) ?? quietAct(view, seat, free) : free();
  }

  #bot(seat: SeatId): BotSeat {
    let bot = this.#bots.get(seat);
    if (!bot) {
      const index = this.#scenario.seats.findIndex((s) => s.id === seat);
      bot = { seat, memory: newMemory(), random: dice(Math.imul(this.#options.seed, 31) + index), phaseSeq: -1, acts: 0, refusals: 0 };
      this.#bots.set(seat, bot);
    }
    return bot;
  }
}
