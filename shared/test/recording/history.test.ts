/** The real talks as a match: every act of the script is legal, the indicators tell the story by themselves, and the shipped file is what the script gives. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPerformed, momentOf, perform, scenarioOf, scriptRecording, type Performed, type ScriptProblem } from '../../src/recording/perform.ts';
import { Script } from '../../src/recording/script.ts';
import { createReel, isOpened, openRecording, verifyRecording } from '../../src/recording/index.ts';
import type { Indicators, RoundRecord } from '../../src/index.ts';

const asset = (name: string): string => readFileSync(new URL(`../../../assets/${name}`, import.meta.url), 'utf8');
const json = (name: string): unknown => JSON.parse(asset(name));
const script = Script.parse(json('history/six-party-2003-2009.json'));
const scenario = scenarioOf(script, (id) => json(`scenarios/${id}.json`));
const shipped = asset('recordings/history-2003-2009.concert.jsonl');
const software = (JSON.parse(shipped.slice(0, shipped.indexOf('\n'))) as { software: string }).software;

const must = (played: Performed | ScriptProblem): Performed => { if (!isPerformed(played)) throw new Error(JSON.stringify(played)); return played; };
const played = must(perform(script, scenario));
const { state } = played;
/** The round that was running on a day. */
const on = (day: string): RoundRecord => {
  const found = script.rounds.findLastIndex(({ date }) => momentOf(date) <= momentOf(day));
  return state.history[found] as RoundRecord;
};
const value = (key: keyof Indicators) => (day: string): number => on(day).indicators[key];
const [con, ten, pro, war] = [value('CON'), value('TEN'), value('PRO'), value('W')];
/** The script without the steps that a test takes out; whoever has no step keeps silent. */
const without = (drop: (step: Script['steps'][number]) => boolean): Performed => must(perform({ ...script, steps: script.steps.filter((step) => !drop(step)) }, scenario));
const tells = (clause: string, giver: string) => state.commitments.filter((c) => c.clause === clause && c.giver === giver).at(-1);

describe('HIST the script', () => {
  test('HIST-1 every act is legal and every session of the talks is there', () => {
    expect(script.steps.filter((_, i) => !played.skipped.includes(i + 1)).length).toBeGreaterThan(80);
    // Only a crisis may stay away: whether one opens depends on the tension of the day.
    for (const number of played.skipped) expect(script.steps[number - 1]).toMatchObject({ phase: 'crisis', ifAsked: true });
    for (const session of ['2003-08-29', '2004-02-28', '2004-06-26', '2005-08-07', '2005-09-19', '2005-11-11', '2006-12-22', '2007-02-13', '2007-03-22', '2007-07-20', '2007-09-30', '2008-07-12', '2008-12-11', '2009-02-19'])
      expect(script.steps.filter(({ phase, date }) => phase === 'plenary' && date.startsWith(session)).length, session).toBeGreaterThan(0);
  });
  test('HIST-2 every step has its day within its round, its source and both languages', () => {
    const remarks = played.annotations.filter(({ kind }) => kind === 'source');
    expect(remarks).toHaveLength(script.steps.length - played.skipped.length);
    for (const { date, certainty, text, source } of remarks) expect([date, certainty, text, source].every(Boolean)).toBe(true);
    for (const { en, zh } of script.steps.flatMap(({ text, source }) => [text, source])) { expect(zh).toMatch(/\p{Script=Han}/u); expect(en).not.toMatch(/\p{Script=Han}/u); }
    for (const { date, round, text } of script.steps) {
      const next = script.rounds[round];
      expect(next === undefined || momentOf(date) < momentOf(next.date), `${date} ${text.en}`).toBe(true);
    }
    expect(played.acts.every(({ at }, i) => at >= (played.acts[i - 1]?.at ?? 0))).toBe(true);
  });
  test('HIST-3 an act the rules refuse ends the play with its step, the reason and what would be legal', () => {
    const at = script.steps.findIndex(({ phase }) => phase === 'plenary');
    const wrong = script.steps.map((step, i) => (i === at ? { ...step, acts: [{ seat: 'US', command: { type: 'declare' as const, level: 2 } }] } : step));
    expect(perform({ ...script, steps: wrong }, scenario)).toMatchObject({ step: at + 1, act: 1, seat: 'US', code: 'wrong-phase', legal: expect.arrayContaining(['propose']) });
    const unknown = script.steps.map((step, i) => (i === at ? { ...step, acts: [{ seat: 'US', command: { type: 'sign' as const, proposal: 'no-such-text' } }] } : step));
    expect(perform({ ...script, steps: unknown }, scenario)).toMatchObject({ step: at + 1, code: 'unknown-name' });
    const late = [...script.steps.slice(1), script.steps[0] as Script['steps'][number]];
    expect(perform({ ...script, steps: late }, scenario)).toMatchObject({ step: late.length, code: 'phase-passed' });
  });
});

