/** A reel shows every viewer exactly what it had live, wherever one jumps; everything at any moment to the all-knowing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProjector, evolve, project, waiting, type MatchState, type Viewer } from '../../src/index.ts';
import { createReel, isOpened, isSnapshot, openRecording, type ActEntry, type Opened } from '../../src/recording/index.ts';
import { sixParty } from '../scenario.ts';
import { recorded } from './played.ts';

const open = (text: string): Opened => {
  const opened = openRecording(text);
  if (!isOpened(opened)) throw new Error(opened.code);
  return opened;
};
const VIEWERS: readonly Viewer[] = [...sixParty.seats.map(({ id }) => ({ kind: 'seat' as const, seat: id })), { kind: 'public' }];

test.each([[3, 'core'], [4, 'standard'], [5, 'full']] as const)('REC-1 seed %i at %s: the view at a step is the view that was live at it, for every viewer', (seed, level) => {
  const opened = open(recorded({ seed, level }));
  expect(opened.problems).toEqual([]);
  const reel = createReel(opened);
  const acts = opened.entries.filter((entry): entry is ActEntry => !isSnapshot(entry));
  expect(reel.length).toBe(acts.length);
  const live = new Map(VIEWERS.map((viewer) => [viewer, createProjector(sixParty, viewer)] as const));
  const states: MatchState[] = [];
  let state = waiting(sixParty);
  for (const act of acts) { state = act.events.reduce(evolve, state); states.push(state); }
  // Forward, as a client had it: one projector that lived through it all.
  states.forEach((at, step) => {
    if (step % 5 !== 0 && step !== states.length - 1) return;
    for (const [viewer, look] of live) expect(reel.viewAt(step, viewer)).toEqual(look(at));
  });
  // Jumping about.
  fc.assert(fc.property(fc.nat(reel.length - 1), fc.constantFrom(...VIEWERS), (step, viewer) => {
    expect(reel.viewAt(step, viewer)).toEqual(project(sixParty, states[step] as MatchState, viewer));
  }), { numRuns: 60, seed });
});

test('REC-2 the all-knowing eye of a replay sees secrets at any step, the public eye does not', () => {
  const opened = open(recorded({ seed: 8, level: 'full' }));
  const reel = createReel(opened);
  const step = Math.floor(reel.length / 2);
  const all = reel.viewAt(step, { kind: 'all' });
  const open_ = reel.viewAt(step, { kind: 'public' });
  expect(all.table.status).toBe('running');
  expect(all.table).toEqual(open_.table);
  expect(Object.values(all.trust).every(({ exact }) => exact !== null)).toBe(true);
  expect(all.gauges.pro.exact).toBe(reel.stateAt(step).indicators.PRO);
  expect(Object.keys(all.proposals)).toHaveLength(reel.stateAt(step).proposals.length);
  expect(Object.values(all.channels).reduce((sum, { messages }) => sum + messages.length, 0)).toBe(reel.stateAt(step).messages.length);
  expect(open_.gauges.pro.exact).toBeNull();
  // A live match never opens that eye before its end.
  expect(project(sixParty, reel.stateAt(step), { kind: 'all' })).toEqual({ ...open_, viewer: { kind: 'all' } });
});

test('REC-3 steps are numbered within their round, marked, and found again by their link', () => {
  const reel = createReel(open(recorded({ seed: 5, level: 'standard' })));
  for (const { index, round, inRound, seq } of reel.steps) {
    expect(reel.stepOf(round, inRound)).toBe(index);
    expect(reel.stepOfSeq(seq)).toBe(index);
  }
  expect(reel.stepOf(99)).toBe(-1);
  expect(reel.steps[0]).toMatchObject({ index: 0, round: 1, inRound: 1, command: { type: 'start' } });
  const marks = new Set(reel.steps.flatMap((step) => step.marks));
  for (const mark of ['proposal', 'redLines', 'round', 'ended'] as const) expect(marks).toContain(mark);
  expect(reel.steps.every(({ dwell }) => dwell >= 1 && dwell <= 5)).toBe(true);
  const series = reel.seriesOf();
  expect(series.map(({ round }) => round)).toEqual(series.map((_, i) => i + 1));
  const middle = reel.seriesOf(Math.floor(reel.length / 2));
  expect(middle.at(-1)).toMatchObject({ present: true });
  expect(series.slice(0, middle.length - 1)).toEqual(middle.slice(0, -1));
});

test('REC-3 marks of a bilateral text are its parties\' alone, and each seat learns its own', () => {
  const reel = createReel(open(recorded({ seed: 5, level: 'full' })));
  const step = reel.steps.find(({ events }) => events.some((event) => event.type === 'proposalTabled' && event.proposal.scope === 'bilateral'));
  const tabled = step?.events.find((event) => event.type === 'proposalTabled');
  if (!step || tabled?.type !== 'proposalTabled') throw new Error('no bilateral text in this match');
  const outsider = sixParty.seats.find(({ id }) => !tabled.proposal.parties.includes(id))?.id ?? '';
  expect(reel.marksFor(step.index, { kind: 'seat', seat: tabled.proposal.author })).toContain('proposal');
  expect(reel.marksFor(step.index, { kind: 'seat', seat: outsider })).not.toContain('proposal');
  expect(reel.marksFor(step.index, { kind: 'public' })).not.toContain('proposal');
  const other = tabled.proposal.parties.find((seat) => seat !== tabled.proposal.author) ?? '';
  expect(reel.learned(other)).toContainEqual({ step: step.index, kind: 'offer', about: tabled.proposal.author, id: tabled.proposal.id });
  expect(reel.learned(outsider).some(({ kind, id }) => kind === 'offer' && id === tabled.proposal.id)).toBe(false);
});
