/** Measures of the report by hand: who talked to whom, and how far a seat kept its word. */
import { expect, it } from 'vitest';
import type { Message, View } from '@concert/shared';
import { keptInTenths } from '../../src/seminar/report/SurveyResults.tsx';
import { talkOf } from '../../src/seminar/report/Talk.tsx';

const SEATS = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
const message = (channel: string, from: string): Message => ({ id: 1, channel, from, text: 'x', round: 1, phase: 'plenary' });

it('REPORT talk counts private messages by reader, the plenary and the own delegation apart', () => {
  const talk = talkOf([message('US-CN', 'US'), message('US-CN', 'CN'), message('US-CN-RK', 'US'), message(SEATS.join('-'), 'US'), message('US', 'US')], SEATS);
  expect([talk.privately('US', 'CN'), talk.privately('CN', 'US'), talk.privately('US', 'RK'), talk.privately('US', 'US'), talk.privately('RK', 'US')]).toEqual([2, 1, 1, 0, 0]);
  expect([talk.plenary('US'), talk.plenary('CN'), talk.inside('US')]).toEqual([1, 0, 1]);
});
it('REPORT a word kept is performed of all that was settled, in tenths; nothing settled says nothing', () => {
  const view = (states: readonly string[]): View => ({ commitments: Object.fromEntries(states.map((state, i) => [String(i), { giver: 'US', state }])) }) as unknown as View;
  expect(keptInTenths(view(['performed', 'performed', 'performed', 'breached', 'due']), 'US')).toBe(7.5);
  expect(keptInTenths(view(['performed', 'reversed']), 'US')).toBe(5);
  expect(keptInTenths(view(['due', 'agreed']), 'US')).toBeNull();
  expect(keptInTenths(view(['performed']), 'CN')).toBeNull();
});
