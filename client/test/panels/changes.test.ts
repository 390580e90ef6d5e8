import { describe, expect, it } from 'vitest';
import type { LineDraft } from '@concert/shared';
import { changesIn } from '../../src/panels/proposals/changes.ts';

const line = (clause: string, more: Partial<LineDraft> = {}): LineDraft => ({ clause, givers: ['DK'], receivers: ['US'], mode: 'WRITTEN', ...more });

describe('PR-1 versions of a text', () => {
  it('tells new, changed and left out lines from those that stay', () => {
    const before = [line('A'), line('B'), line('C')];
    const after = [line('A'), line('C', { mode: 'ORAL' }), line('D')];
    expect(changesIn(after, before)).toEqual({ marks: [null, 'changed', 'new'], gone: [before[1]] });
  });

  it('a line that only moved is the same, also where another points to it by its place', () => {
    const before = [line('A'), line('B', { after: 0 })];
    const after = [line('Z'), line('A'), line('B', { after: 1 })];
    expect(changesIn(after, before)).toEqual({ marks: ['new', null, null], gone: [] });
    const tied = [line('Z'), line('A'), line('B', { after: 0 })];
    expect(changesIn(tied, before).marks).toEqual(['new', null, 'changed']);
  });

  it('the same clause of other givers is another line', () => {
    const before = [line('A', { givers: ['US'] })];
    expect(changesIn([line('A', { givers: ['CN'] })], before)).toEqual({ marks: ['new'], gone: before });
  });
});
