/** A reel of what one viewer saw: the same steps, marks and views to look at, but no state behind them; acts are told as far as they showed. */
import type { Command } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { View, Viewer } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Annotation } from './format.ts';
import type { Learned } from './learned.ts';
import { learnedBy } from './learned.ts';
import { dwellOf, type Mark } from './marks.ts';
import type { Opened } from './open.ts';
import type { OpenedViews } from './openViews.ts';
import type { Reel, ReelStep, SeriesPoint } from './reel.ts';

/** What a change of the view says of the act behind it. */
interface Read { readonly seat: SeatId | null; readonly command: Command; readonly seen: NonNullable<ReelStep['seen']>; readonly events: readonly MatchEvent[]; readonly marks: readonly Mark[] }

export function createViewReel(opened: OpenedViews): Reel {
  return new Sights(opened);
}

class Sights implements Reel {
  readonly opened: Opened;
  readonly whole = false;
  readonly only: Viewer;
  readonly steps: readonly ReelStep[];
  readonly #views: readonly View[];
  readonly #byPlace = new Map<string, number>();

  constructor({ header, scenario, viewer, sights, closing, annotations, problems }: OpenedViews) {
    // The parts of the scenario that no player may know are missing: whoever needs them asks whole reels only.
    this.opened = {
      header: { ...header, format: 'concert', version: 2, seed: 0, privacy: 'all', scenario: { ...header.scenario, hash: '' } } as unknown as Opened['header'],
      scenario: scenario as unknown as Scenario, entries: [], annotations, problems,
      closing: closing && ({ ...closing, outcome: sights.at(-1)?.view.ending?.tier ?? null, scores: [] } as Opened['closing']),
    };
    this.only = viewer;
    this.#views = sights.map(({ view }) => view);
    const remarks = new Map<number, Annotation[]>();
    for (const annotation of annotations) remarks.set(annotation.seq, [...(remarks.get(annotation.seq) ?? []), annotation]);
    const counts = new Map<number, number>();
    this.steps = sights.map(({ seq, at, view }, index) => {
      const { seat, command, seen, events, marks } = readChange(sights[index - 1]?.view ?? null, view);
      const { round, phase, slot } = view.table;
      const inRound = (counts.get(round) ?? 0) + 1;
      counts.set(round, inRound);
      this.#byPlace.set(`${round}.${inRound}`, index);
      const notes = remarks.get(seq) ?? [];
      const all: readonly Mark[] = notes.length > 0 ? [...marks, 'annotation'] : marks;
      return { index, seq, at, seat, member: null, command, events, round, phase, slot, inRound, marks: all, dwell: dwellOf(all), annotations: notes, seen };
    });
  }

