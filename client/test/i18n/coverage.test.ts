/** Every code the rules, the room or a screen can name has its words in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES_TESTED } from '../texts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const sources = (dir: string): { readonly file: string; readonly text: string }[] =>
  readdirSync(path.join(ROOT, dir), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => ({ file: path.join(dir, file), text: read(path.join(dir, file)) }));
const words = (language: string, namespace: string): ReadonlySet<string> => new Set(Object.keys(JSON.parse(read(`assets/locales/${language}/${namespace}.json`))).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')));
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
/** Members of a union of string literals, as they stand in the source. */
const union = (file: string, name: string): string[] => all(new RegExp(`type ${name} =([^;]+);`).exec(read(file))?.[1] ?? '', /'([\w-]+)'/g);
/** A pattern with `${…}` matches any key of its shape. */
const known = (keys: ReadonlySet<string>, asked: string): boolean => {
  if (!asked.includes('${')) return keys.has(asked);
  const shape = new RegExp(`^${asked.replace(/[.*+?^()|[\]\\]/g, '\\$&').replace(/\$\{[^}]*\}/g, '.+')}$`);
  return [...keys].some((key) => shape.test(key));
};

describe.each(LANGUAGES_TESTED)('%s', (language) => {
  it('has a sentence for every refusal of the rules and of the door', () => {
    const codes = [...union('shared/src/model/commands.ts', 'RefusalCode'), ...union('shared/src/protocol/messages.ts', 'DoorCode')];
    expect(codes.length).toBeGreaterThan(80);
    const texts = words(language, 'refusals');
    expect(codes.filter((code) => !texts.has(code))).toEqual([]);
  });
  it('has a sentence for every piece of news', () => {
    const codes = sources('shared/src').flatMap(({ text }) => all(text, /'((?:table|fold)\.[\w.]+)'/g)).concat(sources('shared/src').flatMap(({ text }) => all(text, /`((?:table|fold)\.[^`]+)`/g)));
    expect(codes.length).toBeGreaterThan(40);
    const texts = { table: words(language, 'table'), fold: words(language, 'fold') };
    expect(codes.filter((code) => !known(texts[code.slice(0, code.indexOf('.')) as 'table'], code.slice(code.indexOf('.') + 1)))).toEqual([]);
  });
  it('has words for every term of an explanation', () => {
    const texts = words(language, 'terms');
    const codes = sources('shared/src/rules').flatMap(({ text }) => all(text, /code: '([\w.]+)'/g));
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !texts.has(code) && ![...texts].some((key) => key.endsWith(`.${code}`)))).toEqual([]);
  });
  it('has every text the screens around the table ask for', () => {
    const keys = words(language, 'ui');
    const asked = ['client/src/screens', 'client/src/frame', 'client/src/store', 'client/src/gauges'].flatMap(sources)
      .filter(({ text }) => text.includes('useTranslation()'))
      .flatMap(({ text, file }) => all(text, /\bt\([^'`)]*['`]([^'`]+)['`]/g).map((key) => ({ key, file })));
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter(({ key }) => !key.includes(':') && !known(keys, key))).toEqual([]);
  });
  it('has words for every tier, crown and preset', () => {
    const keys = words(language, 'ui');
    const tiers = union('shared/src/model/ids.ts', 'Tier');
    expect(tiers).toHaveLength(6);
    expect(tiers.flatMap((tier) => [`tier.${tier}`, `tier.${tier}.means`, `crown.table.${tier}`]).filter((key) => !keys.has(key))).toEqual([]);
    expect(['blitz', 'standard', 'seminar', 'untimed'].flatMap((id) => [`preset.${id}`, `preset.${id}.help`]).filter((key) => !keys.has(key))).toEqual([]);
  });
});
