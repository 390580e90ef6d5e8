import { expect, it } from 'vitest';
import { walk } from './given.ts';
it('walks', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    let n = 0; let ev = 0;
    const end = walk(seed, (_s, e) => { n += 1; ev += e.length; });
    console.log(seed, n, ev, end.status, end.ending?.tier, end.round, Object.keys(end.commitments).length, Object.values(end.commitments).map((c) => c.state).reduce((a: Record<string, number>, s) => ({ ...a, [s]: (a[s] ?? 0) + 1 }), {}));
    expect(end.status).toBe('ended');
  }
});
