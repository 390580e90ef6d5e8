import { dropTicket } from '../store/tickets.ts';

/** Secrets of classes this browser leads or is in: kept here so that a reload or a sleeping screen loses nothing. */
const read = (key: string): Record<string, string> => { try { return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>; } catch { return {}; } };
const MOST = 20;

function keep(key: string, code: string, token: string): void {
  const { [code]: _old, ...others } = read(key);
  localStorage.setItem(key, JSON.stringify(Object.fromEntries([...Object.entries(others), [code, token] as const].slice(-MOST))));
}
const DESKS = 'concert.desks';
const PLACES = 'concert.places';
export const deskToken = (code: string): string | null => read(DESKS)[code] ?? null;
export const keepDesk = (code: string, token: string): void => keep(DESKS, code, token);
export const desks = (): string[] => Object.keys(read(DESKS)).reverse();
export const placeToken = (code: string): string | null => read(PLACES)[code] ?? null;
/** Secrets of all places this browser has. */
export const places = (): string[] => Object.values(read(PLACES)).filter((token) => token !== '');
/** Everybody of a class who shares this browser: secret, and the name to tell them apart by. Of a `locked` one the secret is a handle that opens nothing without the PIN. */
export interface Neighbour { readonly token: string; readonly name: string; readonly locked?: true }
const SHARED = 'concert.shared';
export function neighbours(code: string): Neighbour[] {
  try { const kept = JSON.parse(read(SHARED)[code] ?? '[]') as Neighbour[]; return Array.isArray(kept) ? kept : []; } catch { return []; }
}
export function keepNeighbour(code: string, who: Neighbour): void { keep(SHARED, code, JSON.stringify([...neighbours(code).filter((each) => each.token !== who.token && each.name !== who.name), who].slice(-8))); }
export function dropNeighbours(code: string): void { keep(SHARED, code, '[]'); }
export const keepPlace = (code: string, token: string): void => keep(PLACES, code, token);
/** Nobody has the device now: what would open a place of this class without being asked goes. */
export function leavePlace(code: string): void {
  const { [code]: _left, ...others } = read(PLACES);
  localStorage.setItem(PLACES, JSON.stringify(others));
  for (const [table, group] of Object.entries(read(TABLES))) if (group === code) dropTicket(table);
}
/** The class a table of ours belongs to, for the help button. */
const TABLES = 'concert.classOfTable';
export const classOfTable = (table: string): string | null => read(TABLES)[table] ?? null;
export const keepTable = (table: string, code: string): void => keep(TABLES, table, code);
