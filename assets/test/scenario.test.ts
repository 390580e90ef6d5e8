/** The scenario files: sound as data, and equal to the printed tables where those give sums. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checkScenario, extendScenario, loadScenario, ScenarioError } from '../../shared/src/scenario/load.ts';
import { netWorth } from '../../shared/src/scenario/packages.ts';
import { scenarioLocaleKeys } from '../../shared/src/scenario/localeKeys.ts';
import { powers } from '../../shared/src/model/pairs.ts';
import { localeKeys, mapPlaces, scenarioCheck } from '../../server/tools/verbs/scenarioCheck.ts';

const dir = path.resolve(import.meta.dirname, '../scenarios');
const files = readdirSync(dir).filter((name) => name.endsWith('.json'));
const raw = (file: string): unknown => JSON.parse(readFileSync(path.join(dir, file), 'utf8'));
const read = (file: string): unknown => extendScenario(raw(file), (id) => raw(`${id}.json`));
const sixParty = loadScenario(read('six-party.json'));
/** A copy with one thing changed, to see that the check notices. */
const broken = (change: (scenario: ReturnType<typeof loadScenario>) => void): string[] => {
  const copy = structuredClone(sixParty);
  change(copy);
  return checkScenario(copy).map((problem) => problem.path);
};

describe('every scenario file', () => {
  it.each(files)('%s is sound, with words in every language and places on the map', async (file) => {
    expect(checkScenario(read(file), await localeKeys(), await mapPlaces())).toEqual([]);
  });
  /** Exit code and what the command printed. */
  const command = async (file: string): Promise<{ code: number; printed: string }> => {
    let printed = '';
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => { printed += String(text); return true; });
    try { return { code: await scenarioCheck([path.join(dir, file)], { json: true }), printed }; } finally { spy.mockRestore(); }
  };
  it.each(files)('%s passes the command, which prints one JSON object', async (file) => {
    const { code, printed } = await command(file);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ ok: true, files: [{ ok: true, problems: [] }] });
  });
  it('the command fails on a file that is not there', async () => {
    const { code, printed } = await command('nowhere.json');
    expect(code).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({ ok: false, files: [{ problems: [{ path: '$' }] }] });
  });
});

describe('six-party against the tables', () => {
  it('CAT-1 has 60 clauses in nine categories and 30 actions', () => {
    const count = Map.groupBy(sixParty.clauses, (clause) => clause.category);
    expect(Object.fromEntries([...count].map(([category, list]) => [category, list.length]))).toEqual({ DN: 13, VE: 6, SA: 7, EN: 9, SG: 7, MP: 5, NO: 3, HU: 4, AR: 6 });
    expect(sixParty.actions).toHaveLength(30);
  });
  it('CAT-3 all 16 package rows sum as printed', () => {
    expect(sixParty.packages).toHaveLength(16);
    for (const row of sixParty.packages) {
      const clauses = sixParty.clauses.filter((clause) => row.clauses.includes(clause.id));
      expect(Object.fromEntries(sixParty.seats.map((seat) => [seat.id, netWorth(clauses, seat.id)])), row.id).toEqual(row.net);
    }
  });
  it('CAT-3 two rows as the catalogue prints them', () => {
    const net = (id: string) => sixParty.packages.find((row) => row.id === id)?.net;
    expect(net('action-plan-2007')).toEqual({ US: 10, CN: 19, RU: 17, JP: 8, DK: 11, RK: 18 });
    expect(net('second-phase-2007-japan')).toEqual({ US: 11, CN: 20, RU: 19, JP: 11, DK: 12, RK: 22 });
  });
  it('SE-4 the powers start with mean trust 55 and lowest 42', () => {
    const great = new Set(powers(sixParty));
    const values = Object.entries(sixParty.trust).filter(([pair]) => pair.split('-').every((seat) => great.has(seat))).map(([, value]) => value);
    expect(values).toHaveLength(6);
    expect(Math.floor(values.reduce((a, b) => a + b, 0) / values.length)).toBe(55);
    expect(Math.min(...values)).toBe(42);
  });
  it('SE-3 the war index starts at 50', () => {
    const { TEN, BLOC, CON } = sixParty.indicators;
    expect(TEN + Math.floor(BLOC / 2) - Math.floor(CON / 2)).toBe(50);
  });
  it('IN-2 the start consensus is the target of the start values', () => {
    const { VAL, D, CON } = sixParty.indicators;
    expect(Math.floor((3 * 55 + 2 * 42 + 2 * VAL + 3 * (100 - D)) / 10)).toBe(CON);
  });
  it('RL-3 weights sum to 100 and level 2 by all makes pressure 50', () => {
    const weights = sixParty.seats.reduce((sum, seat) => sum + seat.weight, 0);
    expect(weights).toBe(100);
    expect(Math.floor((2 * weights) / 4)).toBe(50);
  });
  it('LV the level of each action follows the table of levels', () => {
    const of = (level: string) => sixParty.actions.filter((action) => action.level === level).map((action) => action.id);
    expect(of('core')).toEqual(['UA01', 'UA02', 'UA03', 'UA04', 'UA07', 'UA08', 'UA09', 'UA12', 'UA18', 'UA20']);
    expect(of('full')).toEqual(['UA22', 'UA25', 'UA28']);
    expect(of('standard')).toHaveLength(17);
  });
  it('SE-7 every seat has a mandate', () => {
    for (const seat of sixParty.seats) expect(seat.mandates.length, seat.id).toBeGreaterThan(0);
    expect(sixParty.mandates).toHaveLength(11);
  });
  it('SE-5 the script moves power from 45/20 to 40/25', () => {
    const shifts = sixParty.events.flatMap((event) => (event.kind === 'powerShift' ? event.rounds.map(() => event.shift) : []));
    const end = (seat: string) => (sixParty.seats.find((s) => s.id === seat)?.pow ?? 0) + shifts.reduce((sum, shift) => sum + (shift[seat] ?? 0), 0);
    expect([end('US'), end('CN')]).toEqual([40, 25]);
  });
});

