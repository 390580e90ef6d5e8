/** The HTTP API: health, public list, creating and joining, scenarios, recordings. Every refusal is `{code, params}` as in the room. */
import express, { type Application, type Handler, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { publicScenario } from '@concert/shared';
import { CreateMatch, JoinMatch, type MatchTicket } from '@concert/shared/protocol/messages';
import { type Entered, turn, type MatchHall, type Turned } from '../match/MatchHall.ts';
import type { Library } from '../match/Library.ts';
import type { Readings } from '../match/Readings.ts';
import type { MatchLog } from '../store/MatchLog.ts';
import { serveLibrary } from './library.ts';
import type { Metrics } from './metrics.ts';

export interface ApiDeps {
  readonly hall: MatchHall; readonly library: Library; readonly readings: Readings; readonly store: MatchLog; readonly metrics: Metrics; readonly log: Logger; readonly software: string;
  /** Makes sure the match has a room in memory. */
  readonly openRoom: (code: string) => Promise<void>;
  /** Closes the room of a match that is to be forgotten. */
  readonly closeRoom: (code: string) => Promise<void>;
  /** Folder of the recordings that come with the program. */
  readonly samples: string;
  readonly createsPerMinute: number;
  /** Where others reach this server, if anywhere beside the asker's own way. */
  readonly address: () => string | null;
}

const STATUS: Readonly<Record<string, number>> = {
  'bad-message': 400, unauthorised: 401, 'unknown-match': 404, 'unknown-scenario': 404, 'match-full': 409, 'match-running': 409, 'match-ended': 409, 'too-fast': 429, 'too-large': 413, 'unsound-recording': 422, 'other-scenario': 409, 'other-rules': 409, 'no-step': 404, 'step-after-end': 409, 'not-host': 403, 'not-revealed': 403, 'not-started': 409, 'server-busy': 503, internal: 500,
};
const refuseWith = (response: Response, { code, params }: Pick<Turned, 'code' | 'params'>): unknown => response.status(STATUS[code] ?? 400).json({ code, params });
const visitor = (request: Request): string => String(request.headers['x-real-ip'] ?? 'unknown');

export function serveApi(app: Application, { hall, library, readings, store, metrics, log, software, samples, openRoom, closeRoom, createsPerMinute, address }: ApiDeps): void {
  const creations = new RateLimiterMemory({ points: createsPerMinute, duration: 60 });
  // Counts wrong codes only: a whole class may join from one address in one minute, nobody may try codes by the hundred.
  const wrongCodes = new RateLimiterMemory({ points: 30, duration: 60 });
  const body = express.json({ limit: '16kb', strict: true });
  const fresh: Handler = (_request, response, next) => { response.set({ 'cache-control': 'no-store' }); next(); };
  const ticket = async (response: Response, entered: Entered | Turned): Promise<unknown> => {
    if ('refused' in entered) return refuseWith(response, entered);
    await openRoom(entered.record.code);
    return response.status(200).json({ code: entered.record.code, roomId: entered.record.code, token: entered.token, seat: entered.member.seat } satisfies MatchTicket);
  };
  /** Runs `found` for an existing match; counts the misses of one address. */
  const withMatch = (found: (request: Request, response: Response, code: string) => unknown): Handler => async (request, response) => {
    const code = String(request.params['code']).toUpperCase();
    const limit = await wrongCodes.get(visitor(request));
    const { token } = (request.body ?? {}) as { token?: unknown };
    // A member coming back is never locked out by a neighbour's guessing.
    const known = typeof token === 'string' && hall.whose(token)?.code === code;
    if (!known && limit && limit.remainingPoints <= 0) return refuseWith(response, turn('too-fast', { seconds: Math.ceil(limit.msBeforeNext / 1000) }));
    if (hall.find(code)) return found(request, response, code);
    await wrongCodes.penalty(visitor(request));
    return refuseWith(response, turn('unknown-match', { match: code.slice(0, 12) }));
  };

  app.get('/healthz', fresh, (_request, response) => response.json({ ok: true }));
  app.get('/readyz', fresh, (_request, response) => {
    try { store.ping(); return response.json({ ok: true }); } catch (error) { log.error(error); return response.status(503).json({ ok: false }); }
  });
  app.get('/metrics', fresh, async (_request, response) => response.type(metrics.registry.contentType).send(await metrics.registry.metrics()));

  const mayCreate = (request: Request): Promise<number> => creations.consume(visitor(request)).then(() => 0, (limit: { msBeforeNext?: number }) => Math.ceil((limit.msBeforeNext ?? 60_000) / 1000));
  serveLibrary(app, { library, readings, hall, store, software, samples, fresh, json: body, withMatch, refuseWith, ticket, mayCreate, closeRoom });

  app.get('/api/matches', fresh, (_request, response) => response.json(hall.list()));
  app.post('/api/matches', fresh, body, async (request, response) => {
    const wish = CreateMatch.safeParse(request.body);
    if (!wish.success) return refuseWith(response, turn('bad-message', { field: wish.error.issues[0]?.path.join('.') ?? '' }));
    const wait = await mayCreate(request);
    if (wait > 0) return refuseWith(response, turn('too-fast', { seconds: wait }));
    return ticket(response, hall.create(wish.data));
  });
  app.get('/api/matches/:code', fresh, withMatch((_request, response, code) => {
    const record = hall.find(code);
    return record ? response.json(hall.listed(record)) : refuseWith(response, turn('unknown-match'));
  }));
  app.post('/api/matches/:code/join', fresh, body, withMatch(async (request, response, code) => {
    const join = JoinMatch.safeParse(request.body);
    if (!join.success) return refuseWith(response, turn('bad-message', { field: join.error.issues[0]?.path.join('.') ?? '' }));
    return ticket(response, hall.join(code, join.data.name, join.data.token));
  }));
  app.get('/api/address', fresh, (_request, response) => response.json({ origin: address() }));
  app.get('/api/scenarios', (_request, response) => response.set({ 'cache-control': 'no-cache' }).json(hall.scenarios()));
  app.get('/api/scenarios/:id', (request, response) => {
    const scenario = hall.scenario(String(request.params['id']));
    if (!scenario) return refuseWith(response, turn('unknown-scenario', { scenario: String(request.params['id']).slice(0, 40) }));
    response.set({ 'cache-control': 'no-cache' });
    return response.json(publicScenario(scenario));
  });
  app.get(/^\/api(\/|$)/, fresh, (_request, response) => response.status(404).json({ code: 'bad-message', params: {} }));
}

/** Last in the chain: a malformed body or an error of ours becomes a coded answer, never a stack trace. */
export const apiErrors = (log: Logger) => (error: unknown, _request: Request, response: Response, next: (error?: unknown) => void): unknown => {
  if (response.headersSent) return next(error);
  const { status = 500, type } = error as { status?: number; type?: string };
  if (status >= 500) log.error({ err: error }, 'an HTTP request failed');
  const code = status === 413 || type === 'entity.too.large' ? 'too-large' : status < 500 ? 'bad-message' : 'internal';
  return response.status(status < 500 ? status : 500).json({ code, params: {} });
};
