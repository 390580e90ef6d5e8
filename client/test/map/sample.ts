/** A full table for tests: every layer of the map has something in it. */
import type { MapInput } from '../../src/map/types.ts';

export const sample: MapInput = {
  seats: [
    { id: 'US', palette: 'usa', capital: 'washington' },
    { id: 'CN', palette: 'china', capital: 'beijing' },
    { id: 'RU', palette: 'russia', capital: 'moscow' },
    { id: 'JP', palette: 'japan', capital: 'tokyo' },
    { id: 'DK', palette: 'dprk', capital: 'pyongyang' },
    { id: 'RK', palette: 'rok', capital: 'seoul' },
  ],
  relations: [
    { a: 'US', b: 'DK', band: 0, exact: 12 },
    { a: 'US', b: 'RK', band: 4 },
    { a: 'CN', b: 'DK', band: 3 },
    { a: 'RU', b: 'DK', band: 2 },
    { a: 'JP', b: 'DK', band: 1, exact: null },
  ],
  treaties: [
    { id: 'c1', clause: 'DN01', givers: ['DK'], receivers: ['US', 'RK'], state: 'performed' },
    { id: 'c2', clause: 'EN02', givers: ['US', 'RK'], receivers: ['DK'], state: 'breached' },
    { id: 'c3', clause: 'EN03', givers: ['CN'], receivers: ['DK'], state: 'late' },
    { id: 'c4', clause: 'EN04', givers: ['RU'], receivers: ['DK'], state: 'lapsed' },
  ],
  proposals: [
    { id: 'p1', parties: ['US', 'CN', 'RU', 'JP', 'DK', 'RK'], scope: 'plenary', signedBy: ['CN', 'RU'] },
    { id: 'p2', parties: ['US', 'DK'], scope: 'bilateral', signedBy: [] },
    { id: 'p3', parties: ['US', 'CN', 'RU', 'JP', 'DK', 'RK'], scope: 'plenary', signedBy: ['US', 'CN', 'RU', 'JP', 'DK', 'RK'] },
  ],
  actions: [
    { id: 'a1', actor: 'DK', target: 'JP', placeId: 'tonghae', tone: 'hostile' },
    { id: 'a2', actor: 'RK', target: 'DK', tone: 'friendly' },
    { id: 'a3', actor: 'RK', target: 'DK', tone: 'neutral' },
    { id: 'a4', actor: 'CN', tone: 'neutral' },
  ],
  threats: [
    { placeId: 'yongbyon', kind: 'nuclear', stage: 2 },
    { placeId: 'seongju', kind: 'other', stage: 1 },
  ],
  selection: null,
};
