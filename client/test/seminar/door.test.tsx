/** The door's choice between a seat and watching, the hand-over page with its PIN, and what the browser keeps between two neighbours. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClassDoor } from '@concert/shared/protocol/seminar';
import Door from '../../src/seminar/Door.tsx';
import Handover from '../../src/seminar/Handover.tsx';
import { keepNeighbour, keepPlace, keepTable, leavePlace, neighbours, placeToken } from '../../src/seminar/keys.ts';
import { Sharing } from '../../src/seminar/Sharing.tsx';
import { keepTicket, ticketFor } from '../../src/store/tickets.ts';
import { texts } from '../texts.ts';

const door: ClassDoor = {
  code: 'ABCDEF', title: 'IR 301', scenario: 'six-party', plan: 'class90', level: 'standard', stage: 'play', guided: true, step: null, stepTable: null, oversight: 'everything', reveal: 'everything', pseudonyms: false, keepDays: 180, seating: 'balanced', capital: 'off', observers: 'public', mayObserve: true, offices: [],
  tables: [{ code: 'TABLEA', n: 1, free: ['US'], watchers: 0 }, { code: 'TABLEB', n: 2, free: ['US'], watchers: 3 }],
};
interface Sent { readonly path: string; readonly body: Record<string, unknown> }
/** A server that knows these answers by the end of their path. */
function serve(answers: Readonly<Record<string, unknown>>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: URL, init?: { body?: string }) => {
    const path = new URL(url).pathname.replace('/api/classes/ABCDEF', '');
    sent.push({ path, body: JSON.parse(init?.body ?? '{}') as Record<string, unknown> });
    const answer = answers[path];
    const refused = typeof answer === 'string';
    return new Response(JSON.stringify(refused ? { code: answer, params: { most: 20 } } : answer ?? { ok: true }), { status: refused ? 403 : 200 });
  });
  return sent;
}
/** What the page would go to; the real one cannot be watched. */
function watchedLocation(): ReturnType<typeof vi.fn> {
  const go = vi.fn();
  vi.stubGlobal('location', { assign: go, origin: 'http://localhost', pathname: '/', search: '', hash: '', href: 'http://localhost/' });
  return go;
}
const show = async (page: React.ReactElement, language: 'en' | 'zh' = 'en') => render(<I18nextProvider i18n={await texts(language)}>{page}</I18nextProvider>);
afterEach(() => { cleanup(); vi.unstubAllGlobals(); localStorage.clear(); });

describe('FD-11 at the door', () => {
  it('whoever comes to watch says so, and at which table; a table that has its most cannot be chosen', async () => {
    const sent = serve({ '': door, '/join': 'observers-full' });
    await show(<Door code="ABCDEF" />);
    fireEvent.click(await screen.findByRole('button', { name: 'As an observer' }));
    expect(screen.getByText(/You watch one table without a seat/)).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Table 1' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Table 2' }));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Oscar' } });
    fireEvent.click(screen.getByRole('button', { name: 'Come in' }));
    await screen.findByText('A table has room for 20 observers at most.');
    expect(sent.find(({ path }) => path === '/join')?.body).toEqual({ name: 'Oscar', observe: true, table: 2 });
  });
  it('is not asked where the class was set up without, and told beforehand where every chair is taken', async () => {
    serve({ '': { ...door, mayObserve: false } });
    await show(<Door code="ABCDEF" />);
    await screen.findByRole('button', { name: 'Come in' });
    expect(screen.queryByRole('button', { name: 'As an observer' })).toBeNull();
    cleanup();
    serve({ '': { ...door, tables: [{ code: 'TABLEA', n: 1, free: [], watchers: 2 }] } });
    await show(<Door code="ABCDEF" />, 'zh');
    expect(await screen.findByText(/其他人以观察员身份进入/)).toBeTruthy();
  });
});

describe('CLASS two at one device', () => {
  it('what is left behind opens nothing: the place and the tickets of the class go, those of others stay', () => {
    keepPlace('ABCDEF', 'ada'); keepPlace('OTHERS', 'me');
    for (const [table, group] of [['TABLEA', 'ABCDEF'], ['TABLEB', 'ABCDEF'], ['TABLEC', 'OTHERS']] as const) { keepTable(table, group); keepTicket({ code: table, roomId: table, token: 'ada', seat: 'US' }); }
    leavePlace('ABCDEF');
    expect([placeToken('ABCDEF'), ticketFor('TABLEA'), ticketFor('TABLEB')]).toEqual([null, null, null]);
    expect([placeToken('OTHERS'), ticketFor('TABLEC')?.token]).toEqual(['me', 'ada']);
  });
  it('a PIN set as the device is handed over leaves the handle, never the key; four digits or none', async () => {
    const go = watchedLocation();
    const sent = serve({ '/lock': { handle: 'the handle' } });
    keepPlace('ABCDEF', 'the key of Ada');
    keepNeighbour('ABCDEF', { token: 'the key of Bea', name: 'Bea' });
    await show(<Sharing group="ABCDEF" name="Ada" />);
    fireEvent.click(screen.getByRole('button', { name: 'Hand over to Bea' }));
    fireEvent.change(screen.getByLabelText(/A PIN for Ada/), { target: { value: '4o7' } });
    expect((screen.getByRole('button', { name: 'Lock my place and hand it over' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(screen.getByLabelText(/A PIN for Ada/), { target: { value: '4071' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lock my place and hand it over' }));
    await waitFor(() => expect(go).toHaveBeenCalledWith('/class/ABCDEF/handover'));
    expect(sent.find(({ path }) => path === '/lock')?.body).toEqual({ pin: '4071' });
    expect(neighbours('ABCDEF')).toEqual([{ token: 'the key of Bea', name: 'Bea' }, { token: 'the handle', name: 'Ada', locked: true }]);
    expect(JSON.stringify({ ...localStorage })).not.toContain('the key of Ada');
  });
  it('the page between them tells a wrong PIN, asks the desk for who forgot, and lets in without a PIN after the nod', async () => {
    const go = watchedLocation();
    keepNeighbour('ABCDEF', { token: 'the handle', name: 'Ada', locked: true });
    let sent = serve({ '/unlock': 'wrong-pin' });
    await show(<Handover code="ABCDEF" />);
    const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
    expect(button('I am Ada').disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('PIN of Ada'), { target: { value: '1111' } });
    fireEvent.click(button('I am Ada'));
    await screen.findByText('That is not the PIN.');
    expect(go).not.toHaveBeenCalled();
    fireEvent.click(button('I forgot the PIN'));
    await screen.findByText(/The facilitator has been told/);
    expect(sent.at(-1)).toEqual({ path: '/unlock/ask', body: { handle: 'the handle' } });
    sent = serve({ '/unlock': { token: 'a new key', locked: false } });
    fireEvent.click(button('I am Ada'));
    await waitFor(() => expect(go).toHaveBeenCalledWith('/class/ABCDEF'));
    expect(sent.find(({ path }) => path === '/unlock')?.body).toEqual({ handle: 'the handle', pin: '' });
    expect(placeToken('ABCDEF')).toBe('a new key');
    expect(neighbours('ABCDEF')).toEqual([{ token: 'a new key', name: 'Ada' }]);
  });
});
