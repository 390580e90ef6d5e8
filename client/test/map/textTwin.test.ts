import { describe, expect, it } from 'vitest';
import en from '../../../assets/locales/en/map.json';
import zh from '../../../assets/locales/zh/map.json';
import { AREAS, LINES, SITES } from '../../src/map/atlas.ts';
import { mapModel } from '../../src/map/mapModel.ts';
import { sayer } from '../../src/map/say.ts';
import { textTwin } from '../../src/map/textTwin.ts';
import type { MapModel, Text } from '../../src/map/types.ts';
import { sample } from './sample.ts';

const texts: Record<'en' | 'zh', Record<string, string>> = { en, zh };
const plain = (key: string): string => key.replace(/_(one|other)$/, '');

/** Every key a text needs, its parameters' too. */
const keysOf = (text: Text): string[] => [
  text.key,
  ...Object.values(text.params ?? {}).flatMap((param) =>
    typeof param === 'object' ? ('key' in param ? [param as Text] : (param as readonly Text[])).flatMap(keysOf) : [],
  ),
];
const allTexts = (model: MapModel): Text[] => [
  ...textTwin(model).flatMap((section) => [section.heading, section.empty, ...section.items.map((item) => item.text)]),
  ...model.areas.map((area) => area.name),
  ...model.places.map((place) => place.name),
  ...model.threats.map((threat) => threat.short),
  ...model.badges.flatMap((badge) => [badge.name, badge.code, ...(badge.toward ? [badge.toward] : [])]),
];

describe('text twin', () => {
  const model = mapModel(sample);
  const items = textTwin(model).flatMap((section) => section.items);

  it('has a sentence for everything the map shows', () => {
    const ids = new Set(items.map((item) => item.id));
    const shown = [
      ...model.arcs.map((arc) => arc.id),
      ...model.threats.map((t) => `threat:${t.id}`),
      ...model.proposals.map((p) => `proposal:${p.id}`),
      ...model.pulses.map((p) => `pulse:${p.id}`),
      ...model.badges.map((b) => `seat:${b.seat}`),
      ...model.places.map((p) => `place:${p.id}`),
      ...model.lines.map((l) => `line:${l.id}`),
    ];
    expect(shown.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(items.length);
  });

  it('reads neutral pairs too, though the map leaves them undrawn', () => {
    expect(model.arcs.some((arc) => arc.quiet)).toBe(true);
    expect(items.some((item) => item.id === 'relation:RU-DK')).toBe(true);
  });

  it('says so when there is nothing', () => {
    const empty = textTwin(mapModel({ ...sample, relations: [], treaties: [], proposals: [], actions: [], threats: [] }));
    for (const id of ['threats', 'actions', 'proposals', 'relations', 'commitments']) expect(empty.find((section) => section.id === id)?.items).toEqual([]);
  });
});

describe('names', () => {
  it('are the same in both languages, sorted, and none is empty', () => {
    expect([...new Set(Object.keys(texts.zh).map(plain))]).toEqual([...new Set(Object.keys(texts.en).map(plain))]);
    for (const strings of Object.values(texts)) {
      expect(Object.keys(strings)).toEqual(Object.keys(strings).toSorted());
      expect(Object.entries(strings).filter(([, value]) => value.trim() === '')).toEqual([]);
    }
  });

  it('take the same parameters in both languages', () => {
    const slots = (value = ''): string[] => [...new Set(value.match(/\{\{\w+\}\}/g) ?? [])].toSorted();
    for (const [key, value] of Object.entries(texts.zh)) if (!key.endsWith('_one')) expect([key, slots(value)]).toEqual([key, slots(texts.en[key])]);
  });

  it.each(['en', 'zh'] as const)('exist in %s for every text of the map', (language) => {
    const known = new Set(Object.keys(texts[language]).map(plain));
    const wanted = [mapModel(sample), mapModel({ ...sample, years: [1950, 2030], nameOrder: 'other-first' })].flatMap(allTexts).flatMap(keysOf);
    const atlas = [...SITES.map((s) => `place.${s.id}`), ...AREAS.flatMap((a) => a.names ?? [a.id]), ...LINES.map((l) => `line.${l.id}.about`)];
    expect([...wanted, ...atlas].filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('sayer', () => {
  it('fills nested texts and joins lists as the language does', () => {
    const translate = (key: string, params?: Record<string, unknown>): string =>
      typeof params?.['parties'] === 'string' ? `${key}(${params['parties']})` : key;
    expect(sayer(translate, 'en')({ key: 'p', params: { parties: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] } })).toBe('p(a, b, and c)');
    expect(sayer(translate, 'zh')({ key: 'p', params: { parties: [{ key: 'a' }, { key: 'b' }] } })).toBe('p(a和b)');
  });
});
