import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeIn } from '../../src/screens/home/enter.ts';
import Home from '../../src/screens/Home.tsx';
import { ticketFor } from '../../src/store/tickets.ts';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

const SEATS = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
type Reply = { readonly status?: number; readonly body: unknown };
let asked: { readonly path: string; readonly body: unknown }[] = [];
function serve(replies: Readonly<Record<string, Reply>>): void {
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    const path = new URL(String(input), location.origin).pathname;
    if (init?.method === 'POST') asked.push({ path, body: JSON.parse(typeof init.body === 'string' ? init.body : '{}') });
    const reply = replies[`${init?.method ?? 'GET'} ${path}`];
    if (!reply) throw new Error(`nobody answers ${path}`);
    return { ok: (reply.status ?? 200) < 400, json: async () => reply.body };
  });
}
const SCENARIO = { body: { id: 'six-party', seats: SEATS.map((id) => ({ id })) } };
const show = async (language: 'en' | 'zh' = 'en') => render(<I18nextProvider i18n={await texts(language)}><Home /></I18nextProvider>);

beforeEach(() => { asked = []; localStorage.clear(); history.replaceState(null, '', '/'); });
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

describe('home', () => {
  it('one click on "play now" opens a match with bots and keeps the ticket', async () => {
    serve({ 'GET /api/scenarios/six-party': SCENARIO, 'GET /api/matches': { body: [] }, 'POST /api/matches': { body: { code: 'ABC234', roomId: 'ABC234', token: 'secret', seat: 'DK' } } });
    await show();
    fireEvent.click(await screen.findByRole('radio', { name: 'DPRK' }));
    fireEvent.click(screen.getByRole('button', { name: 'Play now' }));
    await waitFor(() => expect(location.pathname).toBe('/m/ABC234'));
    expect(asked).toMatchObject([{ path: '/api/matches', body: { startNow: true, seat: 'DK', preset: 'untimed', name: 'Delegate' } }]);
    expect(ticketFor('ABC234')?.token).toBe('secret');
  });
  it('a refusal is explained and nothing is kept', async () => {
    serve({ 'GET /api/scenarios/six-party': SCENARIO, 'GET /api/matches': { body: [] }, 'POST /api/matches': { status: 429, body: { code: 'too-fast', params: { seconds: 40 } } } });
    await show();
    await screen.findByRole('radio', { name: 'DPRK' });
    fireEvent.click(screen.getByRole('button', { name: 'Play now' }));
    await waitFor(() => expect(screen.getAllByRole('alert').map((slot) => slot.textContent).join()).toContain('Not possible:'));
    expect(location.pathname).toBe('/');
  });
  it('whoever hosts chooses the scenario among those the server offers', async () => {
    const offered = [{ id: 'six-party', rounds: 8, firstYear: 2003, seats: SEATS }, { id: 'resumption', rounds: 8, firstYear: 2025, seats: SEATS }];
    serve({ 'GET /api/scenarios': { body: offered }, 'GET /api/scenarios/six-party': SCENARIO, 'GET /api/matches': { body: [] }, 'POST /api/matches': { body: { code: 'ABC234', roomId: 'ABC234', token: 'secret', seat: null } } });
    await show();
    const picker = await screen.findByLabelText(/What is played/);
    await waitFor(() => expect(picker.querySelectorAll('option')).toHaveLength(2));
    fireEvent.change(picker, { target: { value: 'resumption' } });
    expect(screen.getByText(/three points under the brink/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open the lobby' }));
    await waitFor(() => expect(asked).toMatchObject([{ path: '/api/matches', body: { scenario: 'resumption' } }]));
  });
  it('without a server it says so and offers to try again', async () => {
    serve({});
    await show();
    expect(await screen.findByText('The server does not answer just now.')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Try again' }).length).toBeGreaterThan(0);
    expect((screen.getByRole('button', { name: 'Play now' }) as HTMLButtonElement).disabled).toBe(true);
  });
  it.each(LANGUAGES_TESTED)('%s: lists open matches with free seats, and to watch', async (language) => {
    serve({ 'GET /api/scenarios/six-party': SCENARIO, 'GET /api/matches': { body: [{ code: 'QRS567', title: '', scenario: 'six-party', preset: 'standard', status: 'running', seatsFree: ['JP', 'RK'], people: 2, round: 3 }] } });
    await show(language);
    expect(await screen.findByText('QRS567')).toBeTruthy();
    expect(document.querySelector('a[href="/m/QRS567"]')).toBeTruthy();
    expect(document.querySelector('a[href="/m/QRS567?watch"]')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/[a-z]+\.[a-z]+\.[a-z]+|\{\{/);
  });
});

describe('a code', () => {
  it('is read out of six letters, with spaces, or out of a link', () => {
    expect(codeIn('abc 234')).toBe('ABC234');
    expect(codeIn('http://192.168.0.5:2567/m/abc234?seat=US')).toBe('ABC234');
    expect(codeIn('abc')).toBeNull();
    expect(codeIn('hello world')).toBeNull();
  });
});
