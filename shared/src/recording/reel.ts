/** A recording as something to look at: its steps, the state and every viewer's view at each of them, curves, and who learned what when. */
import { evolve } from '../engine/evolve.ts';
import { createProjector } from '../engine/project.ts';
import type { Command } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { PhaseId, SeatId } from '../model/ids.ts';
import { proposalOf } from '../model/entries.ts';
import type { Indicators, MatchState, Proposal } from '../model/state.ts';
import type { View, Viewer } from '../model/view.ts';
import { paperPressure } from '../rules/pressure.ts';
import { waiting } from '../rules/setup.ts';
import { isSnapshot, type ActEntry, type Annotation } from './format.ts';
import { learnedBy, type Learned } from './learned.ts';
import { dwellOf, marksOf, marksOfCommand, type Mark, type Marked } from './marks.ts';
import type { Opened } from './open.ts';

/** One act; step 0 is the start. `inRound` counts from 1 within its round: links say `#round.inRound`. */
export interface ReelStep {
  readonly index: number; readonly seq: number; readonly at: number; readonly seat: SeatId | null; readonly member: string | null; readonly command: Command; readonly events: readonly MatchEvent[];
  readonly round: number; readonly phase: PhaseId; readonly slot: number; readonly inRound: number;
  /** All of them, secret ones too; `marksFor` says what one viewer may see of them. */
  readonly marks: readonly Mark[];
  readonly dwell: number;
  readonly annotations: readonly Annotation[];
  /** Only in a recording of one viewer's views (viewReel.ts): how much of the act its file tells. `moved`: that something did, not what. */
  readonly seen?: 'start' | 'whole' | 'sealed' | 'moved';
}
export interface SeriesPoint { readonly round: number; readonly step: number; readonly present: boolean; readonly values: Indicators; readonly paperPressure: number }
export interface Reel {
  /** Of a recording of views: no entries, and the scenario as every player may read it. */
  readonly opened: Opened;
  /** False where the file holds what one viewer saw and no more: no state, no other eyes. */
  readonly whole: boolean;
  /** The only eyes there are, in a recording of views. */
  readonly only: Viewer | null;
  readonly length: number;
  readonly steps: readonly ReelStep[];
  /** The whole truth at a step; steps out of range are the nearest there is. Throws unless the reel is `whole`. */
  stateAt(step: number): MatchState;
  /** A text on the table at a step: whose, and what it says. */
  textAt(step: number, id: string): Pick<Proposal, 'author' | 'lines'> | undefined;
  /** What this viewer's client had at that step; `{kind: 'all'}` knows everything at any step. */
  viewAt(step: number, viewer: Viewer): View;
  /** Step of a link, -1 where there is none. `inRound` 0 or absent = the first of the round. */
  stepOf(round: number, inRound?: number): number;
  stepOfSeq(seq: number): number;
  /** Curves of the whole truth: one point a closed round up to `step` (default: all), and the present as the last. For one seat's eyes take `viewAt(...).history`. */
  seriesOf(step?: number): readonly SeriesPoint[];
  /** Steps at which a seat learned what others need not know. */
  learned(seat: SeatId): readonly Learned[];
  /** The marks of a step as far as this viewer could see them then. */
  marksFor(step: number, viewer: Viewer): readonly Mark[];
}

/** Acts between two states kept in memory: seeking folds fewer than this. */
const SPACING = 16;

export function createReel(opened: Opened): Reel {
  return new Film(opened);
}

class Film implements Reel {
  readonly opened: Opened;
  readonly whole = true;
  readonly only = null;
  readonly steps: readonly ReelStep[];
  readonly #acts: readonly ActEntry[];
  readonly #kept: MatchState[] = [];
  readonly #marked: readonly (readonly Marked[])[];
  readonly #byPlace = new Map<string, number>();
  readonly #bySeq = new Map<number, number>();
  readonly #eyes = new Map<string, (state: MatchState) => View>();
  readonly #learned = new Map<SeatId, readonly Learned[]>();
  #last: { readonly step: number; readonly state: MatchState } | null = null;

