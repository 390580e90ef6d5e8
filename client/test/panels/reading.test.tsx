/** The panels that are read: texts with honest tallies, the ledger, talk in its channel, news, relations without colour alone. */
import { proposalOf } from '@concert/shared';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Channels from '../../src/panels/Channels.tsx';
import { seenStore } from '../../src/panels/channels/unread.ts';
import Delegation from '../../src/panels/Delegation.tsx';
import Ledger from '../../src/panels/Ledger.tsx';
import News from '../../src/panels/News.tsx';
import Proposals from '../../src/panels/Proposals.tsx';
import Relations from '../../src/panels/Relations.tsx';
import { gameStore } from '../../src/store/gameStore.ts';
import { press, show, tableFor } from './table.tsx';
import type { Table } from './table.tsx';

beforeEach(() => { localStorage.clear(); seenStore.setState({ seen: {} }); });
afterEach(cleanup);
const LINES = [
  { clause: 'DN01', givers: ['DK'], receivers: ['US', 'CN', 'RU', 'JP', 'RK'], mode: 'WRITTEN' as const },
  { clause: 'SA01', givers: ['US'], receivers: ['DK'], mode: 'ORAL' as const, after: 0 },
];
function withText(seat: string | null): { table: Table; id: string } {
  const table = tableFor(seat);
  table.until('plenary');
  table.act('CN', { type: 'propose', scope: 'plenary', lines: LINES });
  return { table, id: table.state.proposals[0]?.id ?? '' };
}

describe('PR texts on the table', () => {
  it('PR-3 shows lines in prose, conditions, and who has yet to answer; signing reaches the rules', async () => {
    const { table, id } = withText('US');
    await show(<Proposals />);
    expect(screen.getByText(/The DPRK shall shut down and seal/)).toBeTruthy();
    expect(screen.getByText('action for action: after line 1')).toBeTruthy();
    expect(screen.getByText(/1 of 6 signed/)).toBeTruthy();
    press(screen.getByRole('button', { name: 'Sign' }));
    await waitFor(() => expect(proposalOf(table.state, id)?.signed).toContain('US'));
    expect(await screen.findByText(/2 of 6 signed/)).toBeTruthy();
  });

  it('PR-4 a refusal needs a reason and tells it to all in words', async () => {
    const { table, id } = withText('US');
    await show(<Proposals />);
    press(screen.getByRole('button', { name: 'Refuse' }));
    const dialog = await screen.findByRole('dialog', { name: 'Why do you refuse?' });
    expect(within(dialog).getByRole('button', { name: 'Refuse' })).toHaveProperty('disabled', true);
    press(within(dialog).getByRole('checkbox', { name: 'it lacks verification' }));
    press(within(dialog).getByRole('button', { name: 'Refuse' }));
    await waitFor(() => expect(proposalOf(table.state, id)?.refusals).toEqual([{ seat: 'US', reasons: ['no-verification'] }]));
    expect((await screen.findAllByText('it lacks verification')).length).toBeGreaterThan(0);
  });

  it('VI a spectator reads plenary texts and has no answer to give', async () => {
    withText(null);
    await show(<Proposals />);
    expect(screen.getByText(/The DPRK shall shut down/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull();
  });
});

describe('CO ledger', () => {
  it('CO-1 says what falls due when and on what it waits; empty says how it fills', async () => {
    tableFor('US');
    const empty = await show(<Ledger />);
    expect(screen.getByText(/No promise has been made yet/)).toBeTruthy();
    empty.unmount();
    const { table, id } = withText('US');
    for (const seat of ['US', 'RU', 'JP', 'DK', 'RK']) table.act(seat, { type: 'sign', proposal: id, version: 1 });
    table.until('secret');
    await show(<Ledger />);
    expect(screen.getByText('due in round 2')).toBeTruthy();
    expect(screen.getByText(/action for action: after “Shut down and seal Yongbyon”/)).toBeTruthy();
    press(screen.getByRole('radio', { name: /Ours/ }));
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });
});

describe('talk', () => {
  it('goes to the channel that is open, and only there', async () => {
    const table = tableFor('US');
    await show(<Channels />);
    press(screen.getByRole('button', { name: 'New channel' }));
    press(screen.getByRole('checkbox', { name: 'Japan' }));
    press(screen.getByRole('checkbox', { name: 'ROK' }));
    press(screen.getByRole('button', { name: 'Open channel' }));
    const field = screen.getByRole('textbox');
    fireEvent.change(field, { target: { value: 'Between the three of us.' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(table.state.messages.map((m) => [m.channel, m.text])).toEqual([['US+JP+RK', 'Between the three of us.']]));
  });

  it('marks what is unread until it is opened', async () => {
    const table = tableFor('US');
    table.act('DK', { type: 'message', to: ['US'], text: 'A word in private.' });
    await show(<Channels />);
    press(screen.getByRole('button', { name: /DPRK.*1 unread message/ }));
    expect(screen.getByText('A word in private.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('1 unread message')).toBeNull());
  });

  it('VI spectators read the plenary only', async () => {
    const table = tableFor(null);
    table.act('DK', { type: 'message', to: ['US', 'CN', 'RU', 'JP', 'RK'], text: 'To all.' });
    table.act('DK', { type: 'message', to: ['US'], text: 'Not to all.' });
    await show(<Channels />);
    expect(screen.getByText('To all.')).toBeTruthy();
    expect(screen.queryByText('Not to all.')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('reading', () => {
  it('VI trust: own pairs exact, others as words; every band has its word beside the shape', async () => {
    const table = tableFor('US');
    await show(<Relations />);
    const rows = within(screen.getAllByRole('table')[0]!).getAllByRole('cell').filter((cell) => !cell.hasAttribute('aria-hidden'));
    expect(rows).toHaveLength(15);
    for (const cell of rows) expect(cell.textContent).toMatch(/hostile|wary|workable|good|close/);
    expect(screen.getByText(String(table.state.trust['US-JP']))).toBeTruthy();
  });

  it('news: a place is shown on the map', async () => {
    const table = tableFor('US');
    table.until('secret');
    table.act('DK', { type: 'choose', actions: [{ action: 'UA01' }], dues: {}, reversals: [], denials: [], remedies: [] });
    table.until('reveal');
    await show(<News />);
    press(screen.getAllByRole('button', { name: /Nuclear test/ })[0] as HTMLElement);
    expect(gameStore.getState().selection).toMatchObject({ kind: 'place' });
  });

  it('SC-4 the delegation knows its mandate and points; a spectator learns none', async () => {
    const table = tableFor('JP');
    const { unmount } = await show(<Delegation />);
    expect(screen.getByText('Instructions from home')).toBeTruthy();
    expect(screen.getByText('Support at home').nextElementSibling?.textContent).toContain(String(table.state.seats['JP']?.ds));
    unmount();
    tableFor(null);
    await show(<Delegation />);
    expect(screen.queryByText('Instructions from home')).toBeNull();
  });
});
