import { describe, expect, it } from 'vitest';
import { mapModel } from '../../src/map/mapModel.ts';
import { sample } from './sample.ts';

const model = mapModel(sample);
const arc = (id: string, from = model) => from.arcs.find((a) => a.id === id);

describe('mapModel', () => {
  it('is pure: the same input gives an equal model and is left alone', () => {
    const frozen = structuredClone(sample);
    expect(mapModel(sample)).toEqual(model);
    expect(sample).toEqual(frozen);
  });

  it('tells trust by tone and pattern, and keeps neutral pairs quiet until asked', () => {
    expect(arc('relation:US-DK')).toMatchObject({ tone: 'hostile', pattern: 'dash', quiet: false });
    expect(arc('relation:US-RK')).toMatchObject({ tone: 'close', pattern: 'double' });
    expect(arc('relation:RU-DK')?.quiet).toBe(true);
    expect(arc('relation:RU-DK', mapModel({ ...sample, selection: { kind: 'seat', id: 'RU' } }))?.quiet).toBe(false);
  });

  it('says exact trust only where it is known', () => {
    expect(arc('relation:US-DK')?.label.key).toBe('twin.relationExact');
    expect(arc('relation:JP-DK')?.label.key).toBe('twin.relation');
  });

  it('bundles the commitments of a pair and marks broken ones', () => {
    expect(arc('commitment:US-DK')).toMatchObject({ arrow: 'both', broken: true, color: 'ink', label: { params: { count: 2 } } });
    expect(arc('commitment:CN-DK')).toMatchObject({ arrow: 'to', broken: false, color: 'china', from: { seat: 'CN' }, to: { seat: 'DK' } });
    expect(arc('commitment:RU-DK')).toBeUndefined();
    expect(model.treaties.map((treaty) => treaty.id)).toEqual(['c1', 'c2', 'c3']);
  });

  it('gives two acts of one pair a lane each, and pulses acts with a place or without a target', () => {
    expect([arc('action:a2')?.lane, arc('action:a3')?.lane]).toEqual([1, 2]);
    expect(model.pulses.map((pulse) => pulse.id)).toEqual(['a1', 'a4']);
  });

  it('docks Washington and starts Russian lines from Vladivostok', () => {
    const badge = (seat: string) => model.badges.find((b) => b.seat === seat);
    expect(badge('US')?.anchor).toMatchObject({ place: 'washington', beyond: true });
    expect(badge('RU')).toMatchObject({ anchor: { place: 'vladivostok', beyond: false }, toward: { key: 'ui.toward' } });
    expect(badge('DK')?.toward).toBeNull();
  });

  it('shows only sites of the years played, unless a threat is there', () => {
    const ids = (m: typeof model) => m.places.map((place) => place.id);
    expect(ids(mapModel({ ...sample, threats: [] }))).not.toContain('seongju');
    expect(ids(model)).toContain('seongju');
    expect(ids(mapModel({ ...sample, years: [2003, 2004] }))).not.toContain('punggye');
    expect(ids(mapModel({ ...sample, years: [2017, 2018] }))).toContain('humphreys-hq');
    expect(ids(model)).not.toContain('humphreys-hq');
  });

  it('fades what the selected seat has no part in, and lights its land', () => {
    const focused = mapModel({ ...sample, selection: { kind: 'seat', id: 'CN' } });
    expect(arc('relation:US-DK', focused)?.faded).toBe(true);
    expect(arc('relation:CN-DK', focused)?.faded).toBe(false);
    expect(focused.glow).toBe('china');
    expect(mapModel({ ...sample, selection: { kind: 'place', id: 'yongbyon' } }).glow).toBe('dprk');
  });

  it('lays bilateral proposals on the pair and plenary ones side by side at the table', () => {
    const [plenary, bilateral, agreed] = model.proposals;
    expect([plenary?.slot, agreed?.slot]).toEqual([0, 1]);
    expect(bilateral).toMatchObject({ venue: null, between: [{ seat: 'US' }, { seat: 'DK' }] });
    expect(plenary?.segments.filter((segment) => segment.signed).map((segment) => segment.color)).toEqual(['china', 'russia']);
  });

  it('hides layers, keeps both names of a sea in either order, and ignores unknown seats and places', () => {
    const bare = mapModel({ ...sample, hidden: ['relations', 'commitments', 'proposals', 'actions', 'threats'] });
    expect([bare.arcs, bare.threats, bare.proposals, bare.pulses, bare.treaties].flat()).toEqual([]);
    const east = (m: typeof model) => m.areas.find((area) => area.id === 'sea.east')?.name.params;
    expect(east(model)).toMatchObject({ first: { key: 'sea.east.a' }, second: { key: 'sea.east.b' } });
    expect(east(mapModel({ ...sample, nameOrder: 'other-first' }))).toMatchObject({ first: { key: 'sea.east.b' }, second: { key: 'sea.east.a' } });
    const odd = mapModel({
      ...sample,
      relations: [{ a: 'XX', b: 'DK', band: 0 }],
      treaties: [],
      actions: [],
      threats: [{ placeId: 'nowhere', kind: 'naval', stage: 1 }],
    });
    expect([odd.arcs, odd.threats].flat()).toEqual([]);
  });
});
