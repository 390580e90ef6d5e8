/** Matches recorded by earlier versions open in this one: their events fold to the same end, and every snapshot on the way is one of today's states. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assertSound, evolve, waiting } from '../../src/index.ts';
import { upgradeEvent, upgradeState } from '../../src/engine/upgrade.ts';
import { sixParty } from '../scenario.ts';
import { FOLDER, readGolden } from './format.ts';

const OLDER = readdirSync(path.join(FOLDER, 'older')).sort();

test.each(OLDER)('GOLD-4 %s of an earlier version folds to its recorded end', (file) => {
  const { entries, end } = readGolden(path.join('older', file));
  expect(entries.some(({ command }) => (command.type as string) === 'answerMediation')).toBe(true);
  let state = waiting(sixParty);
  for (const { events } of entries) {
    for (const event of events) state = evolve(state, upgradeEvent(sixParty, event));
    assertSound(sixParty, state);
  }
  expect(state.status).toBe('ended');
  expect(state.ending?.tier).toBe(end.tier);
});

test('GOLD-4 a snapshot of an earlier version becomes one of today', () => {
  const today = waiting(sixParty);
  const { craft: _craft, ...rest } = today;
  const { answers: _answers, ...sealed } = today.sealed;
  const old = { ...rest, proposals: {}, commitments: {}, sealed: { ...sealed, mediation: { US: { CN: true } } } } as unknown as typeof today;
  expect(upgradeState(sixParty, old)).toEqual({ ...today, sealed: { ...today.sealed, answers: { US: { 'CN:UA20': true } } } });
  expect(upgradeState(sixParty, today)).toEqual(today);
});
