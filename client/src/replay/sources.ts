/** Where recordings come from: a match of this server, a sample, a file of the reader's, or the page they were written into. Nothing of a file is ever run. */
import { isOpened, isViews, looksLikeViews, MOST_CHARACTERS, openRecording, openViews, type Opened, type OpenedViews, type RecordingRefusal } from '@concert/shared/recording/index';
import { extendScenario } from '@concert/shared';
import { readRefusal, refused, type Refused } from '../net/answer.ts';
import { ticketFor } from '../store/tickets.ts';
import { keep, kept } from './kept.ts';
import { open, openRefused, type Source } from './replayStore.ts';
import { readPlace, stepAt, viewerAt } from './address.ts';

/** The element that carries the recording in a page made by `replay page`; plain text, never run. */
export const EMBEDDED = 'concert-recording';
const SAMPLE = /^sample[-:]/;
/** Two of the reader's own files beside each other. */
const FILES = /^file-[ab]$/;
/** Older files name their scenario only; the shipped ones are fetched when such a file is met. */
const shipped = import.meta.glob<{ readonly id?: string }>('../../../assets/scenarios/*.json', { import: 'default' });

export type Found = { readonly ok: true; readonly text: string; readonly source: Source } | Refused;

/** Our own key to a match of this server, if we have been in it: before its end it opens what our seat saw. */
export const tokenFor = (id: string): string | undefined => ticketFor(id.toUpperCase())?.token;

/** The text of what stands behind `/r/`; `token` of a desk opens the tables of its class before they are revealed. */
export async function fetchRecording(id: string, token?: string): Promise<Found> {
  const embedded = id === 'page' ? document.getElementById(EMBEDDED)?.textContent : undefined;
  if (embedded) return { ok: true, text: JSON.parse(embedded) as string, source: { kind: 'page', id, name: document.title } };
  if (id === 'file' || FILES.test(id)) {
    const file = await kept(id === 'file' ? undefined : id);
    return file ? { ok: true, text: file.text, source: { kind: 'file', id, name: file.name } } : refused('no-file');
  }
  const sample = SAMPLE.test(id);
  const name = id.replace(SAMPLE, '');
  try {
    const response = await fetch(sample ? `/api/samples/${encodeURIComponent(name)}` : `/api/recordings/${encodeURIComponent(id)}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    if (!response.ok) return readRefusal(await response.json().catch(() => null));
    return { ok: true, text: await response.text(), source: { kind: sample ? 'sample' : 'match', id, name } };
  } catch {
    return refused('server-busy');
  }
}

async function shippedScenario(id: string): Promise<unknown> {
  const load = async (name: string): Promise<unknown> => (await Object.entries(shipped).find(([path]) => path.endsWith(`/${name}.json`))?.[1]()) ?? null;
  const raw = await load(id);
  if (raw === null || typeof raw !== 'object') return undefined;
  const base = 'extends' in raw ? String(raw.extends) : null;
  const under = base === null ? null : await load(base);
  return extendScenario(raw, () => under);
}

/** Opens a text; the scenario of an older file is looked for among the shipped ones. */
export async function read(text: string): Promise<Opened | RecordingRefusal> {
  const first = openRecording(text);
  if (isOpened(first) || first.code !== 'no-scenario' || !first.seen.scenario) return first;
  const scenario = await shippedScenario(first.seen.scenario);
  return scenario === undefined ? first : openRecording(text, () => scenario);
}

/** Opens a text in the player, at the moment the address asks for. */
export async function openText(text: string, source: Source, hash: string = location.hash): Promise<void> {
  const opened: Opened | OpenedViews | RecordingRefusal = looksLikeViews(text) ? openViews(text) : await read(text);
  if (!isViews(opened) && !isOpened(opened)) return openRefused(opened, source);
  const place = readPlace(hash);
  try {
    open(opened, source, (reel) => ({ step: place ? Math.max(0, stepAt(reel, place)) : 0, viewer: place ? viewerAt(reel, place) : { kind: 'all' } }));
  } catch {
    // Views are looked at as they stand: a forged file may hold anything behind a sound chain.
    openRefused({ refused: true, code: 'foreign', params: {}, seen: {} }, source);
  }
}

/** Opens a file the reader has dropped or chosen and keeps it in this browser, so that a reload shows it again. */
export async function openFile(file: File): Promise<void> {
  const source: Source = { kind: 'file', id: 'file', name: file.name };
  // Counted in bytes before a character is read: a text has at least a quarter as many.
  if (file.size > MOST_CHARACTERS * 4) return openRefused({ refused: true, code: 'too-large', params: { size: Math.ceil(file.size / 1048576), most: MOST_CHARACTERS / 1048576 }, seen: {} }, source);
  const text = await file.text();
  await keep({ name: file.name, text });
  await openText(text, source, '');
}