  constructor(opened: Opened) {
    this.opened = opened;
    this.#acts = opened.entries.filter((entry): entry is ActEntry => !isSnapshot(entry));
    const remarks = new Map<number, Annotation[]>();
    for (const annotation of opened.annotations) remarks.set(annotation.seq, [...(remarks.get(annotation.seq) ?? []), annotation]);
    const counts = new Map<number, number>();
    const marked: (readonly Marked[])[] = [];
    let state = waiting(opened.scenario);
    this.steps = this.#acts.map((act, index) => {
      const marks: Marked[] = [...marksOfCommand(act.command)];
      for (const event of act.events) {
        const next = evolve(state, event);
        marks.push(...marksOf(event, state, next));
        state = next;
      }
      if (index % SPACING === 0) this.#kept.push(state);
      const notes = remarks.get(act.seq) ?? [];
      if (notes.length > 0) marks.push({ mark: 'annotation', to: 'all' });
      marked.push(marks);
      const inRound = (counts.get(state.round) ?? 0) + 1;
      counts.set(state.round, inRound);
      this.#byPlace.set(`${state.round}.${inRound}`, index);
      this.#bySeq.set(act.seq, index);
      const names = [...new Set(marks.map(({ mark }) => mark))];
      return { index, seq: act.seq, at: act.at, seat: act.seat, member: act.member ?? null, command: act.command, events: act.events, round: state.round, phase: state.phase, slot: state.slot, inRound, marks: names, dwell: dwellOf(names), annotations: notes };
    });
    this.#marked = marked;
  }

  get length(): number { return this.steps.length; }

  #within(step: number): number { return Math.min(Math.max(Math.trunc(Number.isFinite(step) ? step : 0), 0), this.length - 1); }

  stateAt(step: number): MatchState {
    const at = this.#within(step);
    const base = at - (at % SPACING);
    let from = base;
    let state = this.#kept[base / SPACING] as MatchState;
    if (this.#last !== null && this.#last.step <= at && this.#last.step > base) ({ step: from, state } = this.#last);
    for (let next = from + 1; next <= at; next += 1) state = (this.#acts[next] as ActEntry).events.reduce(evolve, state);
    this.#last = { step: at, state };
    return state;
  }

  textAt(step: number, id: string): Proposal | undefined { return proposalOf(this.stateAt(step), id); }

  viewAt(step: number, viewer: Viewer): View {
    const key = viewer.kind === 'seat' ? `seat:${viewer.seat}` : viewer.kind;
    let at = this.#within(step);
    for (;;) {
      let eye = this.#eyes.get(key);
      if (!eye) this.#eyes.set(key, (eye = createProjector(this.opened.scenario, viewer, 'replay')));
      try {
        return eye(this.stateAt(at));
      } catch (error) {
        // A forged file may hold what no rule would ever make: the last sound sight stays.
        this.#eyes.delete(key);
        if (at === 0) throw error;
        at -= 1;
      }
    }
  }

  stepOf(round: number, inRound = 1): number { return this.#byPlace.get(`${round}.${Math.max(inRound, 1)}`) ?? -1; }
  stepOfSeq(seq: number): number { return this.#bySeq.get(seq) ?? -1; }

  seriesOf(step = this.length - 1): readonly SeriesPoint[] {
    const at = this.#within(step);
    const state = this.stateAt(at);
    const closed = this.#closings();
    const points = state.history.map((record): SeriesPoint => ({ round: record.round, step: closed.get(record.round) ?? at, present: false, values: record.indicators, paperPressure: record.paperPressure }));
    if (state.status === 'ended') return points;
    return [...points, { round: state.round, step: at, present: true, values: state.indicators, paperPressure: paperPressure(this.opened.scenario, state) }];
  }

  #closings(): ReadonlyMap<number, number> {
    const closed = new Map<number, number>();
    for (const { events, index } of this.steps) for (const event of events) if (event.type === 'roundClosed') closed.set(event.record.round, index);
    return closed;
  }

  learned(seat: SeatId): readonly Learned[] {
    let known = this.#learned.get(seat);
    if (!known) this.#learned.set(seat, (known = learnedBy(seat, this.steps, this.opened.scenario)));
    return known;
  }

  marksFor(step: number, viewer: Viewer): readonly Mark[] {
    const marked = this.#marked[this.#within(step)] ?? [];
    const open = marked.filter(({ to }) => viewer.kind === 'all' || to === 'all' || (viewer.kind === 'seat' && to.includes(viewer.seat)));
    return [...new Set(open.map(({ mark }) => mark))];
  }
}
