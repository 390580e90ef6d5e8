/** A class in a test: opened over HTTP, ordered by its desk, its people at their tables. */
import type { ClassDoor, ClassTicket, CreateClass, DeskKeyInfo, DeskOrder } from '@concert/shared/protocol/seminar';
import type { App } from '../../src/app.ts';
import type { ClassOverview } from '../../src/seminar/overview.ts';
import { enter, until, type Player } from '../players.ts';

export interface Reply<T> { readonly status: number; readonly body: T & { readonly code?: string; readonly params?: Record<string, unknown> } }
export type Overview = ClassOverview & { readonly keys: readonly DeskKeyInfo[] };
export interface Seminar {
  readonly code: string; readonly token: string; readonly tables: readonly string[];
  /** `ok`, or the code of the refusal. */
  readonly desk: (order: DeskOrder, token?: string) => Promise<string>;
  readonly see: (token?: string) => Promise<Overview>;
  readonly join: (name: string, more?: object) => Promise<ClassTicket>;
  /** Anything under the address of the class. */
  readonly call: <T>(method: string, path: string, body?: object, token?: string) => Promise<Reply<T>>;
  readonly get: (path: string, token: string) => Promise<Response>;
}

export async function openSeminar(app: App, wish: Partial<CreateClass> = {}): Promise<Seminar> {
  const ask = (method: string, path: string, body?: object, token?: string): Promise<Response> =>
    fetch(`${app.url}/api/classes${path}`, { method, headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { code, token } = await (await ask('POST', '', { scenario: 'six-party', plan: 'meetings', title: 'IR 301', ...wish })).json() as { code: string; token: string };
  const call = async <T>(method: string, path: string, body?: object, by?: string): Promise<Reply<T>> => { const response = await ask(method, `/${code}${path}`, body, by); return { status: response.status, body: await response.json() as Reply<T>['body'] }; };
  return {
    code, token, call, tables: (await call<ClassDoor>('GET', '')).body.tables.map((table) => table.code),
    desk: async (order, by = token) => { const { body } = await call<{ ok?: boolean }>('POST', '/desk', order, by); return body.ok ? 'ok' : String(body.code); },
    see: async (by = token) => (await call<Overview>('GET', '/desk', undefined, by)).body,
    join: async (name, more = {}) => (await call<ClassTicket>('POST', '/join', { name, ...more })).body,
    get: (path, by) => ask('GET', `/${code}${path}`, undefined, by),
  };
}

/** Connects to the table this ticket names. */
export const sit = (app: App, ticket: ClassTicket): Promise<Player> => enter(app.url, { code: ticket.table ?? '', roomId: ticket.table ?? '', token: ticket.token ?? '', seat: ticket.seat }, ticket.name);

/** The desk ends phases until this one is open, or the match is over. */
export async function reach(seminar: Seminar, player: Player, phase: string): Promise<void> {
  await until(() => player.line.view, 'a view');
  for (let i = 0; i < 60 && player.line.view?.table.phase !== phase; i += 1) {
    const seq = player.line.view?.table.phaseSeq;
    await seminar.desk({ do: 'endPhase', tables: [...seminar.tables] });
    await until(() => player.line.view?.table.phaseSeq !== seq, 'the next phase');
  }
}
/** Phases are ended until the match is. */
export async function playOut(seminar: Seminar): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if ((await seminar.see()).tables.every((table) => table.status === 'ended')) return;
    await seminar.desk({ do: 'endPhase', tables: [...seminar.tables] });
  }
  throw new Error('the match did not end');
}
