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
export const keepPlace = (code: string, token: string): void => keep(PLACES, code, token);
/** The class a table of ours belongs to, for the help button. */
const TABLES = 'concert.classOfTable';
export const classOfTable = (table: string): string | null => read(TABLES)[table] ?? null;
export const keepTable = (table: string, code: string): void => keep(TABLES, table, code);
