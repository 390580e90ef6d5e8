/** The texts: the same keys and the same placeholders in every language, sorted, nothing empty. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../shared/src/scenario/load.ts';

const dir = path.resolve(import.meta.dirname, '../locales');
const languages = readdirSync(dir).sort();
const namespaces = [...new Set(languages.flatMap((language) => readdirSync(path.join(dir, language))))].sort();
const texts = (language: string, file: string): Record<string, string> => JSON.parse(readFileSync(path.join(dir, language, file), 'utf8'));
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((m) => m[1] ?? ''))].sort();
/** `x_one` and `x_other` are one key: languages differ in their plural forms. */
const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const byStem = (all: Record<string, string>): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const [key, text] of Object.entries(all)) found.set(stem(key), [...(found.get(stem(key)) ?? []), ...placeholders(text)]);
  return new Map([...found].map(([key, names]) => [key, [...new Set(names)].sort()]));
};

describe.each(namespaces)('%s', (file) => {
  it.each(languages)('%s is flat, sorted and has no empty text', (language) => {
    const all = texts(language, file);
    expect(Object.values(all).filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
    expect(Object.keys(all)).toEqual(Object.keys(all).sort());
  });
  it('has the same keys and placeholders in every language', () => {
    const first = byStem(texts(languages[0]!, file));
    for (const language of languages.slice(1)) {
      const other = byStem(texts(language, file));
      expect([...other.keys()].sort(), language).toEqual([...first.keys()].sort());
      // `count` may stay unsaid: some languages say "a round" where others say the number.
      const said = (names: string[] | undefined): string[] => (names ?? []).filter((name) => name !== 'count');
      for (const [key, names] of first) expect(said(other.get(key)), `${language} ${key}`).toEqual(said(names));
    }
  });
});

describe('scenario texts', () => {
  const sixParty = loadScenario(JSON.parse(readFileSync(path.join(dir, '../scenarios/six-party.json'), 'utf8')));
  it.each(languages)('%s: the sentence of a clause names its givers, and its receivers where they are others', (language) => {
    const all = texts(language, 'scenario.json');
    for (const clause of sixParty.clauses) {
      const expected = clause.receiver.mode === 'eachOther' ? ['givers'] : ['givers', 'receivers'];
      expect(placeholders(all[`clause.${clause.id}.text`] ?? ''), clause.id).toEqual(expected);
    }
  });
  it('en: clause names fit a list', () => {
    const all = texts('en', 'scenario.json');
    for (const clause of sixParty.clauses) expect(all[`clause.${clause.id}.name`]?.length, clause.id).toBeLessThanOrEqual(45);
  });
  it('every text the screens ask for is there', () => {
    const client = path.resolve(dir, '../../client/src');
    const sources = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(path.join(client, file), 'utf8'));
    /** `scenario:seat.${id}.name` asks for some key of the shape seat.*.name. */
    const asked = new Set(sources.flatMap((source) => [...source.matchAll(/[`']scenario:((?:[\w.-]|\$\{[^}]*\})+)[`']/g)].map((m) => m[1] ?? '')));
    const keys = Object.keys(texts('en', 'scenario.json'));
    const missing = [...asked].filter((key) => {
      const shape = new RegExp(`^${key.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`);
      return !keys.some((known) => shape.test(known));
    });
    expect(missing).toEqual([]);
  });
  it('zh: no text is left in English', () => {
    for (const [key, text] of Object.entries(texts('zh', 'scenario.json'))) expect(text, key).toMatch(/\p{Script=Han}/u);
  });
});
