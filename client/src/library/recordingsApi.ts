/** The library's half of the HTTP API: finished matches, samples, taking a recording down. */
import type { ListedRecording, RecordingPage, RecordingQuery, Sample } from '@concert/shared/protocol/recordings';
import { done, readRefusal, refused, type Answer } from '../net/answer.ts';

export type { ListedRecording, RecordingPage, Sample };
/** What a reader looks for; empty = all. Days as `2026-11-23`. */
export interface Wanted { readonly scenario: string; readonly outcome: string; readonly from: string; readonly to: string; readonly length: Length; readonly sort: Sort; readonly page: number }
/** How long a match was in rounds, as a reader asks for it. */
export const LENGTHS = { short: [0, 4], middle: [5, 8], long: [9, 100] } as const;
export type Length = keyof typeof LENGTHS | '';
export type Sort = RecordingQuery['sort'];
export const SORTS: readonly Sort[] = ['newest', 'oldest', 'longest', 'shortest'];
export const EVERYTHING: Wanted = { scenario: '', outcome: '', from: '', to: '', length: '', sort: 'newest', page: 1 };

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, init);
    const answer: unknown = await response.json().catch(() => null);
    return response.ok ? done(answer as T) : readRefusal(answer);
  } catch {
    return refused('server-busy');
  }
}

/** The address of a page of the list. */
export function listPath(wanted: Wanted): string {
  const query = new URLSearchParams();
  for (const key of ['scenario', 'outcome', 'from', 'to'] as const) if (wanted[key] !== '') query.set(key, wanted[key]);
  if (wanted.length !== '') {
    const [least, most] = LENGTHS[wanted.length];
    query.set('least', String(least));
    query.set('most', String(most));
  }
  if (wanted.sort !== 'newest') query.set('sort', wanted.sort);
  if (wanted.page > 1) query.set('page', String(wanted.page));
  query.set('size', '50');
  return `/api/recordings?${query.toString()}`;
}
export const listRecordings = (wanted: Wanted): Promise<Answer<RecordingPage>> => ask(listPath(wanted));
export const listSamples = (): Promise<Answer<readonly Sample[]>> => ask('/api/samples');
/** Only who hosted the match may take its recording down. */
export const removeRecording = (code: string, token: string): Promise<Answer<unknown>> => ask(`/api/recordings/${encodeURIComponent(code)}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
