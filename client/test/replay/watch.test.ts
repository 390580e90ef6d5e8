/** Following: the leader's moment in one's own recording, whole or only what one's seat saw. */
import { createReel, createViewReel, isOpened, isViews, openRecording, openViews, viewsLines, type ActEntry, type Reel } from '@concert/shared/recording/index';
import { beforeAll, describe, expect, it } from 'vitest';
import { curvesOf, LINES } from '../../src/replay/curves.ts';
import { signsOf } from '../../src/replay/signs.ts';
import { nameOfViewer, stepOf, viewerOf } from '../../src/replay/watch/moment.ts';
import { recorded, scenario } from './played.ts';

let whole: Reel;
let china: Reel;
const SEAT = scenario.seats[1]!.id;
beforeAll(() => {
  const opened = openRecording(recorded({ seed: 5, level: 'full' }));
  if (!isOpened(opened)) throw new Error(opened.code);
  whole = createReel(opened);
  const acts = opened.entries.filter((entry): entry is ActEntry => 'command' in entry);
  const seen = openViews([...viewsLines(scenario, { match: 'TEST01', title: '', rulesVersion: 2, software: 'test', preset: 'untimed', over: true, seats: [], startedAt: 0 }, { kind: 'seat', seat: SEAT }, acts)].join(''));
  if (!isViews(seen)) throw new Error(seen.code);
  china = createViewReel(seen);
});

describe('the leader\'s moment', () => {
  it('is the same step in the same file, and the last thing seen by then in one\'s own', () => {
    for (const { index, at } of whole.steps) expect(stepOf(whole, { step: index, at })).toBe(index);
    for (const { index, at } of whole.steps) {
      const here = china.steps[stepOf(china, { step: index, at })]!;
      expect(here.at).toBeLessThanOrEqual(at);
      expect(china.steps[here.index + 1]?.at ?? Infinity).toBeGreaterThan(at);
    }
    expect(stepOf(china, { step: 0, at: 0 })).toBe(0);
    expect(stepOf(whole, { step: 999_999, at: 1e14 })).toBe(whole.length - 1);
  });
  it('asks for eyes that the recording has, and for no others', () => {
    for (const name of ['all', 'public', `seat:${SEAT}`]) expect(nameOfViewer(viewerOf(whole, name)!)).toBe(name);
    expect(viewerOf(whole, 'seat:XX')).toBeNull();
    expect(viewerOf(china, `seat:${SEAT}`)).toEqual({ kind: 'seat', seat: SEAT });
    for (const name of ['all', 'public', `seat:${scenario.seats[0]!.id}`]) expect(viewerOf(china, name)).toBeNull();
  });
});

describe('a recording of views in the player', () => {
  it('has curves, signs, rounds and names for most of what happened', () => {
    const curves = curvesOf(china);
    for (const { index } of china.steps) for (const { key } of LINES) expect(curves[key][index]).toBe(china.viewAt(index, { kind: 'public' }).gauges.values[key]);
    const signs = signsOf(china, china.only!, china.length - 1).map(({ sign }) => sign);
    for (const sign of ['proposal', 'signed', 'ended'] as const) expect(signs).toContain(sign);
    expect(china.steps.filter(({ seen }) => seen === 'moved').length).toBeLessThan(china.length / 2);
    for (const { round, inRound, index } of china.steps) expect(china.stepOf(round, inRound)).toBe(index);
    expect(china.learned(SEAT).length).toBeGreaterThan(0);
    expect(china.learned(scenario.seats[0]!.id)).toEqual([]);
  });
});
