/** SIM: what `concert simulate` is made of: policies, settings, fixed acts, the watcher of a match, and workers that change nothing. */
import { afterAll, describe, expect, it } from 'vitest';
import { playMatch } from '@concert/shared/bots/index';
import { waiting, type MatchEvent, type MatchState, type Scenario } from '@concert/shared';
import { loadScenarios } from '../src/scenarios.ts';
import { readTempers } from '../tools/simulation/bots.ts';
import { budWatch } from '../tools/simulation/budWatch.ts';
import { Collector } from '../tools/simulation/collector.ts';
import { readFixes } from '../tools/simulation/fixes.ts';
import type { Plan } from '../tools/simulation/play.ts';
import { Pool } from '../tools/simulation/pool.ts';
import { progress } from '../tools/simulation/progress.ts';
import { withSettings } from '../tools/simulation/settings.ts';

const scenario = loadScenarios().get('six-party') as Scenario;
const planOf = (over: Partial<Plan> = {}): Plan => ({ scenario, level: 'core', rounds: 2, tempers: readTempers(scenario, 'random'), assurance: 'SG', ...over });
/** The one line an operator reads. */
const mistake = (run: () => unknown): string => { try { run(); } catch (error) { return (error as Error).message; } return ''; };

describe('SIM policies by seat', () => {
  it('reads POLICY, SEAT=POLICY and mixed', () => {
    expect(readTempers(scenario, 'hawk,DK=spoiler')).toEqual({ US: 'hawk', CN: 'hawk', RU: 'hawk', JP: 'hawk', DK: 'spoiler', RK: 'hawk' });
    expect(readTempers(scenario, 'mixed')).toEqual({});
    expect(readTempers(scenario, 'historic,CN=mixed')).not.toHaveProperty('CN');
  });
  it.each(['x', 'hawk,XX=dove', 'hawk,DK=x', '', 'DK='])('refuses %j with cause and cure in one line', (spec) => {
    expect(mistake(() => readTempers(scenario, spec))).toMatch(/^[^\n]+: take one of [^\n]+$/);
  });
});

describe('SIM --set', () => {
  const set = (...settings: string[]): Scenario => withSettings(scenario, settings).scenario;
  it('sets by key, by id, and a pair either way round', () => {
    expect(set('indicators.TEN=60').indicators.TEN).toBe(60);
    expect(set('seats.DK.k=10').seats.find((seat) => seat.id === 'DK')?.k).toBe(10);
    expect(set('trust.CN-US=30').trust['US-CN']).toBe(30);
    expect(scenario.indicators.TEN).toBe(55);
    expect(withSettings(scenario, ['rounds=6']).rounds).toBe(6);
  });
  it('moves numbers, of one place, of a group, of a pattern', () => {
    expect(set('trust.US-CN-=20').trust['US-CN']).toBe(30);
    const lower = set('trust.powers-=20').trust;
    expect(lower).toMatchObject({ 'US-CN': 30, 'US-RU': 32, 'US-JP': 60, 'CN-RU': 45, 'CN-JP': 22, 'RU-JP': 25, 'US-DK': 10, 'DK-RK': 45, 'CN-RK': 62 });
    const firm = set('trust.*-RK+=10').trust;
    expect(firm).toMatchObject({ 'US-RK': 70, 'DK-RK': 55, 'US-CN': 50 });
    expect(set('seats.regionals.ds=40').seats.map((seat) => seat.ds)).toEqual([55, 60, 60, 52, 40, 40]);
  });
  it('adds to a list, and sums up packages again when a value moves', () => {
    expect(set('pinned+=M11').pinned).toContain('M11');
    const richer = set('clauses.DN01.values.US+=3');
    const net = (of: Scenario): number | undefined => of.packages.find((row) => row.id === 'action-plan-2007')?.net['US'];
    expect(net(richer)).toBe((net(scenario) ?? 0) + 3);
  });
  it.each(['no.such=1', 'trust.US-XX=3', 'trust.US-CN', 'trust.US-CN=300', 'trust.*-=90', 'seats.DK.k=x', 'seats.XX.k=1', 'chair+=1', 'pinned=[1', 'rounds=0', 'rounds=99', '=3', 'indicators.TEN='])('refuses %s with cause and cure in one line', (setting) => {
    const told = mistake(() => set(setting));
    expect(told).toMatch(/^--set[^\n]+: [^\n]+$/);
  });
});

