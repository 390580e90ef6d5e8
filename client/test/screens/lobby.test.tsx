import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { publicScenario } from '@concert/shared';
import { done, refused, type Answer } from '../../src/net/answer.ts';
import type { Lobby as LobbyFacts } from '../../src/net/lobby.ts';
import Lobby from '../../src/screens/Lobby.tsx';
import { EMPTY, gameStore } from '../../src/store/gameStore.ts';
import { scenario } from '../panels/table.tsx';
import { texts } from '../texts.ts';

afterEach(cleanup);
const calls: string[] = [];
function room(mine: string | null, host: boolean, answer: Answer<null> = done(null)): void {
  calls.length = 0;
  const said = (what: string) => async (seat?: string): Promise<Answer<null>> => { calls.push(seat ? `${what} ${seat}` : what); return answer; };
  const lobby: LobbyFacts = {
    status: 'lobby', code: 'ABC234', title: 'Group 3', scenario: 'six-party', preset: 'standard', level: 'standard', host: 'm1', deadline: 0, paused: false, round: 0, phase: '', phaseSeq: 0,
    seats: new Map([['RU', { seat: 'RU', holder: 'people', names: 'Boris', online: true }], ...(mine ? [[mine, { seat: mine, holder: 'people', names: 'Ada', online: true }] as const] : [])]),
    people: new Map([['m1', { name: 'Ada', seat: mine ?? '', online: true }], ['m2', { name: 'Boris', seat: 'RU', online: true }]]),
  };
  gameStore.setState({ ...EMPTY, code: 'ABC234', lobby, scenario: publicScenario(scenario), connection: 'live', you: { member: 'm1', name: 'Ada', seat: mine, host, seatKey: mine ? 'key-1' : null },
    line: { ...EMPTY.line, sit: said('sit'), stand: said('stand'), start: said('start') } }, true);
}
const show = async () => render(<I18nextProvider i18n={await texts('en')}><Lobby /></I18nextProvider>);

describe('lobby', () => {
  it('shows who sits where; a free chair can be taken, one of another person cannot', async () => {
    room(null, true);
    await show();
    expect(screen.getByText('Boris')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sit down for Russia' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Sit down for Japan' }));
    await waitFor(() => expect(calls).toEqual(['sit JP']));
  });
  it('moving to another chair gives up the one we have', async () => {
    room('US', true);
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Give up your chair and sit down for China' }));
    await waitFor(() => expect(calls).toEqual(['stand', 'sit CN']));
  });
  it('only the host starts; the link, the code and the delegation’s link are there to copy', async () => {
    room('US', false);
    const { unmount } = await show();
    expect(screen.queryByRole('button', { name: 'Start the talks' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy link to my delegation' })).toBeTruthy();
    expect(screen.getByRole('img', { name: /QR code of .*\/m\/ABC234/ })).toBeTruthy();
    unmount();
    room(null, true);
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Start the talks' }));
    await waitFor(() => expect(calls).toEqual(['start']));
  });
  it('a refusal is explained', async () => {
    room(null, true, refused('seat-taken', { seat: 'JP' }));
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Sit down for Japan' }));
    await waitFor(() => expect(screen.getAllByRole('alert').map((slot) => slot.textContent).join()).toContain('Not possible:'));
  });
});
