/** The HTTP half of the protocol: create, join, list, scenarios, recordings. Works in Node and in the browser. */
import type { PublicScenario } from '@concert/shared';
import type { CreateMatch, JoinMatch, ListedMatch, ListedScenario, MatchTicket } from '@concert/shared/protocol/messages';
import type * as z from 'zod';
import { done, readRefusal, refused, type Answer } from './answer.ts';

/** What the caller may leave out has a default on the server. */
export type CreateWish = z.input<typeof CreateMatch>;
export type JoinWish = z.input<typeof JoinMatch>;

async function call<T>(url: string, path: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(new URL(path, url), body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return response.ok ? done(answer as T) : readRefusal(answer);
  } catch {
    return refused('server-busy');
  }
}

/** `url` is the server's origin, e.g. `location.origin`. */
export const createMatch = (url: string, wish: CreateWish): Promise<Answer<MatchTicket>> => call(url, '/api/matches', wish);
export const joinMatch = (url: string, code: string, wish: JoinWish): Promise<Answer<MatchTicket>> => call(url, `/api/matches/${encodeURIComponent(code)}/join`, wish);
export const listMatches = (url: string): Promise<Answer<readonly ListedMatch[]>> => call(url, '/api/matches');
export const getMatch = (url: string, code: string): Promise<Answer<ListedMatch>> => call(url, `/api/matches/${encodeURIComponent(code)}`);
export const getAddress = (url: string): Promise<Answer<{ readonly origin: string | null }>> => call(url, '/api/address');
export const listScenarios = (url: string): Promise<Answer<readonly ListedScenario[]>> => call(url, '/api/scenarios');
export const getScenario = (url: string, id: string): Promise<Answer<PublicScenario>> => call(url, `/api/scenarios/${encodeURIComponent(id)}`);
export const recordingUrl = (url: string, code: string): string => new URL(`/api/recordings/${encodeURIComponent(code)}`, url).href;
