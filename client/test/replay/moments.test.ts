import type { Viewer } from '@concert/shared';
import { createReel, isOpened, openRecording, type Reel } from '@concert/shared/recording/index';
import { beforeAll, describe, expect, it } from 'vitest';
import { recorded } from './played.ts';
import { placeOf, readPlace, stepAt, viewerAt } from '../../src/replay/address.ts';
import { curvesOf, LINES, steppedPath } from '../../src/replay/curves.ts';
import { nextAt, restOn, stretch } from '../../src/replay/pace.ts';
import { newsFor, sightOf } from '../../src/replay/sight.ts';
import { LANE, signsOf, spaced } from '../../src/replay/signs.ts';
import { ticksOf } from '../../src/replay/Timeline.tsx';

let reel: Reel;
beforeAll(() => {
  const opened = openRecording(recorded({ seed: 5, level: 'full' }));
  if (!isOpened(opened)) throw new Error(opened.code);
  reel = createReel(opened);
});
const seats = (): readonly string[] => reel.opened.scenario.seats.map(({ id }) => id);

describe('the address of a moment', () => {
  it('leads back to every step, with whose eyes', () => {
    for (const { index } of reel.steps) expect(stepAt(reel, readPlace(placeOf(reel, index))!)).toBe(index);
    const seat = seats()[2]!;
    const place = readPlace(placeOf(reel, 30, { kind: 'seat', seat }))!;
    expect([stepAt(reel, place), viewerAt(reel, place)]).toEqual([30, { kind: 'seat', seat }]);
  });
  it('knows a round alone, the last step of a round, and nothing else', () => {
    expect(reel.steps[stepAt(reel, readPlace('#3')!)]).toMatchObject({ round: 3, inRound: 1 });
    const end = reel.steps[stepAt(reel, readPlace('#3.99999')!)]!;
    expect([end.round, reel.steps[end.index + 1]?.round]).toEqual([3, 4]);
    expect(stepAt(reel, readPlace('#999')!)).toBe(-1);
    for (const bad of ['', '#content', '#1.2.3', '#1.2@<b>', '#-1', '#1e9']) expect(readPlace(bad), bad).toBeNull();
    expect(viewerAt(reel, readPlace('#1.2@XX')!)).toEqual({ kind: 'all' });
  });
});

describe('pace', () => {
  it('rests longer on what matters, shorter at speed, and never skips the last step', () => {
    expect(restOn({ dwell: 5 }, 1)).toBeGreaterThan(10 * restOn({ dwell: 1 }, 1));
    expect(restOn({ dwell: 4 }, 8)).toBe(restOn({ dwell: 4 }, 1) / 8);
    const quiet = Array.from({ length: 40 }, () => ({ dwell: 1 }));
    const fast = nextAt(quiet, 0, 16);
    expect(fast.step).toBeGreaterThan(1);
    expect(fast.wait).toBeGreaterThanOrEqual(80);
    expect(nextAt(quiet, 38, 16).step).toBe(39);
    expect(nextAt([{ dwell: 1 }, { dwell: 5 }, { dwell: 1 }, { dwell: 1 }], 0, 16).step).toBeLessThanOrEqual(1);
  });
  it('rounds and phases: forward to the next beginning, back to this one and then to the one before', () => {
    const third = reel.stepOf(3);
    expect(stretch(reel.steps, reel.stepOf(2), 1, 'round')).toBe(third);
    expect(stretch(reel.steps, third + 5, -1, 'round')).toBe(third);
    expect(stretch(reel.steps, third, -1, 'round')).toBe(reel.stepOf(2));
    expect(stretch(reel.steps, reel.length - 1, 1, 'round')).toBe(reel.length - 1);
    const next = stretch(reel.steps, third, 1, 'phase');
    expect(reel.steps[next]?.phase).not.toBe(reel.steps[third]?.phase);
  });
});

describe('the timeline', () => {
  it('GA: curves carry at every step the figures of the state, so of every gauge', () => {
    const curves = curvesOf(reel);
    for (const { index } of reel.steps) for (const { key } of LINES) expect(curves[key][index], `${key} at ${index}`).toBe(reel.stateAt(index).indicators[key]);
  });
  it('a path begins left, ends right and stays in its box', () => {
    expect(steppedPath([0, 0, 50, 100], 3, 100, 300, 60)).toBe('M0,60H200V30H300V0H300');
    expect(steppedPath([5], 0, 100, 300, 60)).toBe('M0,57H300');
  });
  it('signs end where the reader is, and none covers another of its lane', () => {
    expect(signsOf(reel, { kind: 'all' }, 60).every(({ step }) => step <= 60)).toBe(true);
    const all = signsOf(reel, { kind: 'all' }, reel.length - 1);
    for (const lane of [0, 1] as const) {
      const shown = spaced(all, lane, 5);
      expect(shown.every(({ sign }) => LANE[sign] === lane)).toBe(true);
      for (let i = 1; i < shown.length; i += 1) expect(shown[i]!.step - shown[i - 1]!.step).toBeGreaterThanOrEqual(5);
    }
    expect(all.some(({ sign }) => sign === 'ended')).toBe(true);
  });
  it('rounds and phases have their ticks up to the last step shown', () => {
    const ticks = ticksOf(reel, reel.length - 1);
    expect(ticks.filter(({ whole }) => whole).map(({ round }) => round)).toEqual([...new Set(reel.steps.map(({ round }) => round))]);
    expect(ticksOf(reel, 40).every(({ step }) => step <= 40)).toBe(true);
  });
});

describe('what a viewer is told of an act (VI)', () => {
  it('nobody reads another’s sealed decision, private text or word before its time', () => {
    let hidden = 0;
    for (const step of reel.steps) {
      for (const seat of seats()) {
        const viewer: Viewer = { kind: 'seat', seat };
        const sight = sightOf(step, reel.stateAt(step.index), viewer);
        if (step.seat === seat) { expect(sight).toBe('whole'); continue; }
        if (['declare', 'choose', 'pickSide', 'standDown'].includes(step.command.type)) expect(sight).toBe('sealed');
        const posted = step.events.flatMap((event) => (event.type === 'proposalTabled' && event.proposal.scope === 'bilateral' ? [event.proposal] : []))[0];
        if (posted && step.command.type === 'propose') { expect(sight).toBe(posted.parties.includes(seat) ? 'whole' : 'nothing'); hidden += 1; }
        // The view of that moment is the judge: whatever is told of a text, the viewer had the text.
        if ((step.command.type === 'sign' || step.command.type === 'refuse' || step.command.type === 'object') && sight === 'whole') expect(reel.viewAt(step.index, viewer).proposals[step.command.proposal]).toBeDefined();
        for (const item of newsFor(step, viewer)) expect(item.to === 'all' || item.to.includes(seat)).toBe(true);
      }
      expect(sightOf(step, reel.stateAt(step.index), { kind: 'all' })).toBe('whole');
    }
    expect(hidden).toBeGreaterThan(0);
  });
});
