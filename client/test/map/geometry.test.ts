import { describe, expect, it } from 'vitest';
import { bow, dash, distance, inPolygon, offFrame, trim } from '../../src/map/geometry.ts';
import { FRAME } from '../../src/map/projection.ts';
import { placeLabels } from '../../src/map/layers/placement.ts';

const line = [
  [0, 0],
  [10, 0],
] as const;

describe('geometry', () => {
  it('cuts a line into dashes over corners', () => {
    expect(dash([line], [3, 2])).toEqual([
      [
        [0, 0],
        [3, 0],
      ],
      [
        [5, 0],
        [8, 0],
      ],
    ]);
    const drawn = dash(
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
        ],
      ],
      [6, 1],
    );
    expect(drawn).toEqual([
      [
        [0, 0],
        [4, 0],
        [4, 2],
      ],
      [
        [4, 3],
        [4, 4],
      ],
    ]);
  });

  it('bows north whichever way it runs', () => {
    for (const [p, q] of [
      [
        [0, 0],
        [100, 0],
      ],
      [
        [100, 0],
        [0, 0],
      ],
    ] as const)
      expect(Math.min(...bow(p, q, 0.2).map(([, y]) => y))).toBeCloseTo(-10, 5);
  });

  it('trims both ends and survives lines shorter than the cut', () => {
    expect(trim(line, 2, 3)).toEqual([
      [2, 0],
      [7, 0],
    ]);
    expect(trim(line, 20, 0)).toEqual([]);
  });

  it('drops stretches along the plate edge', () => {
    const edge = [
      [FRAME.left, 0],
      [FRAME.left, 50],
      [FRAME.left + 40, 60],
      [FRAME.left + 90, 60],
    ] as const;
    expect(offFrame([edge])).toEqual([edge.slice(1)]);
  });

  it('measures distance to the nearest stretch, and sees holes in polygons', () => {
    expect(distance(line, [5, 4])).toBe(4);
    expect(distance(line, [13, 4])).toBe(5);
    const square = (a: number, b: number) =>
      [
        [a, a],
        [b, a],
        [b, b],
        [a, b],
        [a, a],
      ] as const;
    expect(inPolygon([square(0, 10), square(4, 6)], [2, 2])).toBe(true);
    expect(inPolygon([square(0, 10), square(4, 6)], [5, 5])).toBe(false);
  });
});

describe('label placement', () => {
  const inside = { x0: 0, y0: 0, x1: 200, y1: 200 };
  const label = (id: string, x: number, y: number) => ({ id, at: [x, y] as const, width: 50, height: 14, gap: 8 });

  it('never overlaps labels or leaves the view', () => {
    const taken: { x0: number; y0: number; x1: number; y1: number }[] = [];
    const placed = placeLabels([label('a', 100, 100), label('b', 104, 102), label('c', 195, 195), label('d', 98, 96)], taken, [], inside);
    const boxes = [...placed.values()];
    expect(placed.has('a') && placed.has('c')).toBe(true);
    boxes.forEach((a, i) => {
      expect(a.x0 >= 0 && a.y0 >= 0 && a.x1 <= 200 && a.y1 <= 200).toBe(true);
      for (const b of boxes.slice(i + 1)) expect(a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0).toBe(false);
    });
  });

  it('steps aside for lines', () => {
    const lines = Array.from({ length: 12 }, (_, i) => [112 + i * 4, 100] as const);
    expect(placeLabels([label('a', 100, 100)], [], lines, inside).get('a')?.x1).toBeLessThan(100);
  });
});