describe('SIM --fix', () => {
  it('declares the red lines it was given, every round', () => {
    const { fixed } = readFixes(scenario, 'core', ['redLine.US=4', 'redLine.CN=1']);
    const { state } = playMatch(scenario, { seed: 5, rounds: 3, ...(fixed ? { fixed } : {}) });
    expect(state.history.map((record) => [record.redLines['US'], record.redLines['CN']])).toEqual([[4, 1], [4, 1], [4, 1]]);
  });
  it('leaks in secret every round', () => {
    const { fixed } = readFixes(scenario, 'standard', ['leak.CN=hidden', 'redLine.CN=2']);
    const { state, events } = playMatch(scenario, { seed: 5, rounds: 2, level: 'standard', ...(fixed ? { fixed } : {}) });
    const taken = events.flatMap((event) => (event.type === 'actsRevealed' ? event.acts.actions.filter((act) => act.seat === 'CN' && act.action === 'UA21') : []));
    expect(taken).toHaveLength(2);
    expect(state.seats['CN']?.enforcement).toBe(0);
    expect(state.seats['CN']?.redLine).toBe(2);
  });
  it('puts a known package as the chair, in its round and whole', () => {
    const { fixed } = readFixes(scenario, 'core', ['draft=concert-assured@2']);
    const { events } = playMatch(scenario, { seed: 5, rounds: 2, ...(fixed ? { fixed } : {}) });
    const put = events.flatMap((event) => (event.type === 'proposalTabled' && event.proposal.chairDraft && event.proposal.round === 2 ? [event.proposal] : []))[0];
    expect(put?.author).toBe('CN');
    expect(put?.lines.map((line) => line.clause)).toEqual(['AR01', 'AR05', 'AR06', 'SA07', 'MP04', 'SG02', 'SG06', 'DN09', 'EN02'].sort((a, b) => clauseOrder(b) - clauseOrder(a)).reverse());
    expect(put?.parties).toHaveLength(6);
  });
  const clauseOrder = (id: string): number => (scenario.packages.find((row) => row.id === 'concert-assured')?.clauses ?? []).indexOf(id);
  it.each([['x=1', 'core'], ['redLine.XX=1', 'core'], ['redLine.DK=1', 'core'], ['redLine.US=5', 'core'], ['leak.US=hidden', 'standard'], ['leak.CN=open', 'standard'], ['leak.CN=hidden', 'core'], ['draft=x@2', 'core'], ['draft=concert-bare', 'core'], ['redLine.US', 'core']] as const)('refuses %s at %s with cause and cure in one line', (fix, level) => {
    expect(mistake(() => readFixes(scenario, level, [fix]))).toMatch(/^--fix[^\n]+: [^\n]+$/);
  });
});

describe('SIM workers', () => {
  const pool = new Pool(2);
  afterAll(() => pool.close());
  it('two give byte by byte what one gives, in the order of seeds', async () => {
    const run = { seed: 3, matches: 23 };
    const ticks: number[] = [];
    const [one, two] = [await new Pool(1).run(planOf(), run), await pool.run(planOf(), run, (done) => ticks.push(done))];
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(two.rows.map((row) => row.seed)).toEqual(Array.from({ length: 23 }, (_, i) => i + 3));
    expect(ticks.at(-1)).toBe(23);
  });
  it('change their plan between runs', async () => {
    const seed = { seed: 3, matches: 12 };
    const short = await pool.run(planOf({ rounds: 1 }), seed);
    expect(new Set(short.rows.map((row) => row.rounds))).toEqual(new Set([1]));
  });
});

