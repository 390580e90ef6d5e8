import type { View } from '@concert/shared';
import { createReel, isOpened, openRecording, recordingText, type ActEntry, type Reel } from '@concert/shared/recording/index';
import { beforeAll, describe, expect, it } from 'vitest';
import { recorded, scenario } from './played.ts';
import { differencesOf, eyesOf, inRound, partingOf, roundFrom, stopAt, stopsOf, type Pair } from '../../src/replay/compare/pair.ts';
import { comparePath, readPair } from '../../src/replay/compare/paths.ts';

function reelOf(text: string): Reel {
  const opened = openRecording(text);
  if (!isOpened(opened)) throw new Error(opened.code);
  return createReel(opened);
}
/** The acts of one recording up to a step as a file of their own, at another time, as a fork keeps them. */
function forkOf(reel: Reel, length: number): Reel {
  const acts = reel.opened.entries.filter((entry): entry is ActEntry => !('snapshot' in entry)).slice(0, length);
  return reelOf(recordingText(scenario, { match: 'FORK01', title: 'a fork', software: 'test', seed: 5, preset: 'untimed', seats: [], startedAt: 1 }, acts.map(({ seat, command, events }, i) => ({ at: i, seat, command, events }))));
}
let reels: Pair<Reel>;
beforeAll(() => { reels = { a: reelOf(recorded({ seed: 5, level: 'core' })), b: reelOf(recorded({ seed: 6, level: 'core' })) }; });

describe('stops', () => {
  it('are the phases of both in order, each at its last step', () => {
    const stops = stopsOf(reels);
    for (const [i, { round, phase, slot, step, there }] of stops.entries()) {
      for (const side of ['a', 'b'] as const) {
        const { steps } = reels[side];
        const own = steps.filter((each) => each.round === round && each.phase === phase && each.slot === slot);
        expect(there[side], `${i}`).toBe(own.length > 0);
        if (own.length > 0) expect(step[side]).toBe(own.at(-1)?.index);
        // Nothing of a later phase is shown, and none is left out.
        else expect(step[side]).toBe(stops[i - 1]?.step[side] ?? 0);
        if (i > 0) expect(step[side]).toBeGreaterThanOrEqual(stops[i - 1]?.step[side] ?? 0);
      }
    }
    expect([stops.at(-1)?.step.a, stops.at(-1)?.step.b]).toEqual([reels.a.length - 1, reels.b.length - 1]);
  });
  it('have an address, and rounds to go by', () => {
    const stops = stopsOf(reels);
    for (const [at, { round }] of stops.entries()) expect(stopAt(stops, round, inRound(stops, at))).toBe(at);
    const second = stopAt(stops, 2);
    expect([roundFrom(stops, second + 2, -1), roundFrom(stops, second, -1), roundFrom(stops, 0, 1)]).toEqual([second, 0, second]);
    expect([stopAt(stops, 2, 999), stopAt(stops, 999)]).toEqual([stopAt(stops, 3) - 1, stops.length - 1]);
  });
});

describe('where they part', () => {
  it('is the first act that is not the same, whatever the clock and the seal say', () => {
    expect(partingOf(reels)).toMatchObject({ shared: 0, at: { step: 0 } });
    expect(partingOf({ a: reels.a, b: forkOf(reels.a, 40) })).toEqual({ shared: 40, at: null });
    expect(partingOf({ a: reels.a, b: reels.a })).toEqual({ shared: reels.a.length, at: null });
    const at = 30;
    const other = forkOf(reels.a, at + 6);
    const changed = { ...other, steps: other.steps.map((step) => (step.index === at ? { ...step, seat: step.seat === null ? 'US' : null } : step)) };
    expect(partingOf({ a: reels.a, b: changed })).toMatchObject({ shared: at, at: { step: at, round: reels.a.steps[at]?.round, seq: { a: reels.a.steps[at]?.seq, b: other.steps[at]?.seq } } });
  });
});

describe('the table of differences', () => {
  const view = (side: 'a' | 'b', step: number, viewer: Parameters<Reel['viewAt']>[1] = { kind: 'all' }): View => reels[side].viewAt(step, viewer);
  it('says at the end what the recordings say: ending, tests, texts, promises, trust, scores', () => {
    const [a, b] = [view('a', reels.a.length - 1), view('b', reels.b.length - 1)];
    const { rows, texts } = differencesOf({ a, b });
    const row = (key: string, seat?: string) => rows.find((each) => each.key === key && each.seat === seat)?.cells;
    expect(row('ending')).toEqual({ a: reels.a.opened.closing?.outcome, b: reels.b.opened.closing?.outcome });
    const [x, y] = [reels.a.stateAt(reels.a.length - 1), reels.b.stateAt(reels.b.length - 1)];
    expect(row('W')).toEqual({ a: x.indicators.W, b: y.indicators.W });
    expect(row('tests')).toEqual({ a: x.tests, b: y.tests });
    const adopted = (reel: Reel): number => reel.steps.flatMap(({ events }) => events).filter(({ type }) => type === 'proposalAdopted').length;
    expect(row('texts')).toEqual({ a: adopted(reels.a), b: adopted(reels.b) });
    expect(row('kept')).toEqual({ a: x.commitments.filter(({ state }) => state === 'performed').length, b: y.commitments.filter(({ state }) => state === 'performed').length });
    for (const { seat, score } of reels.a.opened.closing?.scores ?? []) expect(row('score', seat)?.a).toBe(score);
    const trust = Object.values(x.trust);
    expect(row('trust')?.a).toBe(Math.round(trust.reduce((sum, each) => sum + each, 0) / trust.length));
    const clauses = new Set(x.commitments.map(({ clause }) => clause));
    expect(new Set([...texts.both, ...texts.only.a])).toEqual(clauses);
    expect(texts.only.b.some((clause) => clauses.has(clause))).toBe(false);
  });
  it('knows no more than the eyes: the public reads no exact trust, nobody a score before the end', () => {
    const middle = { a: view('a', 60, { kind: 'public' }), b: view('b', 60, { kind: 'public' }) };
    const { rows } = differencesOf(middle);
    expect(rows.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['trust']));
    expect(rows.some(({ key }) => key === 'score' || key === 'pair')).toBe(false);
    expect(rows.find(({ key }) => key === 'ending')?.cells).toEqual({ a: null, b: null });
    expect(differencesOf({ a: middle.a, b: middle.a }).rows.every(({ cells }) => cells.a === cells.b)).toBe(true);
  });
});

describe('whose eyes', () => {
  it('those that both files have', () => {
    expect(eyesOf(reels)).toHaveLength(2 + scenario.seats.length);
    expect(eyesOf({ a: reels.a, b: { ...reels.b, only: { kind: 'seat', seat: 'JP' } } as Reel })).toEqual([{ kind: 'seat', seat: 'JP' }]);
    expect(eyesOf({ a: { ...reels.a, only: { kind: 'public' } } as Reel, b: { ...reels.b, only: { kind: 'seat', seat: 'JP' } } as Reel })).toEqual([]);
  });
});

it('the address of two recordings leads back to both, dots and all', () => {
  for (const pair of [['ABCDEF', 'GHJKLM'], ['sample-war.concert.jsonl', 'sample-history-2003-2009.concert.jsonl'], ['file-a', 'file-b'], ['a/b c', '中']] as readonly (readonly [string, string])[]) expect(readPair(comparePath(...pair).slice('/compare/'.length))).toEqual(pair);
  for (const bad of ['', 'ABCDEF', 'ABCDEF...', '...ABCDEF', '%E0%A4%A...x']) expect(readPair(bad), bad).toBeNull();
});
