/** The codex is whole: every mechanism explained in every language, every quotation true to the essay, every pointer leads somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../shared/src/scenario/load.ts';
import { levelOf } from '../../../shared/src/rules/level.ts';
import { absence, codex, entryOf } from '../../src/codex/entries.ts';
import { placeName } from '../../src/codex/places.ts';
import { search } from '../../src/codex/search.ts';
import { arrowFrom, BOX, boxAt, HEIGHT, WIDTH } from '../../src/codex/loopGeometry.ts';
import { textsOf } from '../../src/i18n/index.ts';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const json = <T>(file: string): T => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as T;
const essay = json<Record<string, { paragraph: number; text: string }>>('assets/test/essay-passages.json');
const words = (language: string): Record<string, string> => json(`assets/locales/${language}/codex.json`);
const sixParty = loadScenario(json('assets/scenarios/six-party.json'));
const MECHANISMS = Array.from({ length: 24 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`);
const INDICATORS = ['VAL', 'T', 'D', 'L', 'e', 'CON', 'BLOC', 'TEN', 'PRO', 'POW', 'INST', 'DS', 'W'];
const OTHERS = ['dawn', 'brief', 'declaration', 'bilateral', 'plenary', 'secret', 'crisis', 'hotline', 'reveal'].map((phase) => `phase-${phase}`)
  .concat(['oral', 'written', 'vague', 'escrow', 'snap-back', 'rider', 'side-letter', 'sunset', 'promise', 'tiers', 'score', 'R1', 'R2', 'R3', 'B1']);

describe('the entries', () => {
  it('are unique, in known groups, and cover mechanisms, indicators, phases, drafting, promises, endings and loops', () => {
    const ids = codex.entries.map(({ id }) => id);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
    expect([...MECHANISMS, ...INDICATORS, ...OTHERS].filter((id) => !ids.includes(id))).toEqual([]);
    expect(codex.entries.filter(({ group }) => !codex.groups.includes(group))).toEqual([]);
  });
  it.each(MECHANISMS)('%s has a passage, a place, rules and a level', (id) => {
    const entry = entryOf(id);
    expect(entry?.passages.length).toBeGreaterThan(0);
    expect(entry?.where.length).toBeGreaterThan(0);
    expect(entry?.rules.length).toBeGreaterThan(0);
    expect(levelOf(sixParty, id)).toBe(entry?.level);
  });
  it('LV: every key an entry names is known to the rules, at the entry’s level', () => {
    const wrong = codex.entries.flatMap(({ id, keys = [], level }) => keys.filter((key) => levelOf(sixParty, key) !== level).map((key) => `${id}: ${key}`));
    expect(wrong).toEqual([]);
  });
  it('name only rules of the rule book', () => {
    const book = readFileSync(path.join(ROOT, 'docs/rules.md'), 'utf8');
    const known = new Set([...book.matchAll(/\b([A-Z]{1,2}-?\d{1,2})\b/g)].map((match) => match[1] ?? ''));
    for (const [, area = '', from = '0', to = '0'] of book.matchAll(/\b([A-Z]{2})-(\d+) to \1-(\d+)/g)) for (let at = Number(from); at <= Number(to); at += 1) known.add(`${area}-${at}`);
    const asked = codex.entries.flatMap(({ rules }) => rules).filter((rule) => !/^M\d\d$/.test(rule));
    expect(asked.filter((rule) => !known.has(rule))).toEqual([]);
  });
  it('point only to entries, passages and places that are there', async () => {
    const say = (await texts('en')).t;
    expect(codex.entries.flatMap(({ see }) => see).concat(codex.begin).filter((id) => !entryOf(id))).toEqual([]);
    expect(codex.entries.flatMap(({ passages }) => passages).filter((id) => !codex.passages[id])).toEqual([]);
    expect(Object.keys(codex.passages).filter((id) => !codex.entries.some((entry) => entry.passages.includes(id)))).toEqual([]);
    const frame = json<Record<string, string>>('assets/locales/en/frame.json');
    const ui = json<Record<string, string>>('assets/locales/en/ui.json');
    const missing = codex.entries.flatMap(({ where }) => where).filter((token) => {
      const [kind, id] = token.split('.');
      if (kind === 'gauge') return !frame[`gauge.${id}`];
      if (kind === 'tab') return !frame[`tab.${id}`];
      if (kind === 'phase') return !ui[`phase.${id}`];
      return !words('en')[`where.${kind}`];
    });
    expect(missing).toEqual([]);
    expect(placeName('gauge.CON', say as never)).not.toMatch(/gauge\./);
  });
});

describe.each(LANGUAGES_TESTED)('%s', (language) => {
  const all = words(language);
  it('has name and one plain paragraph for every entry, and a caveat where one is announced', () => {
    for (const { id, caveat } of codex.entries) {
      expect(all[`${id}.name`], id).toBeTruthy();
      expect(all[`${id}.text`]?.length, id).toBeGreaterThan(language === 'zh' ? 30 : 90);
      expect(all[`${id}.text`], id).not.toContain('\n');
      expect(all[`${id}.caveat`] !== undefined, id).toBe(caveat);
    }
  });
  it('has words for every group, state, ending, loop and passage', () => {
    const wanted = [...codex.groups.map((id) => `group.${id}`), ...codex.life.flatMap((id) => [`life.${id}`, `life.${id}.means`]), ...codex.tiers.map(({ tier }) => `tiers.${tier}`), ...Object.keys(codex.passages).map((id) => `passage.${id}`),
      ...codex.entries.flatMap(({ id, figure, signs = [] }) => (figure === 'loop' ? signs.flatMap((_, at) => [`${id}.node.${at + 1}`, `${id}.link.${at + 1}`]) : []))];
    expect(wanted.filter((key) => !all[key])).toEqual([]);
  });
  it('has every text the screens of the codex ask for, and none that nobody asks for', () => {
    const source = readdirSync(path.join(ROOT, 'client/src/codex')).filter((file) => file.endsWith('.tsx') || file === 'places.ts').map((file) => readFileSync(path.join(ROOT, 'client/src/codex', file), 'utf8')).join('\n');
    const fixed = [...source.matchAll(/['`](?:codex:)?((?:notHere|search|found|none|list|back|lead|level|paragraph)|(?:part|notHere|intro|loop|tiers|where|search|rules)\.\w+)['`]/g)].map((match) => match[1] ?? '');
    const keys = new Set(Object.keys(all).map((key) => key.replace(/_(one|other)$/, '')));
    expect([...new Set(fixed)].filter((key) => !keys.has(key))).toEqual([]);
    const data = new RegExp(`^(?:${codex.entries.map(({ id }) => id).join('|')})\\.(?:name|text|caveat|node\\.\\d|link\\.\\d)$|^(?:group|life|passage|tiers|where)\\.`);
    expect([...keys].filter((key) => !data.test(key) && !fixed.includes(key))).toEqual([]);
  });
});

describe('the essay', () => {
  it('is quoted word for word, from the paragraph named', () => {
    for (const [id, { paragraph, text }] of Object.entries(codex.passages)) {
      expect(essay[id]?.text, id).toContain(text);
      expect(essay[id]?.paragraph, id).toBe(paragraph);
      expect(words('zh')[`passage.${id}`], id).toBe(text);
      expect(words('en')[`passage.${id}`], id).toMatch(/^[[A-Z]/);
    }
  });
  it('is quoted in passages, not copied', () => {
    expect(Math.max(...Object.values(codex.passages).map(({ text }) => text.length))).toBeLessThan(70);
  });
});

describe('LV: what is not in this match', () => {
  const match = (level: 'core' | 'standard' | 'full', scenario: object = sixParty) => ({ level, scenario: scenario as typeof sixParty });
  const why = (id: string, at: ReturnType<typeof match> | null) => { const entry = entryOf(id); return entry && absence(entry, at); };
  it('is what belongs to a higher level, unless the scenario pins it', () => {
    expect([why('M12', match('core')), why('M03', match('core')), why('M03', match('standard')), why('M11', match('full'))]).toEqual([null, 'level', null, null]);
    expect(why('oral', match('core', { ...sixParty, pinned: [] }))).toBe('level');
    expect(why('oral', match('core', { ...sixParty, pinned: ['ORAL'] }))).toBeNull();
  });
  it('is what the scenario has no place for', () => {
    expect(why('M24', match('full', { ...sixParty, rules: undefined }))).toBe('scenario');
    expect(why('M24', null)).toBeNull();
  });
});

describe('search', () => {
  const finder = async (language: 'en' | 'zh') => {
    const all = await textsOf(language, ['codex']);
    return (wish: string) => search(wish, (key) => all['codex']?.[key.replace('codex:', '')] ?? key).map(({ id }) => id);
  };
  it('finds by number, by name without accents, by rule and by several words; names come first', async () => {
    const find = await finder('en');
    expect(find('m12')[0]).toBe('M12');
    expect(find('demarche')[0]).toBe('M03');
    expect(find('SU-3')).toContain('M20');
    expect(find('escrow')[0]).toBe('escrow');
    expect(find('hotline brink')).toContain('W');
    expect(find('zebra')).toEqual([]);
    expect(find('  ')).toHaveLength(codex.entries.length);
  });
  it('finds in Chinese, and the essay’s own words in any language', async () => {
    expect((await finder('zh'))('联合交涉')[0]).toBe('M03');
    expect((await finder('en'))('听之任之')).toContain('M07');
  });
});

describe('a loop', () => {
  it.each([3, 4])('of %i boxes stands inside its frame, and its arrows touch no box', (count) => {
    for (let at = 0; at < count; at += 1) {
      const { x, y } = boxAt(at, count);
      expect(x - BOX.width / 2).toBeGreaterThanOrEqual(0);
      expect(x + BOX.width / 2).toBeLessThanOrEqual(WIDTH);
      expect(y - BOX.height / 2).toBeGreaterThanOrEqual(0);
      expect(y + BOX.height / 2).toBeLessThanOrEqual(HEIGHT);
      const ends = [...arrowFrom(at, count).path.matchAll(/(-?[\d.]+),(-?[\d.]+)(?=A|$)/g)].map((match) => ({ x: Number(match[1]), y: Number(match[2]) }));
      expect(ends).toHaveLength(2);
      for (const end of ends) for (let other = 0; other < count; other += 1) {
        const box = boxAt(other, count);
        expect(Math.abs(end.x - box.x) > BOX.width / 2 || Math.abs(end.y - box.y) > BOX.height / 2).toBe(true);
      }
    }
  });
});