describe('HIST the indicators', () => {
  test('HIST-4 consensus rises with the Joint Statement of 2005 and falls after the bank freeze', () => {
    expect(con('2005-09-19')).toBeGreaterThan(con('2004-06-26'));
    expect(con('2005-11-11')).toBeLessThan(con('2005-09-19'));
    expect(state.events['E01']).toBe(5);
    const free = without(({ date, acts }) => date.startsWith('2005-09-15') && acts.some(({ command }) => command.type === 'choose') || momentOf(date) > momentOf('2006-03-31'));
    expect(free.state.history[4]?.indicators.CON).toBeGreaterThan(con('2005-11-11'));
    expect(free.state.events['E01']).toBeUndefined();
  });
  test('HIST-5 the test comes in the round of October 2006, and the powers answer it together', () => {
    expect(state.history.filter(({ tests }) => tests > 0).map(({ round }) => round)).toEqual([on('2006-10-09').round]);
    expect(pro('2006-10-09')).toBe(5);
    expect(on('2006-10-09').sides?.picks).toEqual({ CN: 'restrain', US: 'restrain' });
    expect(on('2006-12-22').paperPressure).toBeGreaterThan(on('2005-11-11').paperPressure);
  });
  test('HIST-6 consensus rises through 2007, and tension falls', () => {
    // March is left out: no text was adopted then, and figures may let it dip by a point.
    expect(con('2007-02-13')).toBeGreaterThan(con('2006-12-22'));
    expect(con('2007-10-03')).toBeGreaterThan(con('2007-02-13'));
    expect(ten('2007-10-03')).toBeLessThan(ten('2006-10-09'));
    expect(tells('DN01', 'DK')?.tranches[0]?.performedAt).toBe(on('2007-07-18').round);
    expect(tells('SA01', 'US')?.tranches[0]?.performedAt).toBe(on('2007-06-14').round);
  });
  test('HIST-7 delisting is given, the word on sampling denied, consensus breaks in December 2008', () => {
    expect(tells('SA02', 'US')?.tranches[0]?.performedAt).toBe(on('2008-10-11').round);
    expect(tells('VE03', 'DK')?.state).toBe('disputed');
    expect(con('2008-12-11')).toBeLessThan(con('2008-10-11') - 5);
    expect(con('2008-10-11')).toBeLessThanOrEqual(con('2008-07-12'));
  });
  test('HIST-8 the walk-out leaves the talks suspended: an armed stalemate', () => {
    expect(state.talks.open).toBe(false);
    expect(state.ending?.tier).toBe('stalemate');
    expect(con('2009-04-14')).toBe(Math.min(...state.history.map(({ indicators }) => indicators.CON)));
    expect(ten('2009-04-14')).toBeGreaterThan(ten('2008-07-12'));
    expect(pro('2009-04-14')).toBeGreaterThan(scenario.indicators.PRO);
    expect(war('2009-04-14')).toBeGreaterThan(war('2008-07-12'));
    expect(war('2009-04-14')).toBeLessThan(scenario.brink);
  });
});

describe('HIST the file', () => {
  // Made by tools/history.ts (`npm run history`): after a change of rules, figures or script it is made anew.
  test('HIST-9 the shipped recording is what the script gives, sound to the last act', () => {
    expect(shipped === scriptRecording(script, played, software), 'run tools/history.ts').toBe(true);
    expect(verifyRecording(shipped)).toMatchObject({ sound: true, findings: [], outcome: 'stalemate' });
  });
  test('HIST-10 its remarks stand at the acts they speak of', () => {
    const opened = openRecording(shipped);
    if (!isOpened(opened)) throw new Error(opened.code);
    const steps = createReel(opened).steps.filter(({ annotations }) => annotations.length > 0);
    expect(steps.filter(({ annotations }) => annotations.some(({ kind }) => kind === 'chapter'))).toHaveLength(script.rounds.length);
    const test = steps.find(({ annotations }) => annotations.some(({ date }) => date === '2006-10-09'));
    expect(test).toMatchObject({ seat: scenario.proliferator, phase: 'secret', round: 6, command: { type: 'choose' } });
  });
});
