/** A recording of one viewer's views holds what that viewer had live, at every step, and nothing else. */
import { describe, expect, it, test } from 'vitest';
import { createProjector, diff, evolve, publicScenario, waiting, type View, type Viewer } from '../../src/index.ts';
import { playMatch } from '../../src/bots/table.ts';
import { createViewReel, isViews, openRecording, openViews, viewsLines, withoutMenu, type OpenedViews, type ViewsFacts } from '../../src/recording/index.ts';
import { sixParty } from '../scenario.ts';

type Eyes = Exclude<Viewer, { kind: 'all' }>;
const VIEWERS: readonly Eyes[] = [...sixParty.seats.map(({ id }) => ({ kind: 'seat' as const, seat: id })), { kind: 'public' }];
const FACTS: ViewsFacts = { match: 'TEST01', title: 'a test', rulesVersion: 2, software: 'test', preset: 'untimed', over: false, startedAt: 1_700_000_000_000, seats: sixParty.seats.map(({ id }) => ({ seat: id, holder: 'bot', names: [] })) };
const timed = (seed: number, level: 'core' | 'standard' | 'full') => playMatch(sixParty, { seed, level }).entries.map(({ events }, i) => ({ at: 1_700_000_000_000 + i * 1000, events }));
const must = (text: string): OpenedViews => {
  const opened = openViews(text);
  if (!isViews(opened)) throw new Error(opened.code);
  return opened;
};

test.each([[3, 'core'], [5, 'full']] as const)('REC-6 seed %i at %s: every view of the file is the one its viewer had live, and there is no other', (seed, level) => {
  const acts = timed(seed, level);
  for (const viewer of VIEWERS) {
    const opened = must([...viewsLines(sixParty, FACTS, viewer, acts)].join(''));
    expect(opened.problems).toEqual([]);
    // What a client of this viewer received: the first view, then a patch whenever one was due.
    const look = createProjector(sixParty, viewer);
    const live: { readonly at: number; readonly view: View }[] = [];
    let state = waiting(sixParty);
    for (const { at, events } of acts) {
      state = events.reduce(evolve, state);
      const view = look(state);
      const menuless = withoutMenu(view);
      if (diff(live.at(-1)?.view ?? null, menuless, 1) !== null) live.push({ at, view: menuless });
    }
    expect(opened.sights.map(({ at }) => at)).toEqual(live.map(({ at }) => at));
    opened.sights.forEach(({ view }, i) => { if (i % 7 === 0 || i === live.length - 1) expect(view).toEqual(JSON.parse(JSON.stringify(live[i]?.view))); });
    const reel = createViewReel(opened);
    expect(reel.viewAt(reel.length - 1, { kind: 'all' })).toEqual(opened.sights.at(-1)?.view);
    expect(() => reel.stateAt(0)).toThrow();
  }
});

test('REC-6 two matches that differ in others’ secrets only give the same file: no number, time or name tells of what was hidden', () => {
  const acts = timed(5, 'full');
  const half = acts.slice(0, Math.floor(acts.length / 2));
  const text = [...viewsLines(sixParty, FACTS, { kind: 'public' }, half)].join('');
  // Acts that a viewer sees nothing of are not even counted.
  const hidden = [...half.slice(0, 40), { at: half[39]?.at ?? 0, events: [] }, ...half.slice(40)];
  expect([...viewsLines(sixParty, FACTS, { kind: 'public' }, hidden)].join('')).toBe(text);
  for (const word of ['"seed"', '"command"', '"events":[{"type"', '"snapshot"', '"sealed":{"declarations"', '"minNet"', '"legal":{']) expect(text, word).not.toContain(word);
  const first = JSON.parse(text.slice(0, text.indexOf('\n'))) as { scenario: { data: unknown } };
  expect(first.scenario.data).toEqual(JSON.parse(JSON.stringify(publicScenario(sixParty))));
});

test('REC-6 private talk and bilateral texts are in the files of their parties alone', () => {
  const acts = timed(5, 'full');
  const of = (viewer: Eyes): string => [...viewsLines(sixParty, FACTS, viewer, acts.slice(0, acts.length - 3))].join('');
  const texts = VIEWERS.map((viewer) => [viewer, must(of(viewer))] as const);
  let met = 0;
  for (const [viewer, { sights }] of texts) for (const { view } of sights.filter((_, i) => i % 3 === 0)) {
    for (const proposal of Object.values(view.proposals)) {
      if (proposal.scope !== 'bilateral' || proposal.status === 'adopted') continue;
      met += 1;
      expect(viewer.kind === 'seat' && proposal.parties.includes(viewer.seat)).toBe(true);
    }
    expect(view.me === null).toBe(viewer.kind === 'public');
  }
  expect(met).toBeGreaterThan(0);
});

describe('REC-6 a damaged file', () => {
  const text = [...viewsLines(sixParty, FACTS, { kind: 'seat', seat: sixParty.seats[0]!.id }, timed(3, 'core').slice(0, 80))].join('');
  const lines = text.split('\n');
  const codes = (broken: string): unknown => { const opened = openViews(broken); return isViews(opened) ? opened.problems.map(({ code }) => code) : opened.code; };
  it('plays as far as it is sound and says why it stops', () => {
    expect(codes(text)).toEqual([]);
    expect(codes(lines.slice(0, 20).join('\n'))).toEqual(['cut']);
    expect(codes(lines.toSpliced(12, 1).join('\n'))).toEqual(['sequence']);
    expect(codes(lines.toSpliced(9, 1, lines[9]!.replace(/"at":\d+/, '"at":5')).join('\n'))).toEqual(['chain']);
    expect(codes(lines.toSpliced(10, 1, 'not json').join('\n'))).toEqual(['unreadable']);
    expect(codes(lines[0]!)).toBe('no-entries');
    expect(codes('{"format":"concert-view","version":9}')).toBe('newer');
    expect(codes('hello')).toBe('foreign');
    expect(codes(text.replace('"set":{', '"set":{"__proto__":{"x":1},'))).toEqual(['unreadable']);
  });
  it('is no recording of acts: what decides again says so', () => {
    expect(openRecording(text)).toMatchObject({ refused: true, code: 'views' });
  });
});