describe('SIM the watcher', () => {
  const state = (over: { readonly BLOC?: number; readonly D?: number; readonly round?: number } = {}): MatchState => {
    const start = waiting(scenario);
    return { ...start, round: over.round ?? 1, indicators: { ...start.indicators, ...(over.BLOC === undefined ? {} : { BLOC: over.BLOC }), ...(over.D === undefined ? {} : { D: over.D }) } };
  };
  const rowOf = (...seen: readonly (readonly [MatchEvent, MatchState])[]) => {
    const collector = new Collector(scenario, 'SG');
    for (const [event, at] of seen) collector.see(event, at);
    return collector.row(1, { state: state(), events: [], entries: [], tempers: {}, refused: [], busiest: 0 });
  };
  const crisis = (BLOC: number): readonly [MatchEvent, MatchState] => [{ type: 'crisisOpened', crisis: { action: 'UA01', provoker: 'DK', victims: ['JP', 'RK'], provokerPatrons: ['CN'], victimPatrons: ['US'] } }, state({ BLOC })];
  const picks = (US: 'back' | 'restrain', CN: 'back' | 'restrain'): readonly [MatchEvent, MatchState] => [{ type: 'sidesRevealed', picks: { US, CN }, defaulted: [] }, state({ BLOC: 99 })];

  it('notes the blocs of the moment of choice and whether both sides were backed', () => {
    const row = rowOf(crisis(30), picks('back', 'restrain'), crisis(70), picks('back', 'back'));
    expect(row.sides).toEqual([{ round: 1, bloc: 30, bothBacked: false }, { round: 1, bloc: 70, bothBacked: true }]);
    expect(row).toMatchObject({ provocations: 2, bothBacked: 1 });
  });

  const wedge = (to: readonly string[], was: 'open' | 'sprung' | 'void'): MatchEvent => ({ type: 'wedgeMoved', wedge: { sender: 'DK', gift: 'DN01', round: 2, state: was, offers: to.map((seat) => ({ to: seat, proposal: `p-${seat}`, asked: 'EN01', signed: was === 'sprung' })) } });
  const points = (value: number, code: string): MatchEvent => ({ type: 'seatMoved', seat: 'DK', set: { n: 50 + value }, nTerms: [{ code, value }] });
  it('gives a wedge play its gain and its divergence, and leaves a lone offer out', () => {
    const at = state({ D: 75, round: 2 });
    const sprung = rowOf([wedge(['US'], 'open'), at], [wedge(['US', 'CN'], 'open'), at], [wedge(['US', 'CN'], 'sprung'), at], [points(6, 'wedge'), at], [points(5, 'act'), at]);
    expect(sprung).toMatchObject({ wedges: 1, wedgeGain: 6, wedgePlays: [{ round: 2, sender: 'DK', divergence: 75, state: 'sprung', gain: 6 }] });
    const caught = rowOf([wedge(['US', 'CN'], 'open'), at], [wedge(['US', 'CN'], 'void'), at], [points(-4, 'wedgeCaught'), at]);
    expect(caught).toMatchObject({ wedges: 0, wedgeGain: -4 });
    expect(rowOf([wedge(['US'], 'open'), at]).wedgePlays).toEqual([]);
  });

  it('counts notes compared once for the two who learn of it', () => {
    const learned = (seat: string, other: string): readonly [MatchEvent, MatchState] => [{ type: 'learned', seat, knowledge: { kind: 'notes', with: other, found: false, round: 1 } }, state()];
    expect(rowOf(learned('US', 'CN'), learned('CN', 'US')).notes).toBe(1);
  });

  it('knows the first test and nothing of later ones', () => {
    const counted = (tests: number, round: number): readonly [MatchEvent, MatchState] => [{ type: 'counted', tests }, state({ round })];
    expect(rowOf(counted(0, 1), counted(1, 3), counted(2, 5)).firstTest).toBe(3);
    expect(rowOf().firstTest).toBeNull();
  });

  describe('threats in the bud', () => {
    const bud = (stage: number, was: 'growing' | 'defused' | 'bloomed' | 'withered', pledges: Record<string, number> = {}): MatchEvent => ({ type: 'budMoved', bud: { event: 'threat', stage, plantedAt: 1, state: was, knownTo: [], told: [], public: true, pledges } });
    const withThreat: Scenario = { ...scenario, events: [...scenario.events, { id: 'threat', kind: 'happening', effects: [{ do: 'points', seat: 'CN', value: -4 }, { do: 'indicator', key: 'TEN', value: 8 }, { do: 'trust', a: 'US', b: 'CN', value: -8 }] }] };
    const ends = (...seen: readonly MatchEvent[]) => { const watch = budWatch(withThreat); for (const event of seen) watch.see(event, state()); return watch.ends(); };
    it('costs what was pledged when it is removed', () => {
      expect(ends(bud(1, 'growing'), bud(1, 'growing', { US: 1 }), bud(1, 'growing', { US: 1, CN: 1 }), bud(1, 'defused'))).toEqual([{ event: 'threat', stage: 1, end: 'paid', ap: 2, loss: 0 }]);
    });
    it('costs its effects when it blooms: 4 points, 8 of tension at 4 an AP, 8 of trust at 8 an AP', () => {
      expect(ends(bud(3, 'growing'), bud(4, 'bloomed'))).toEqual([{ event: 'threat', stage: 4, end: 'bloomed', ap: 0, loss: 7 }]);
    });
    it('costs nothing when a standing clause removed it', () => {
      const news: MatchEvent = { type: 'newsPosted', item: { id: 1, round: 1, phase: 'reveal', code: 'fold.bud.remedied', params: { event: 'threat' }, to: 'all' } };
      expect(ends(bud(1, 'growing', { US: 1 }), bud(1, 'defused'), news)).toEqual([{ event: 'threat', stage: 1, end: 'remedied', ap: 0, loss: 0 }]);
    });
  });
});

describe('SIM the progress bar', () => {
  it('keeps quiet where nobody watches, and draws on a terminal', () => {
    const drawn = (isTTY: boolean): string => { let out = ''; const bar = progress(10, 'six-party', { isTTY, write: (text) => { out += text; } }); bar.tick(5); bar.end(); return out; };
    expect(drawn(false)).toBe('');
    expect(drawn(true)).toContain('[###############...............] 5/10');
  });
});
