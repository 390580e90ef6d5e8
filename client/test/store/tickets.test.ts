import { beforeEach, describe, expect, it } from 'vitest';
import { dropTicket, keepTicket, ticketCodes, ticketFor } from '../../src/store/tickets.ts';

const ticket = (code: string) => ({ code, roomId: code, token: `token-${code}`, seat: null });

describe('tickets', () => {
  beforeEach(() => localStorage.clear());
  it('a kept ticket is found again after a reload, one per match', () => {
    keepTicket(ticket('ABC234'));
    keepTicket({ ...ticket('ABC234'), token: 'newer' });
    expect(ticketFor('ABC234')?.token).toBe('newer');
    expect(ticketCodes()).toEqual(['ABC234']);
  });
  it('the oldest make room, a dropped one is gone', () => {
    for (let i = 0; i < 34; i += 1) keepTicket(ticket(`M${i}`));
    expect(ticketCodes()).toHaveLength(30);
    expect(ticketFor('M3')).toBeNull();
    dropTicket('M33');
    expect(ticketFor('M33')).toBeNull();
  });
  it('a broken store is an empty one', () => {
    localStorage.setItem('concert.tickets', '{');
    expect(ticketFor('ABC234')).toBeNull();
  });
});
