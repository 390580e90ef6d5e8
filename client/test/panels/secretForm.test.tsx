/** The sealed decision: exactly the legal acts, the purse, and no accidental betrayal. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import WhatNow from '../../src/panels/WhatNow.tsx';
import { blocks, EMPTY, isBreach, withAction } from '../../src/panels/phase/secretChoice.ts';
import type { Choose } from '../../src/panels/phase/secretChoice.ts';
import { press, show, tableFor } from './table.tsx';
import type { Table } from './table.tsx';

afterEach(cleanup);
const LINES = [{ clause: 'SA01', givers: ['US'], receivers: ['DK'], mode: 'WRITTEN' as const }];
/** A promise of the first seat adopted in round 1, due in round 2. */
function withDueFromUs(seat: string): Table {
  const table = tableFor(seat);
  table.until('plenary');
  table.act('US', { type: 'propose', scope: 'plenary', lines: LINES });
  const text = Object.values(table.state.proposals)[0];
  for (const party of text?.parties ?? []) if (!text?.signed.includes(party)) table.act(party, { type: 'sign', proposal: text?.id ?? '', version: text?.version ?? 1 });
  table.until('secret', 2);
  return table;
}

describe('AC actions', () => {
  it('AC-1 offers what the rules allow and keeps the rest with its reason', async () => {
    const table = tableFor('DK');
    table.until('secret');
    await show(<WhatNow />);
    const legal = table.view().legal?.choose?.actions ?? [];
    expect(screen.getAllByRole('checkbox')).toHaveLength(legal.filter((action) => action.ok).length);
    press(screen.getByRole('checkbox', { name: /Nuclear test/ }));
    press(screen.getByRole('button', { name: 'Seal the decision' }));
    await waitFor(() => expect(table.state.sealed.choices['DK']?.actions).toEqual([{ action: 'UA01' }]));
    expect(await screen.findByText(/Sealed\. Nobody sees it/)).toBeTruthy();
  });

  it('AC-1 the purse and the count close further acts', () => {
    const choose = { ap: 2, maxActions: 3, actions: [['a', 2], ['b', 1], ['c', 0], ['d', 0]].map(([action, ap]) => ({ action, ap, ok: true, why: null, targets: [], partners: [] })), dues: [], reversals: [], denials: [], remedies: [] } as unknown as Choose;
    const one = withAction(EMPTY, { action: 'a' });
    expect(blocks(choose, one, 'b')).toBe('no-ap');
    expect(blocks(choose, one, 'c')).toBeNull();
    expect(blocks(choose, withAction(one, { action: 'c' }), 'd')).toBe('too-many-free-actions');
    expect(blocks({ ...choose, maxActions: 1 }, one, 'c')).toBe('too-many-actions');
    expect(blocks(choose, one, 'a')).toBeNull();
  });

  it('AC-2 a joint act asks for the partner', async () => {
    const table = tableFor('US');
    table.until('secret');
    await show(<WhatNow />);
    press(screen.getByRole('checkbox', { name: /Large joint exercise/ }));
    press(within(screen.getByRole('radiogroup', { name: 'Together with' })).getByRole('radio', { name: 'ROK' }));
    press(screen.getByRole('button', { name: 'Seal the decision' }));
    await waitFor(() => expect(table.state.sealed.choices['US']?.actions).toEqual([{ action: 'UA12', partner: 'RK' }]));
  });
});

describe('CO-3 dues', () => {
  it('performs by default and delays in one step', async () => {
    const table = withDueFromUs('US');
    await show(<WhatNow />);
    const group = screen.getByRole('radiogroup', { name: /perform or delay/ });
    expect(within(group).getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(['Perform', 'Delay']);
    press(within(group).getByRole('radio', { name: 'Delay' }));
    press(screen.getByRole('button', { name: 'Seal the decision' }));
    await waitFor(() => expect(Object.values(table.state.sealed.choices['US']?.dues ?? {})).toEqual(['delay']));
  });

  it('a breach is an act of its own: named, confirmed, and can be taken back', async () => {
    const table = withDueFromUs('US');
    await show(<WhatNow />);
    press(screen.getByRole('button', { name: /Break this promise/ }));
    const dialog = await screen.findByRole('alertdialog', { name: /Break “Release the frozen/ });
    expect(table.sent).toEqual([]);
    press(within(dialog).getByRole('button', { name: 'Break the promise' }));
    expect(await screen.findByText('You will openly break this promise.')).toBeTruthy();
    expect(screen.getByText(/1 promise will be broken/)).toBeTruthy();
    press(screen.getByRole('button', { name: 'Keep the promise after all' }));
    expect(screen.queryByText('You will openly break this promise.')).toBeNull();
    expect(table.sent).toEqual([]);
    expect([isBreach('withhold'), isBreach('feign'), isBreach('delay'), isBreach(undefined)]).toEqual([true, true, false, false]);
  });
});