describe('what the check notices', () => {
  it('a field of the wrong kind, with its path', () => {
    expect(checkScenario({ ...sixParty, brink: 'high' }).map((problem) => problem.path)).toEqual(['$.brink']);
    expect(() => loadScenario({})).toThrow(ScenarioError);
  });
  it.each([
    ['shares that do not sum to 100', '$.seats', (s: typeof sixParty) => { s.seats[0]!.pow = 44; }],
    ['a missing pair', '$.trust', (s: typeof sixParty) => { delete s.trust['US-CN']; }],
    ['a pair in the wrong order', '$.trust["CN-US"]', (s: typeof sixParty) => { s.trust['CN-US'] = 50; }],
    ['an unknown counterpart', '$.clauses[0].pairs', (s: typeof sixParty) => { s.clauses[0]!.pairs.push('DN99'); }],
    ['a clause nobody can give', '$.clauses[0].giver.seats', (s: typeof sixParty) => { s.clauses[0]!.giver.seats = []; }],
    ['a clause that only its giver receives', '$.clauses[3].receiver.seats', (s: typeof sixParty) => { s.clauses[3]!.receiver.seats = ['DK']; }],
    ['a mandate about an unknown clause', '$.mandates[6].test.clause', (s: typeof sixParty) => { s.mandates[6]!.test = { is: 'inForce', clause: 'DN99' }; }],
    ['a mandate its seat cannot fulfil', '$.mandates[6].test', (s: typeof sixParty) => { s.mandates[6]!.test = { is: 'usedAction', action: 'UA01', seat: 'JP' }; }],
    ['a package that does not sum', '$.packages[0].net.US', (s: typeof sixParty) => { s.packages[0]!.net['US'] = 99; }],
    ['an id used twice', '$.actions[1].id', (s: typeof sixParty) => { s.actions[1]!.id = 'UA01'; }],
    ['an event about an unknown seat', '$.events[9].seat', (s: typeof sixParty) => { const e = s.events[9]!; if (e.kind === 'administrationChange') e.seat = 'XX'; }],
    ['an effect on an unknown seat', '$.events[1].effects[0].seat', (s: typeof sixParty) => { const e = s.events[1]!; if (e.kind === 'happening') e.effects[0] = { do: 'points', seat: 'XX', value: 1 }; }],
    ['a trigger by an unknown action', '$.events[1].trigger.action', (s: typeof sixParty) => { const e = s.events[1]!; if (e.kind === 'happening') e.trigger = { is: 'acted', action: 'UA99', within: 1 }; }],
    ['an event that never happens', '$.events[1]', (s: typeof sixParty) => { const e = s.events[1]!; if (e.kind === 'happening') delete e.trigger; }],
    ['a shift that moves the sum of shares', '$.events[1].effects[0].shift', (s: typeof sixParty) => { const e = s.events[1]!; if (e.kind === 'happening') e.effects[0] = { do: 'power', shift: { US: -1 } }; }],
  ])('%s', (_what, where, change) => {
    expect(broken(change)).toContain(where);
  });
  it('a text missing in one language', () => {
    const keys = new Set(scenarioLocaleKeys(sixParty));
    keys.delete('clause.DN01.text');
    expect(checkScenario(sixParty, { xx: keys })).toEqual([{ path: 'xx/scenario.json["clause.DN01.text"]', message: 'this text is missing' }]);
  });
  it('a place no map has', () => {
    expect(checkScenario(sixParty, undefined, new Set()).length).toBe(Object.keys(sixParty.places).length);
  });
});
