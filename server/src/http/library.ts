/** HTTP of the recordings: the library, a recording's file, its end by its host, samples, and new matches that go on from a recorded step. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import express, { type Application, type Handler, type Request, type Response } from 'express';
import { ForkMatch, ForkUpload, RecordingQuery, type Sample } from '@concert/shared/protocol/recordings';
import type { Library } from '../match/Library.ts';
import { turn, type Entered, type MatchHall, type Turned } from '../match/MatchHall.ts';
import { RECORDING_TYPE, recordingLines } from '../match/recording.ts';
import { mayRead, type Readings } from '../match/Readings.ts';
import type { MatchLog } from '../store/MatchLog.ts';

export interface LibraryDeps {
  readonly library: Library; readonly readings: Readings; readonly hall: MatchHall; readonly store: MatchLog; readonly software: string;
  /** Folder of the recordings that come with the program. */
  readonly samples: string;
  readonly fresh: Handler; readonly json: Handler;
  readonly withMatch: (found: (request: Request, response: Response, code: string) => unknown) => Handler;
  readonly refuseWith: (response: Response, turned: Pick<Turned, 'code' | 'params'>) => unknown;
  readonly ticket: (response: Response, entered: Entered | Turned) => Promise<unknown>;
  /** Seconds to wait before this visitor may make another match; 0 = at once. */
  readonly mayCreate: (request: Request) => Promise<number>;
  /** Closes the room of a match that is to be forgotten. */
  readonly closeRoom: (code: string) => Promise<void>;
}

/** Takes a file to go on from; the client sends it up to the step only. */
export const FORK_PATH = '/api/matches/fork';
export const FORK_BYTES = 8 * 1024 * 1024;
const bearer = (request: Request): string => /^Bearer (\S{1,80})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
const field = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string => (error.issues[0]?.path ?? []).map(String).join('.');

export function serveLibrary(app: Application, { library, readings, hall, store, software, samples, fresh, json, withMatch, refuseWith, ticket, mayCreate, closeRoom }: LibraryDeps): void {
  const create = async (request: Request, response: Response, make: () => Entered | Turned): Promise<unknown> => {
    const wait = await mayCreate(request);
    return wait > 0 ? refuseWith(response, turn('too-fast', { seconds: wait })) : ticket(response, make());
  };

  // What a viewer saw is folded anew for every asker: a class behind one address may ask, a script may not ask for ever.
  const projections = new RateLimiterMemory({ points: 120, duration: 60 });

  app.get('/api/recordings', fresh, (request, response) => {
    const query = RecordingQuery.safeParse(request.query);
    return query.success ? response.json(library.list(query.data)) : refuseWith(response, turn('bad-message', { field: field(query.error) }));
  });
  app.get('/api/recordings/:code', fresh, withMatch(async (request, response, code) => {
    const record = hall.find(code);
    const scenario = record && hall.scenario(record.scenario);
    if (!record || !scenario) return refuseWith(response, turn('unknown-match'));
    // Until the end, and while a debrief keeps it back, the whole recording holds everybody's secrets.
    const reading = readings.of(code, bearer(request));
    if (!mayRead(reading)) return refuseWith(response, reading);
    if (!reading.whole) {
      const wait = await projections.consume(String(request.headers['x-real-ip'] ?? 'unknown')).then(() => 0, (spent: { msBeforeNext?: number }) => Math.ceil((spent.msBeforeNext ?? 60_000) / 1000));
      if (wait > 0) return refuseWith(response, turn('too-fast', { seconds: wait }));
    }
    response.type(RECORDING_TYPE).attachment(`${code}.concert${reading.whole ? '' : '-view'}.jsonl`);
    for (const line of reading.whole ? recordingLines(store, record, scenario, software) : readings.lines(record, reading.viewer, software)) response.write(line);
    return response.end();
  }));
  app.delete('/api/recordings/:code', fresh, withMatch(async (request, response, code) => {
    const turned = library.mayForget(code, bearer(request));
    if (turned) return refuseWith(response, turned);
    await closeRoom(code);
    library.forget(code);
    return response.json({ ok: true });
  }));

  /** `POST /api/matches` with `fork`; every other body is the lobby's. */
  app.post('/api/matches', fresh, json, async (request, response, next) => {
    if (typeof request.body !== 'object' || request.body === null || !('fork' in request.body)) return next();
    const wish = ForkMatch.safeParse(request.body);
    if (!wish.success) return refuseWith(response, turn('bad-message', { field: field(wish.error) }));
    return create(request, response, () => library.fork(wish.data));
  });
  app.post(FORK_PATH, fresh, express.text({ type: () => true, limit: FORK_BYTES }), async (request, response) => {
    const wish = ForkUpload.safeParse(request.query);
    if (!wish.success) return refuseWith(response, turn('bad-message', { field: field(wish.error) }));
    const { step, round, ...rest } = wish.data;
    const text: unknown = request.body;
    return create(request, response, () => library.forkFile(typeof text === 'string' ? text : '', { step, round }, { ...rest, private: rest.private === 'true' }));
  });

  app.get('/api/samples', fresh, (_request, response) => response.json(listSamples(samples)));
  app.get('/api/samples/:file', (request, response) => {
    const name = String(request.params['file']);
    // Only what the index names is served: no path of the disk can be asked for.
    const sample = listSamples(samples).find(({ file }) => file === name);
    const file = sample && path.join(samples, sample.file);
    if (!file || !existsSync(file)) return refuseWith(response, turn('unknown-match', { match: name.slice(0, 40) }));
    response.set({ 'cache-control': 'no-cache' }).type(RECORDING_TYPE).attachment(name);
    return createReadStream(file).pipe(response);
  });
}

/** What assets/recordings/index.json says; none where the folder is not there. */
export function listSamples(folder: string): readonly Sample[] {
  const index = path.join(folder, 'index.json');
  return existsSync(index) ? (JSON.parse(readFileSync(index, 'utf8')) as { readonly samples: readonly Sample[] }).samples : [];
}
