/** Who we are in which match: the secret token per match code, kept in this browser so that a reload keeps the seat. */
import type { MatchTicket } from '@concert/shared/protocol/messages';

const KEY = 'concert.tickets';
const MOST = 30;

function all(): Record<string, MatchTicket> {
  try { return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, MatchTicket>; } catch { return {}; }
}

export const ticketFor = (code: string): MatchTicket | null => all()[code] ?? null;

/** The newest tickets stay; old ones make room. */
export function keepTicket(ticket: MatchTicket): void {
  const { [ticket.code]: _old, ...others } = all();
  const entries = [...Object.entries(others), [ticket.code, ticket] as const].slice(-MOST);
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entries)));
}

export function dropTicket(code: string): void {
  const { [code]: _gone, ...others } = all();
  localStorage.setItem(KEY, JSON.stringify(others));
}
/** Codes of matches this browser has been in, newest first. */
export const ticketCodes = (): string[] => Object.keys(all()).reverse();
