/** Forms that only some rounds know: steps back to a suspended table, consultations, the hotline, joint acts offered, taking back. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HotlineForm } from '../../src/panels/phase/HotlineForm.tsx';
import WhatNow from '../../src/panels/WhatNow.tsx';
import { press, show, tableFor } from './table.tsx';
import type { Table } from './table.tsx';

afterEach(cleanup);
const NOTHING = { dues: {}, reversals: [], denials: [], remedies: [] };
const acts = (table: Table, seat: string, action: string, partner?: string): void => table.act(seat, { type: 'choose', actions: [{ action, ...(partner ? { partner } : {}) }], ...NOTHING });

describe('SU-3 steps back to the table', () => {
  it('a step is confirmed, performed at once and counted', async () => {
    const table = tableFor('US');
    table.until('secret');
    acts(table, 'DK', 'UA07');
    table.until('plenary', 2);
    expect(table.view().table.talksOpen).toBe(false);
    await show(<WhatNow />);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(/suspended/);
    press(screen.getAllByRole('button', { name: 'Do it now' })[0] as HTMLElement);
    const dialog = await screen.findByRole('alertdialog');
    press(within(dialog).getByRole('button', { name: 'Do it now' }));
    await waitFor(() => expect(table.view().table.preSteps).toHaveLength(1));
    expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe(String(table.view().table.preSteps[0]?.worth));
  });
});

describe('AC-5 consultations', () => {
  it('a power joins or stays away', async () => {
    const table = tableFor('JP');
    table.until('secret');
    acts(table, 'CN', 'UA20');
    table.advance();
    await show(<WhatNow />);
    expect(screen.getByText('China calls for consultations.')).toBeTruthy();
    press(screen.getByRole('button', { name: 'Join' }));
    await waitFor(() => expect(table.state.sealed.answers['JP']?.['CN:UA20']).toBe(true));
  });
});

describe('AC-2 a joint act', () => {
  it('tells the partner that it is offered and picks that partner', async () => {
    const table = tableFor('RK');
    table.until('secret');
    acts(table, 'US', 'UA12', 'RK');
    await show(<WhatNow />);
    expect(screen.getByText(/has chosen “Large joint exercise” with you/)).toBeTruthy();
    press(screen.getByRole('checkbox', { name: /Large joint exercise/ }));
    press(screen.getByRole('button', { name: 'Seal the decision' }));
    await waitFor(() => expect(table.state.sealed.choices['RK']?.actions).toEqual([{ action: 'UA12', partner: 'US' }]));
  });
});

describe('PH-5 the hotline', () => {
  it('says what each word means and what silence means', async () => {
    const table = tableFor('US');
    const { me } = table.view();
    if (!me) throw new Error('no seat');
    await show(<HotlineForm me={{ ...me, sealed: { ...me.sealed, stand: 'down' } }} />);
    expect(screen.getByRole('button', { name: /Stand down/ }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('Sealed: Stand down.')).toBeTruthy();
    press(screen.getByRole('button', { name: /^Hold/ }));
    await waitFor(() => expect(table.sent).toEqual([{ type: 'standDown', stand: 'hold' }]));
    // Not in that step now: the refusal stands in the form, in words.
    expect((await screen.findByRole('alert')).textContent).toMatch(/Not possible/);
  });
});

describe('CO-6 taking back', () => {
  it('a performed step is taken back only after it was named and confirmed', async () => {
    const table = tableFor('US');
    table.until('plenary');
    table.act('US', { type: 'propose', scope: 'plenary', lines: [{ clause: 'SG07', givers: ['US'], receivers: ['RK', 'JP'], mode: 'WRITTEN' }] });
    const [text] = Object.values(table.state.proposals);
    for (const seat of text?.parties ?? []) if (seat !== 'US') table.act(seat, { type: 'sign', proposal: text?.id ?? '', version: 1 });
    table.until('secret', 3);
    await show(<WhatNow />);
    press(screen.getByRole('button', { name: /Take back or deny/ }));
    press(screen.getByRole('button', { name: 'Take it back…' }));
    const dialog = await screen.findByRole('alertdialog', { name: /Reaffirm|deterrence/ });
    press(within(dialog).getByRole('button', { name: 'Take it back…' }));
    press(screen.getByRole('button', { name: 'Seal the decision' }));
    await waitFor(() => expect(table.state.sealed.choices['US']?.reversals).toHaveLength(1));
  });
});
