/** What the desk's rules fill in before anything goes to a gradebook; nobody is given a zero for not having been there. */
import { expect, it } from 'vitest';
import type { DeskOverview, DeskPerson } from '../../src/seminar/overview.ts';
import { pointsOf, RULES } from '../../src/seminar/lti/points.ts';

const person = (acts: number, surveyed: boolean): DeskPerson => ({ id: 'p', name: 'Ana', alias: 'Ana', table: 'T', seat: 'DK', office: null, joined: true, surveyed, online: true, muted: false, observes: false, doings: acts === 0 ? null : { acts, messages: 0, words: 0, lastAt: 0 } });
const overview = (score?: number): DeskOverview => ({ tables: [{ code: 'T', scores: score === undefined ? {} : { DK: { score, par: 58 } } }] }) as unknown as DeskOverview;

it('taking part, the survey, the score', () => {
  const points = (acts: number, surveyed: boolean, score?: number): (number | null)[] => RULES.map((rule) => pointsOf(rule, person(acts, surveyed), overview(score)));
  expect(points(0, false, 81)).toEqual([null, null, null]);
  expect(points(3, false, 81)).toEqual([100, 50, 81]);
  expect(points(3, true, 140)).toEqual([100, 100, 100]);
  expect(points(0, true)).toEqual([null, 50, null]);
  expect(points(3, true)).toEqual([100, 100, null]);
});
