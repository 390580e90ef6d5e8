/** BALANCE: page and pictures follow from the kept figures, so that neither is written by hand nor left behind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCS, rendered } from '../tools/balance/main.ts';

describe('BALANCE docs/balance.md', () => {
  const files = rendered();
  it('is what its figures give, pictures included, and nothing is left over', () => {
    for (const [name, content] of Object.entries(files)) expect(readFileSync(path.join(DOCS, name), 'utf8'), `${name}: run npm run balance -- --page`).toBe(content);
    expect(readdirSync(path.join(DOCS, 'balance')).filter((name) => name.endsWith('.svg')).sort()).toEqual(Object.keys(files).filter((name) => name.endsWith('.svg')).map((name) => path.basename(name)).sort());
  });
  it('shows every picture it makes, and every line of the thesis', () => {
    const text = files['balance.md'] ?? '';
    for (const [, target] of text.matchAll(/\]\((balance\/[^)]+)\)/g)) expect(existsSync(path.join(DOCS, target ?? '')), target).toBe(true);
    for (const name of Object.keys(files)) if (name.endsWith('.svg')) expect(text).toContain(`(${name})`);
    for (const id of ['T1a', 'T2', 'T3a', 'T4a', 'T5', 'T6', 'T7', 'T8a', 'T9a', 'T10a', 'T11']) expect(text).toContain(`| ${id} |`);
  });
  it('holds no time and no machine', () => {
    for (const content of Object.values(files)) expect(content).not.toMatch(/\/work|\/home|\bNaN\b|undefined|Infinity|matches\/s|\d\d:\d\d/);
  });
});
