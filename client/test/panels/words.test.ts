/** Every text a panel asks for exists, and no text lies about unused. */
import { describe, expect, it } from 'vitest';
import en from '../../../assets/locales/en/panels.json';

const files = import.meta.glob<string>('../../src/panels/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const source = Object.values(files).join('\n');
const keys = new Set(Object.keys(en).map((key) => key.replace(/_(one|other)$/, '')));
/** Quoted pieces that look like keys, and the fixed beginnings of keys put together. */
const literal = new Set([...source.matchAll(/['"`]([a-z][A-Za-z]*(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''));
const beginnings = [...source.matchAll(/`([a-z][A-Za-z]*\.(?:[\w.-]*))\$\{/g)].map((match) => match[1] ?? '');

describe('texts of the panels', () => {
  it('are all there', () => {
    const asked = [...source.matchAll(/\bt\(\s*['"]([a-z][\w.-]+)['"]/g)].map((match) => match[1] ?? '');
    expect(asked.filter((key) => !keys.has(key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  });

  it('are all used', () => {
    const unused = [...keys].filter((key) => !literal.has(key) && !beginnings.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});
