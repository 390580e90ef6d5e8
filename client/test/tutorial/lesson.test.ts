/** The lesson's data fits the screens: every step has its words in every language, and every name it points to is carried by some element. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Condition } from '@concert/shared/tutorial/schema';
import { lessonOf, FIRST_LESSON } from '../../src/tutorial/lessons.ts';
import { LANGUAGES_TESTED } from '../texts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const words = (language: string, namespace: string): Record<string, string> => JSON.parse(readFileSync(path.join(ROOT, `assets/locales/${language}/${namespace}.json`), 'utf8'));
const sources = readdirSync(path.join(ROOT, 'client/src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx')).map((file) => readFileSync(path.join(ROOT, 'client/src', file), 'utf8')).join('\n');
const shown = (condition: Condition | undefined): string[] => {
  if (!condition) return [];
  if (condition.is === 'shown') return [condition.target];
  if (condition.is === 'not') return shown(condition.of);
  return condition.is === 'all' || condition.is === 'any' ? condition.of.flatMap(shown) : [];
};
/** Names in the sources: whole ones, and those made of a word and an id. */
const attributes = [...sources.matchAll(/data-coach=(?:"([^"]+)"|\{([^\n]*?)\}(?=[ >/]))/g)].map((match) => match[1] ?? match[2] ?? '').join(' ');
const carried = (name: string): boolean => {
  const plain = attributes.split(/[\s'"`,[\]]+/);
  const [stem] = name.split('-');
  return plain.includes(name) || attributes.includes(`${stem}-\${`);
};

describe('the lesson', () => {
  it('is found by its scenario', () => { expect(lessonOf(FIRST_LESSON.scenario)).toBe(FIRST_LESSON); expect(lessonOf('six-party')).toBeNull(); });

  it('points only to names that some element carries', () => {
    const names = [...new Set(FIRST_LESSON.steps.flatMap((step) => [...step.target, ...shown(step.done), ...shown(step.when)]))];
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !carried(name))).toEqual([]);
  });

  it.each(LANGUAGES_TESTED)('%s: each step says what goes on, and what to do where it waits', (language) => {
    const texts = words(language, 'tutorial');
    expect(FIRST_LESSON.steps.filter(({ id, done }) => !texts[`step.${id}.text`] || (done !== undefined && !texts[`step.${id}.do`])).map(({ id }) => id)).toEqual([]);
    const ids = new Set(FIRST_LESSON.steps.map(({ id }) => id));
    expect(Object.keys(texts).filter((key) => key.startsWith('step.') && !ids.has(key.split('.')[1] ?? ''))).toEqual([]);
  });

  it.each(LANGUAGES_TESTED)('%s: every label it quotes from the screens is there', (language) => {
    const quoted = Object.values(words(language, 'tutorial')).flatMap((text) => [...text.matchAll(/\$t\((\w+):([^)]+)\)/g)].map((match) => [match[1] ?? '', match[2] ?? ''] as const));
    expect(quoted.length).toBeGreaterThan(15);
    expect(quoted.filter(([namespace, key]) => words(language, namespace)[key] === undefined)).toEqual([]);
  });
});
