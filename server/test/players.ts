/** Real clients for the server tests: they speak the protocol over real sockets and know only what their seat is told. */
import type { View } from '@concert/shared';
import type { MatchTicket, WelcomeMessage } from '@concert/shared/protocol/messages';
import { createMatch, joinMatch, type CreateWish } from '../../client/src/net/api.ts';
import type { Answer } from '../../client/src/net/answer.ts';
import { connect, type Connection, type ConnectionHandlers } from '../../client/src/net/connection.ts';

export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.params)}`);
  return answer.value;
}
export const code = (answer: Answer<unknown>): string => (answer.ok ? 'ok' : answer.code);

/** Waits until `ready` gives something true. */
export async function until<T>(ready: () => T | false | null | undefined, what: string, ms = 20_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const got = ready();
    if (got) return got;
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await new Promise((go) => setTimeout(go, 5));
  }
}

export interface Player { readonly name: string; readonly ticket: MatchTicket; readonly line: Connection; readonly welcomes: WelcomeMessage[]; readonly frames: { readonly rev: number; readonly view: View | null; readonly full: boolean }[] }

export async function enter(url: string, ticket: MatchTicket, name: string, handlers: ConnectionHandlers = {}): Promise<Player> {
  const welcomes: WelcomeMessage[] = [];
  const frames: { rev: number; view: View | null; full: boolean }[] = [];
  const line: Connection = connect(url, ticket, {
    ...handlers,
    onWelcome: (w) => { welcomes.push(w); handlers.onWelcome?.(w); },
    onView: (view, patch) => { frames.push({ rev: patch?.rev ?? welcomes.at(-1)?.rev ?? 0, view, full: patch === null }); handlers.onView?.(view, patch); },
  });
  await until(() => line.status === 'live', `${name} to be live`);
  return { name, ticket, line, welcomes, frames };
}

export const PLAY: CreateWish = { scenario: 'six-party', name: 'host', preset: 'untimed', botPace: 0, seed: 11 };

/** One person a seat, everybody seated, match started. */
export async function sixPlayers(url: string, seats: readonly string[], wish: Partial<CreateWish> = {}, handlers: (seat: string) => ConnectionHandlers = () => ({})): Promise<Player[]> {
  const [first = 'US', ...rest] = seats;
  const ticket = must(await createMatch(url, { ...PLAY, seat: first, ...wish }));
  const players = [await enter(url, ticket, first, handlers(first))];
  for (const seat of rest) {
    const player = await enter(url, must(await joinMatch(url, ticket.code, { name: `person ${seat}` })), seat, handlers(seat));
    must(await player.line.sit(seat));
    players.push(player);
  }
  must(await players[0]!.line.start());
  for (const player of players) await until(() => player.line.view, `the view of ${player.name}`);
  return players;
}
