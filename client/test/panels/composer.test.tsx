/** The text workshop: lines stay sound while they move, worth never shows others' numbers, drafts survive, texts reach the rules. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LineDraft } from '@concert/shared';
import Composer from '../../src/panels/Composer.tsx';
import { moved, removed, withAfter } from '../../src/panels/composer/draftLines.ts';
import { draftStore } from '../../src/panels/composer/draftStore.ts';
import { homePrice, liking, ownNet } from '../../src/panels/composer/worth.ts';
import { press, scenario, show, tableFor } from './table.tsx';

beforeEach(() => { localStorage.clear(); draftStore.setState({ drafts: {} }); });
afterEach(cleanup);
const line = (clause: string, after?: number): LineDraft => ({ clause, givers: ['DK'], receivers: ['US'], mode: 'WRITTEN', ...(after === undefined ? {} : { after }) });

describe('PR-9 conditions between lines', () => {
  it('a condition travels with its line and is dropped when it would point forward or at nothing', () => {
    const lines = [line('A'), line('B', 0), line('C', 1)];
    expect(removed(lines, 0).map((l) => [l.clause, l.after])).toEqual([['B', undefined], ['C', 0]]);
    expect(moved(lines, 0, 1).map((l) => [l.clause, l.after])).toEqual([['B', undefined], ['A', undefined], ['C', 0]]);
    expect(moved(lines, 2, -1).map((l) => [l.clause, l.after])).toEqual([['A', undefined], ['C', undefined], ['B', 0]]);
    expect(withAfter(lines, 1, 1)[1]).not.toHaveProperty('after');
    expect(moved(lines, 0, -1)).toEqual(lines);
  });
});

describe('VI worth', () => {
  it('own balance is exact; the cost counts only for lines we give', () => {
    const worth = { A: { clause: 'A', own: 6, cost: 4, steps: { CN: 1 as const } }, B: { clause: 'B', own: -1, cost: 3, steps: { CN: -2 as const } } };
    const gives = [{ ...line('A'), givers: ['US'] }, line('B')];
    expect(ownNet(gives, 'US', worth)).toBe(6 - 4 - 1);
    expect(homePrice(gives, 'US', worth)).toBe(2);
    expect(homePrice([{ ...line('A'), givers: ['US'], mode: 'ORAL' }], 'US', worth)).toBe(1);
    expect(liking([line('A')], 'CN', worth)).toBe(1);
    expect(liking(gives, 'CN', worth)).toBe(-1);
  });

  it('PR-2 the sum of a historical text is the catalogue\'s own net', async () => {
    for (const { id } of scenario.seats) {
      const { worth } = tableFor(id).view();
      const pack = scenario.packages.find((p) => p.id === 'action-plan-2007');
      const lines = (pack?.clauses ?? []).map((clause) => { const spec = scenario.clauses.find((c) => c.id === clause); return { clause, givers: spec?.giver.seats ?? [], receivers: [], mode: 'WRITTEN' as const }; });
      expect([id, ownNet(lines, id, worth)]).toEqual([id, pack?.net[id]]);
    }
  });
});

describe('PR-1 tabling', () => {
  it('search, add, table: the text stands on the table and the draft is empty', async () => {
    const table = tableFor('US');
    table.until('plenary');
    await show(<Composer />);
    const search = screen.getByRole('searchbox', { name: 'Add a clause' });
    await typeInto(search, 'liaison');
    press(screen.getByRole('button', { name: /Add: Bilateral talks/ }));
    expect(screen.getAllByText(/The United States and the DPRK shall hold bilateral talks/)).toHaveLength(2);
    press(screen.getByRole('button', { name: 'Table it' }));
    await waitFor(() => expect(Object.values(table.state.proposals)).toHaveLength(1));
    expect(Object.values(table.state.proposals)[0]?.lines).toEqual([{ clause: 'NO01', givers: ['US', 'DK'], receivers: ['US', 'DK'], mode: 'WRITTEN' }]);
    expect(await screen.findByText(/No lines yet/)).toBeTruthy();
  });

  it('a clause that may not be tabled stays with its reason', async () => {
    const table = tableFor('US');
    table.until('plenary');
    const closed = table.view().legal?.propose[0]?.clauses.filter((clause) => !clause.ok) ?? [];
    await show(<Composer />);
    for (const { clause } of closed) {
      const name = screen.queryByRole('button', { name: new RegExp(`Add: ${clause}`) });
      if (name) expect(name).toHaveProperty('disabled', true);
    }
  });

  it('a draft survives phases and a reload of the page', async () => {
    const table = tableFor('JP');
    const first = await show(<Composer />);
    await typeInto(screen.getByRole('searchbox', { name: 'Add a clause' }), 'abductions');
    press(screen.getAllByRole('button', { name: /^Add: / })[0] as HTMLElement);
    table.until('plenary');
    first.unmount();
    expect(JSON.parse(localStorage.getItem('concert.drafts') ?? '{}').state.drafts[`${location.pathname}#JP`].lines).toHaveLength(1);
    await show(<Composer />, 'zh');
    expect(within(screen.getByRole('list', { name: '文本各条' })).getAllByRole('listitem')).toHaveLength(1);
  });
});

async function typeInto(field: HTMLElement, text: string): Promise<void> {
  const { fireEvent } = await import('@testing-library/react');
  fireEvent.change(field, { target: { value: text } });
}