  get length(): number { return this.steps.length; }
  #within(step: number): number { return Math.min(Math.max(Math.trunc(Number.isFinite(step) ? step : 0), 0), this.length - 1); }
  stateAt(): never { throw new Error('a recording of views holds no state'); }
  viewAt(step: number): View { return this.#views[this.#within(step)] as View; }
  textAt(step: number, id: string): View['proposals'][string] | undefined { return this.viewAt(step).proposals[id]; }
  stepOf(round: number, inRound = 1): number { return this.#byPlace.get(`${round}.${Math.max(inRound, 1)}`) ?? -1; }
  stepOfSeq(seq: number): number { return this.steps[seq - 1]?.seq === seq ? seq - 1 : -1; }
  /** The whole truth's curves are not in such a file; the gauges of each view are (curves.ts of the player). */
  seriesOf(): readonly SeriesPoint[] { return []; }
  learned(seat: SeatId): readonly Learned[] {
    return this.only.kind === 'seat' && this.only.seat === seat ? learnedBy(seat, this.steps, this.opened.scenario) : [];
  }
  marksFor(step: number): readonly Mark[] { return this.steps[this.#within(step)]?.marks ?? []; }
}

const fresh = (now: readonly SeatId[], was: readonly SeatId[] | undefined): SeatId | undefined => now.find((seat) => !was?.includes(seat));

function readChange(was: View | null, now: View): Read {
  const events: MatchEvent[] = [];
  const marks = new Set<Mark>();
  for (const item of Object.values(now.news)) if (!was?.news[item.id] && !(was && was.news === now.news)) events.push({ type: 'newsPosted', item });
  marksBetween(was, now, marks);
  const told = actBetween(was, now, events);
  return { ...told, events, marks: [...marks] };
}

function actBetween(was: View | null, now: View, events: MatchEvent[]): Pick<Read, 'seat' | 'command' | 'seen'> {
  const advance: Command = { type: 'advance', phaseSeq: was?.table.phaseSeq ?? 0 };
  const whole = (seat: SeatId | null, command: Command): Pick<Read, 'seat' | 'command' | 'seen'> => ({ seat, command, seen: 'whole' });
  if (was === null) return { seat: null, command: advance, seen: 'start' };
  const { table } = now;
  if (table.status === 'ended' && was.table.status !== 'ended' && now.ending) { events.push({ type: 'matchEnded', ending: now.ending }); return whole(null, advance); }
  if (table.phaseSeq !== was.table.phaseSeq) { events.push({ type: 'phaseOpened', round: table.round, phase: table.phase, slot: table.slot, phaseSeq: table.phaseSeq }); return whole(null, advance); }
  if (now.channels !== was.channels) for (const { key, seats, messages } of Object.values(now.channels)) {
    const last = messages.at(-1);
    if (!last || messages.length <= (was.channels[key]?.messages.length ?? 0)) continue;
    events.push({ type: 'messageSent', message: last });
    return whole(last.from, { type: 'message', to: seats.filter((seat) => seat !== last.from), text: last.text });
  }
  if (now.proposals !== was.proposals) for (const text of Object.values(now.proposals)) {
    const before = was.proposals[text.id];
    if (before === text) continue;
    if (!before) { events.push({ type: 'proposalTabled', proposal: text }); return whole(text.author, { type: 'propose', scope: text.scope, lines: [...text.lines], chairDraft: text.chairDraft }); }
    const signer = fresh(text.signed, before.signed);
    if (signer !== undefined) return whole(signer, { type: 'sign', proposal: text.id, version: text.version });
    const refuser = text.refusals.find(({ seat }) => !before.refusals.some((each) => each.seat === seat));
    if (refuser) return whole(refuser.seat, { type: 'refuse', proposal: text.id, version: text.version, reasons: refuser.reasons });
    if (text.objection !== null && before.objection === null) return whole(text.objection, { type: 'object', proposal: text.id, version: text.version });
  }
  const met = table.meetings.find(({ slot, a, b }) => !was.table.meetings.some((each) => each.slot === slot && each.a === a && each.b === b));
  if (met) { events.push({ type: 'met', ...met }); return whole(met.b, { type: 'acceptInvite', from: met.a }); }
  const choice = now.me?.sealed.choice;
  if (now.me && choice && choice !== was.me?.sealed.choice && JSON.stringify(choice) !== JSON.stringify(was.me?.sealed.choice)) return whole(now.me.seat, { type: 'choose', ...choice });
  const decided = fresh(table.decided, was.table.decided);
  if (decided !== undefined) return { seat: decided, command: advance, seen: 'sealed' };
  const ready = fresh(table.ready, was.table.ready);
  if (ready !== undefined) return whole(ready, { type: 'ready', on: true });
  return { seat: null, command: advance, seen: 'moved' };
}

function marksBetween(was: View | null, now: View, marks: Set<Mark>): void {
  if (was === null) return;
  for (const text of Object.values(now.proposals)) {
    const before = was.proposals[text.id];
    if (before === text) continue;
    if (!before) marks.add('proposal');
    if (before && text.signed.length > before.signed.length) marks.add('signed');
    if (text.status === 'adopted' && before?.status !== 'adopted') marks.add('adopted');
  }
  for (const promise of Object.values(now.commitments)) {
    const before = was.commitments[promise.id];
    if (!before || before.state === promise.state) continue;
    if (promise.state === 'performed') marks.add('performed');
    if (promise.state === 'breached') marks.add('breach');
    if (promise.state === 'reversed') marks.add('reversed');
  }
  if (now.gauges.tests > was.gauges.tests) marks.add('test');
  if (now.gauges.launches > was.gauges.launches) marks.add('launch');
  if (now.gauges.values.INST > was.gauges.values.INST) marks.add('institution');
  if (now.crisis && !was.crisis) marks.add('crisis');
  if (now.table.talksOpen !== was.table.talksOpen) marks.add(now.table.talksOpen ? 'resumed' : 'suspended');
  if (now.table.events.some((event) => !was.table.events.includes(event))) marks.add('event');
  if (Object.keys(now.history).length > Object.keys(was.history).length) marks.add('round');
  if ((now.desk?.paused ?? null) !== null && (was.desk?.paused ?? null) === null) marks.add('desk');
  if (now.ending && !was.ending) { marks.add('ended'); if (now.ending.tier === 'war') marks.add('war'); }
}
