/** The layers of docs/architecture.md hold: who may import whom, no clock, dice or screen in the engine, no country, clause or action in code, small files. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = (folder: string): string[] => {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file).split(sep).join('/'));
  } catch {
    return [];
  }
};
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const bare = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|\s)\/\/.*$/gm, '$1');

/** What a file imports: repository paths for relative and workspace imports, package names otherwise. Type-only imports are marked. */
function imports(file: string): { readonly target: string; readonly typeOnly: boolean }[] {
  const found = text(file).matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"\n;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g);
  return [...found].map((match) => {
    const name = match[3] ?? match[4] ?? '';
    const target = name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)).split(sep).join('/') : name.replace(/^@concert\/shared$/, 'shared/src/index.ts').replace(/^@concert\/shared\//, 'shared/src/');
    return { target, typeOnly: match[2] !== undefined };
  });
}

interface Layer { readonly of: string; readonly never: readonly RegExp[]; readonly typesToo: boolean }
const LAYERS: readonly Layer[] = [
  { of: 'shared/src', never: [/^node:/, /^(server|client)\//, /^@colyseus/, /^react/, /^pixi/], typesToo: true },
  { of: 'shared/src/model', never: [/^shared\/src\/(engine|rules|bots|protocol)\//], typesToo: true },
  { of: 'shared/src/rules', never: [/^shared\/src\/(bots|protocol)\//], typesToo: true },
  { of: 'shared/src/engine', never: [/^shared\/src\/(bots|protocol)\//], typesToo: true },
  { of: 'shared/src/protocol', never: [/^shared\/src\/(engine|rules|bots)\//], typesToo: true },
  { of: 'shared/src/bots', never: [/^shared\/src\/engine\//, /^shared\/src\/model\/state/], typesToo: true },
  { of: 'server/src/match', never: [/^@colyseus/, /^colyseus/], typesToo: true },
  { of: 'server/src/rooms', never: [/^shared\/src\/rules\//], typesToo: false },
  { of: 'server/src/store', never: [/^shared\/src\/rules\//, /^@colyseus/], typesToo: false },
  { of: 'client/src', never: [/^shared\/src\/(rules|engine|bots)\//, /^server\//], typesToo: false },
  { of: 'client/src/map', never: [/^shared\/src\/(rules|engine|protocol)\//], typesToo: true },
];

/**
 * The table of a simulation holds the state the server holds in a real match; its bots still see views only. The bot that looks ahead plays a
 * state of its own making through the engine; that it is made from its view alone is what its own tests hold it to.
 */
const EXCEPTIONS = ['shared/src/bots/table.ts', 'shared/src/bots/lookahead/imagine.ts', 'shared/src/bots/lookahead/rollout.ts'];

describe('layers', () => {
  it.each(LAYERS)('$of keeps to its layer', ({ of, never, typesToo }) => {
    const broken = sources(of).filter((file) => !EXCEPTIONS.includes(file)).flatMap((file) => imports(file).filter(({ target, typeOnly }) => (typesToo || !typeOnly) && never.some((rule) => rule.test(target))).map(({ target }) => `${file} -> ${target}`));
    expect(broken).toEqual([]);
  });

  it('has no stale exception', () => {
    expect(EXCEPTIONS.filter((file) => !imports(file).some(({ target }) => /^shared\/src\/(engine\/|model\/state)/.test(target)))).toEqual([]);
  });

  it('shared imports nothing but its two libraries', () => {
    const packages = new Set(sources('shared/src').flatMap((file) => imports(file).map(({ target }) => target).filter((target) => !target.startsWith('shared/'))));
    expect([...packages].filter((name) => name !== 'zod' && name !== 'papaparse' && !name.startsWith('@noble/hashes/'))).toEqual([]);
  });
});

describe('the engine', () => {
  const FORBIDDEN = [/\bnew Date\b/, /\bDate\.now\b/, /\bMath\.random\b/, /\bperformance\./, /\bcrypto\./, /\bset(?:Timeout|Interval)\b/, /\bprocess\./, /\b(?:window|document|globalThis|localStorage)\./, /\bconsole\./];
  it('knows no clock, no dice but its own, no screen and no machine', () => {
    const found = sources('shared/src').flatMap((file) => FORBIDDEN.filter((rule) => rule.test(bare(text(file)))).map((rule) => `${file}: ${rule}`));
    expect(found).toEqual([]);
  });

  it('names no seat, clause or action of a scenario', () => {
    const ids = new Set<string>();
    for (const file of readdirSync(join(root, 'assets/scenarios')).filter((name) => name.endsWith('.json'))) {
      const scenario = JSON.parse(readFileSync(join(root, 'assets/scenarios', file), 'utf8')) as Partial<Record<'seats' | 'clauses' | 'actions', { id: string }[]>>;
      for (const { id } of [...scenario.seats ?? [], ...scenario.clauses ?? [], ...scenario.actions ?? []]) ids.add(id);
    }
    expect(ids.size).toBeGreaterThan(90);
    const named = [...sources('shared/src'), ...sources('server/src')].flatMap((file) => [...bare(text(file)).matchAll(/(['"`])([A-Za-z0-9-]+)\1/g)].filter((match) => ids.has(match[2] ?? '')).map((match) => `${file}: ${match[2]}`));
    expect(named).toEqual([]);
  });
});

describe('files', () => {
  it('are at most 300 lines long and say at the top what they are', () => {
    const all = [...sources('shared/src'), ...sources('server/src'), ...sources('client/src')];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((file) => text(file).split('\n').length > 301)).toEqual([]);
    expect(sources('shared/src').filter((file) => !text(file).startsWith('/**'))).toEqual([]);
  });
  it('have names that say something', () => {
    const all = [...sources('shared'), ...sources('server'), ...sources('client/src')];
    expect(all.filter((file) => /(utils?|helpers?|managers?|misc|common)\.tsx?$/i.test(file))).toEqual([]);
  });
});
