/** HTTP of watching together: begin, look up by code, come in. What a follower may see of the recording is asked at the door. */
import express, { type Application, type Handler, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { JoinWatch, StartWatch, type WatchDoor, type WatchTicket } from '@concert/shared/protocol/watch';
import { turn, type Turned } from '../match/MatchHall.ts';
import { mayRead, type Readings } from '../match/Readings.ts';
import { watchRoomId } from '../rooms/WatchRoom.ts';
import type { Watch, Watches } from '../watch/Watches.ts';

export interface WatchApiDeps {
  readonly watches: Watches; readonly readings: Readings;
  /** Whether this is one of the recordings that come with the program. */
  readonly isSample: (file: string) => boolean;
  /** Whether the match is over: before that nobody leads others through it. */
  readonly isOver: (code: string) => boolean;
  readonly openRoom: (code: string) => Promise<void>;
  readonly createsPerMinute: number;
}
const STATUS: Readonly<Record<string, number>> = { unauthorised: 401, 'not-revealed': 403, 'unknown-watch': 404, 'unknown-match': 404, 'match-running': 409, 'not-started': 409, 'watch-full': 409, 'too-fast': 429, 'server-busy': 503 };
const refuseWith = (response: Response, { code, params }: Pick<Turned, 'code' | 'params'>): unknown => response.status(STATUS[code] ?? 400).json({ code, params });
const visitor = (request: Request): string => String(request.headers['x-real-ip'] ?? 'unknown');
const bearer = (request: Request): string => /^Bearer (\S{1,80})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
const SAMPLE = /^sample-/;

export function serveWatch(app: Application, { watches, readings, isSample, isOver, openRoom, createsPerMinute }: WatchApiDeps): void {
  const creations = new RateLimiterMemory({ points: createsPerMinute, duration: 60 });
  // Wrong codes only: a whole class comes in from one address.
  const wrongCodes = new RateLimiterMemory({ points: 30, duration: 60 });
  const body = express.json({ limit: '4kb', strict: true });
  const fresh: Handler = (_request, response, next) => { response.set({ 'cache-control': 'no-store' }); next(); };
  /** Why the asker may not watch this recording with others, or null. */
  const closed = (recording: string, token: string): Turned | null => {
    if (SAMPLE.test(recording)) return isSample(recording.replace(SAMPLE, '')) ? null : turn('unknown-match', { match: recording.slice(0, 60) });
    const reading = readings.of(recording, token);
    if (!mayRead(reading)) return reading;
    return isOver(recording) ? null : turn('match-running');
  };
  const ticket = async (response: Response, watch: Watch, { person, token }: { readonly person: { readonly id: string }; readonly token: string }): Promise<unknown> => {
    await openRoom(watch.code);
    return response.json({ code: watch.code, roomId: watchRoomId(watch.code), token, person: person.id, recording: watch.recording } satisfies WatchTicket);
  };
  const withWatch = (found: (request: Request, response: Response, watch: Watch) => unknown): Handler => async (request, response) => {
    const limit = await wrongCodes.get(visitor(request));
    if (limit && limit.remainingPoints <= 0) return refuseWith(response, turn('too-fast', { seconds: Math.ceil(limit.msBeforeNext / 1000) }));
    const code = String(request.params['code']).slice(0, 12);
    const watch = watches.find(code);
    if (watch) return found(request, response, watch);
    await wrongCodes.penalty(visitor(request));
    return refuseWith(response, turn('unknown-watch', { match: code }));
  };

  app.post('/api/watch', fresh, body, async (request, response) => {
    const wish = StartWatch.safeParse(request.body);
    if (!wish.success) return refuseWith(response, turn('bad-message', { field: wish.error.issues[0]?.path.join('.') ?? '' }));
    const refusal = closed(wish.data.recording, bearer(request));
    if (refusal) return refuseWith(response, refusal);
    const spent = await creations.consume(visitor(request)).then(() => null, (limit: { msBeforeNext?: number }) => limit);
    if (spent) return refuseWith(response, turn('too-fast', { seconds: Math.ceil((spent.msBeforeNext ?? 60_000) / 1000) }));
    const begun = watches.start(wish.data.recording, wish.data.name);
    return 'refused' in begun ? refuseWith(response, begun) : ticket(response, begun.watch, begun);
  });
  app.get('/api/watch/:code', fresh, withWatch((_request, response, watch) => {
    const { code, recording, online, people, leader } = watch;
    return response.json({ code, recording, people: online.size, leader: people.get(leader)?.name ?? null } satisfies WatchDoor);
  }));
  app.post('/api/watch/:code/join', fresh, body, withWatch(async (request, response, watch) => {
    const wish = JoinWatch.safeParse(request.body);
    if (!wish.success) return refuseWith(response, turn('bad-message', { field: wish.error.issues[0]?.path.join('.') ?? '' }));
    const refusal = closed(watch.recording, bearer(request));
    if (refusal) return refuseWith(response, refusal);
    const entered = watches.join(watch, wish.data.name, wish.data.token);
    return 'refused' in entered ? refuseWith(response, entered) : ticket(response, watch, entered);
  }));
}
