/** THESIS: every line's verdict on played rows made up by hand, once passing and once falling short; the codebook; the experiments' own arithmetic. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '@concert/shared';
import { loadScenarios } from '../src/scenarios.ts';
import type { Row, Usage } from '../tools/simulation/row.ts';
import { withSettings } from '../tools/simulation/settings.ts';
import { ARMS, recovery, shockOf } from '../tools/thesis/dangerAndTrust.ts';
import { codebook } from '../tools/thesis/fairnessAndHistory.ts';
import { commandOf, type Arm, type Experiments } from '../tools/thesis/lab.ts';
import { runThesis, thesisTable } from '../tools/thesis/main.ts';
import type { Line } from '../tools/thesis/line.ts';

const scenario = loadScenarios().get('six-party') as Scenario;
const ROW: Row = {
  seed: 1, outcome: 'stalemate', rounds: 8, meanCON: 50, endCON: 50, minCON: 50, endPRO: 3, maxW: 50, tests: 0, provocations: 0, bothBacked: 0, breaches: 0, kept: 0, wedges: 0,
  scores: {}, tempers: {}, beatPar: [], mandatesMet: [], meanBLOC: 0, meanTEN: 0, meanD: 0, endINST: 0, endVAL: 45, firstTest: null, adopted: 0, suspended: 0, wedgeGain: 0, wedgePlays: [], notes: 0,
  sides: [], buds: [], redLineTexts: [], con: [50, 50, 50, 50, 50, 50, 50, 50], war: [],
};
const rows = (...parts: readonly Partial<Row>[]): Row[] => parts.map((part) => ({ ...ROW, ...part }));
const NOTHING: Usage = { clauses: {}, performed: {}, actions: {}, events: {}, refused: {} };
const all = (ids: readonly { readonly id: string }[]): Record<string, number> => Object.fromEntries(ids.map(({ id }) => [id, 1]));
const EVERYTHING: Usage = { ...NOTHING, clauses: all(scenario.clauses), actions: all(scenario.actions) };

const lab = (played: (arm: Arm) => readonly Row[], usage: Usage = NOTHING): Experiments => ({ scenario, matches: 10, usageMatches: 20, play: (arm) => Promise.resolve({ rows: played(arm), usage }) });
const verdicts = async (id: string, played: (arm: Arm) => readonly Row[], usage?: Usage): Promise<Record<string, boolean>> => Object.fromEntries((await runThesis(lab(played, usage), [id])).map((line: Line) => [line.id, line.pass]));
const has = (arm: Arm, part: string): boolean => [...(arm.set ?? []), ...(arm.fix ?? [])].some((each) => each.includes(part));

describe('THESIS verdicts', () => {
  it('T1 by correlation and by wars of two tables', async () => {
    const falling = rows({ meanCON: 30, maxW: 90 }, { meanCON: 50, maxW: 60 }, { meanCON: 70, maxW: 20 });
    const wars = (n: number): Row[] => rows(...Array.from({ length: 10 }, (_, i): Partial<Row> => ({ outcome: i < n ? 'war' : 'managed' })));
    expect(await verdicts('T1', (arm) => (arm.bots === 'mixed' ? falling : wars(arm.bots === 'concert' ? 0 : 4)))).toEqual({ T1a: true, T1b: true, T1c: true });
    expect(await verdicts('T1', (arm) => (arm.bots === 'mixed' ? falling.map((row) => ({ ...row, maxW: 100 - row.maxW })) : wars(arm.bots === 'concert' ? 1 : 3)))).toEqual({ T1a: false, T1b: false, T1c: false });
  });

  it('T2 by half as many tests again, and not by none of none', async () => {
    const tests = (before: number, after: number) => (arm: Arm) => rows({ tests: has(arm, 'trust') ? after : before });
    expect(await verdicts('T2', tests(2, 3))).toEqual({ T2: true });
    expect(await verdicts('T2', tests(2, 2))).toEqual({ T2: false });
    expect(await verdicts('T2', tests(0, 0))).toEqual({ T2: false });
  });

  it('T3 by fewer tests when united, and half of the difference back by a leak', async () => {
    const tests = (united: number, divided: number, leaking: number) => (arm: Arm) => rows({ tests: has(arm, 'leak') ? leaking : has(arm, 'redLine.US=4') ? divided : united });
    expect(await verdicts('T3', tests(0, 4, 2))).toEqual({ T3a: true, T3b: true });
    expect(await verdicts('T3', tests(0, 4, 1))).toEqual({ T3a: true, T3b: false });
    expect(await verdicts('T3', tests(4, 4, 9))).toEqual({ T3a: false, T3b: false });
  });

  it('T4 by gain that grows with divergence, and none among those who compare notes', async () => {
    const play = (divergence: number, gain: number): Partial<Row> => ({ meanD: divergence, wedgeGain: gain, wedgePlays: [{ round: 1, sender: 'DK', divergence, state: 'sprung', gain }] });
    const growing = rows(play(10, 1), play(40, 5), play(70, 9), { meanD: 90 });
    expect(await verdicts('T4', (arm) => (arm.bots === 'mixed' ? growing : rows({ wedgeGain: -1 })))).toEqual({ T4a: true, T4b: true });
    expect(await verdicts('T4', (arm) => (arm.bots === 'mixed' ? rows(play(10, 5), play(40, 5)) : rows({ wedgeGain: -2 })))).toEqual({ T4a: false, T4b: false });
  });

  it('T5 by three times as often, and not without a case', async () => {
    const sides = (hard: number, soft: number): Row[] => rows({ sides: [...Array.from({ length: 10 }, (_, i) => ({ round: 1, bloc: 60, bothBacked: i < hard })), ...Array.from({ length: 10 }, (_, i) => ({ round: 1, bloc: 39, bothBacked: i < soft })), { round: 1, bloc: 50, bothBacked: true }] });
    expect(await verdicts('T5', () => sides(9, 3))).toEqual({ T5: true });
    expect(await verdicts('T5', () => sides(8, 3))).toEqual({ T5: false });
    expect(await verdicts('T5', () => rows({}))).toEqual({ T5: false });
  });

  it('T6 by a third of the loss, counting stage 1 alone', async () => {
    const bud = (stage: number, end: 'paid' | 'bloomed' | 'remedied', ap: number, loss: number) => ({ event: 'x', stage, end, ap, loss });
    expect(await verdicts('T6', () => rows({ buds: [bud(1, 'paid', 2, 0), bud(2, 'paid', 9, 0), bud(1, 'remedied', 0, 0), bud(4, 'bloomed', 0, 6)] }))).toEqual({ T6: true });
    expect(await verdicts('T6', () => rows({ buds: [bud(1, 'paid', 3, 0), bud(4, 'bloomed', 0, 6)] }))).toEqual({ T6: false });
    expect(await verdicts('T6', () => rows({ buds: [bud(2, 'paid', 1, 0), bud(4, 'bloomed', 0, 6)] }))).toEqual({ T6: false });
  });

  it('T7 by fewer rounds where values carry', async () => {
    const course = (back: number): number[] => [60, 60, 60, ...Array.from({ length: 5 }, (_, i) => (i < back ? 40 : 55))];
    const of = (values: number, trust: number) => (arm: Arm) => rows({ con: course(has(arm, 'VAL+=') ? values : trust) });
    expect(await verdicts('T7', of(1, 2))).toEqual({ T7: true });
    expect(await verdicts('T7', of(2, 2))).toEqual({ T7: false });
  });

  it('T8 by the answer to the bare draft and by texts adopted freely', async () => {
    const text = { round: 2, chairDraft: true, assured: false, adopted: false, proliferator: 'refused' as const };
    const free = { ...text, round: 5, chairDraft: false, assured: true, adopted: true };
    expect(await verdicts('T8', (arm) => (has(arm, 'draft') ? rows({ redLineTexts: [text] }) : rows({ redLineTexts: [free] })))).toEqual({ T8a: true, T8b: true });
    expect(await verdicts('T8', (arm) => (has(arm, 'draft') ? rows({ redLineTexts: [{ ...text, proliferator: 'signed' }] }) : rows({ redLineTexts: [{ ...free, assured: false }] })))).toEqual({ T8a: false, T8b: false });
  });

  it('T9 by fair seats, no winning policy, all tiers, nothing unused', async () => {
    const beats = (share: number): Row[] => rows(...Array.from({ length: 10 }, (_, i): Partial<Row> => ({ beatPar: i < share * 10 ? ['US', 'CN', 'RU', 'JP', 'DK', 'RK'] : [] })));
    const tiers = rows(...(['war', 'blocs', 'stalemate', 'managed', 'concert', 'architecture'] as const).map((outcome) => ({ outcome })));
    expect(await verdicts('T9', (arm) => (arm.bots === 'historic' ? beats(0.5) : arm.bots === 'mixed' ? tiers : beats(0.8)), EVERYTHING)).toEqual({ T9a: true, T9b: true, T9c: true, T9d: true });
    expect(await verdicts('T9', (arm) => (arm.bots === 'historic' ? beats(0.7) : arm.bots === 'mixed' ? tiers.slice(1) : beats(arm.bots === 'historic,DK=hawk' ? 0.9 : 0.5)), NOTHING)).toEqual({ T9a: false, T9b: false, T9c: false, T9d: false });
  });

  it('T10 by the commonest ending and the median first test, where none is never', async () => {
    expect(await verdicts('T10', () => rows({ firstTest: 3 }, { firstTest: 4 }, { outcome: 'managed' }))).toEqual({ T10a: true, T10b: true });
    expect(await verdicts('T10', () => rows({ firstTest: 4, outcome: 'concert' }, { outcome: 'concert' }, {}))).toEqual({ T10a: false, T10b: false });
  });

  it('prints a verdict a line and counts what passes', async () => {
    const lines = await runThesis(lab(() => rows({ firstTest: 4 })), ['T10']);
    expect(thesisTable(lines)).toMatch(/T10 against history\n {2}pass +T10a .*\n {2}pass +T10b .*\n\n2 of 2 lines pass\n/);
    await expect(runThesis(lab(() => []), ['T99'])).rejects.toThrow(/--only T99 is no line of the thesis: take one of T1, /);
  });
});

describe('THESIS experiments', () => {
  it('T7: folds to recovery, from the last fold before the shock', () => {
    expect(recovery([60, 60, 60, 55, 55], 4)).toBe(0);
    expect(recovery([60, 60, 60, 45, 49, 50], 4)).toBe(2);
    expect(recovery([60, 60, 60, 45, 40], 4)).toBe(3);
    expect(recovery([60, 60], 4)).toBeNull();
  });

  it('T7: both arms start with the same target of consensus', () => {
    const target = (settings: readonly string[]): number => {
      const { trust, indicators } = withSettings(scenario, settings).scenario;
      const pairs = ['US-CN', 'US-RU', 'US-JP', 'CN-RU', 'CN-JP', 'RU-JP'].map((pair) => trust[pair] ?? 0);
      return 3 * pairs.reduce((sum, value) => sum + value, 0) / 6 + 2 * Math.min(...pairs) + 2 * indicators.VAL;
    };
    expect(target(ARMS.values)).toBe(target(ARMS.trust));
    expect(target(ARMS.values)).toBe(target(['rounds=8']));
  });

  it('T7: the shock is an event the scenario accepts', () => {
    expect(withSettings(scenario, [shockOf(['US', 'CN', 'RU', 'JP'])]).scenario.events.at(-1)).toMatchObject({ id: 'shock', kind: 'happening' });
  });

  it('every arm can be played again from the shell', () => {
    expect(commandOf('six-party', { bots: 'hawk,DK=spoiler', set: ['trust.powers-=20'], fix: ['leak.CN=hidden'] }, 1000)).toBe('concert simulate --scenario six-party --matches 1000 --seed 1 --level standard --bots hawk,DK=spoiler --set trust.powers-=20 --fix leak.CN=hidden');
    expect(commandOf('six-party', { bots: 'mixed', set: ['events+={"id":"x"}'], level: 'full', matches: 5 }, 1000)).toContain(`--matches 5 --seed 1 --level full --bots mixed --set 'events+={"id":"x"}'`);
  });
});

describe('THESIS the CAMEO codebook', () => {
  const { actions, events, performed } = codebook() as unknown as Record<'actions' | 'events' | 'performed', Record<string, { code: string; value: number; label: string; local?: string; note?: string }>>;
  const entries = [...Object.values(actions), ...Object.values(events), ...Object.values(performed)];
  it('has a code for every action and every category of clauses', () => {
    expect(Object.keys(actions)).toEqual(scenario.actions.map((action) => action.id));
    expect(Object.keys(performed).sort()).toEqual([...new Set(scenario.clauses.map((clause) => clause.category))].sort());
  });
  it('gives a code one value and one name, the sign of its class, and says what is not CAMEO', () => {
    const known = new Map<string, string>();
    for (const { code, value, label, local, note } of entries) {
      expect(known.get(code) ?? `${value} ${label}`).toBe(`${value} ${label}`);
      known.set(code, `${value} ${label}`);
      const root = Number(code.slice(0, 2));
      expect(root <= 8 ? value >= 0 || code === '016' : value < 0, code).toBe(true);
      if (local !== undefined) expect(note).toMatch(/CAMEO has no code/);
    }
    expect(codebook().actions['UA08']?.value).toBe(-10);
  });
});
