/** What every address of a class begins with: which class, whose token, what is wrong with the body; refusals are `{code, params}`. */
import express, { type Handler, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { turn, type Turned } from '../match/MatchHall.ts';
import { refusedClass, type Classes } from '../seminar/Classes.ts';
import type { ClassRecord, PersonRecord } from '../seminar/ClassStore.ts';

const STATUS: Readonly<Record<string, number>> = {
  unauthorised: 401, 'unknown-class': 404, 'unknown-table': 404, 'unknown-person': 404, 'class-full': 409, 'class-closed': 409, 'survey-closed': 409, 'not-revealed': 403, 'too-fast': 429,
  'research-early': 409, 'not-released': 403, 'already-released': 409, 'bad-pass': 403, 'last-key': 409, 'not-observer': 403, 'too-many-notes': 409, 'no-observers': 409, 'observers-full': 409, 'wrong-pin': 403, 'not-locked': 409,
};
export const refuseWith = (response: Response, { code, params }: { readonly code: string; readonly params: object }): unknown => response.status(STATUS[code] ?? 400).json({ code, params });
export const visitor = (request: Request): string => String(request.headers['x-real-ip'] ?? 'unknown');
export const bearer = (request: Request): string => /^Bearer (\S{1,80})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
export const badField = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): Turned => turn('bad-message', { field: error.issues[0]?.path.map(String).join('.') ?? '' });
export const body: Handler = express.json({ limit: '16kb', strict: true });
export const fresh: Handler = (_request, response, next) => { response.set({ 'cache-control': 'no-store' }); next(); };

type OfClass = (found: (request: Request, response: Response, record: ClassRecord) => unknown) => Handler;
export interface ClassGuards {
  readonly withClass: OfClass; readonly withDesk: OfClass;
  /** A person of this class, by token. */
  readonly withPerson: (found: (request: Request, response: Response, record: ClassRecord, person: PersonRecord) => unknown) => Handler;
  /** Whether this visitor may try another code; refuses where not. */
  readonly mayGuess: (request: Request, response: Response) => Promise<boolean>;
}

export function classGuards(classes: Classes): ClassGuards {
  const wrongCodes = new RateLimiterMemory({ points: 60, duration: 60 });
  const mayGuess = async (request: Request, response: Response): Promise<boolean> => {
    const limit = await wrongCodes.consume(visitor(request)).then(() => null, (spent: { msBeforeNext?: number }) => spent);
    if (limit) refuseWith(response, turn('too-fast', { seconds: Math.ceil((limit.msBeforeNext ?? 60_000) / 1000) }));
    return limit === null;
  };
  const withClass: OfClass = (found) => async (request, response) => {
    const record = classes.find(String(request.params['code']).slice(0, 12));
    if (record) return found(request, response, record);
    return (await mayGuess(request, response)) ? refuseWith(response, refusedClass('unknown-class', { match: String(request.params['code']).slice(0, 12) })) : undefined;
  };
  return {
    withClass, mayGuess,
    withDesk: (found) => withClass((request, response, record) => (classes.deskOf(record.code, bearer(request)) ? found(request, response, record) : refuseWith(response, turn('unauthorised')))),
    withPerson: (found) => withClass((request, response, record) => {
      const known = classes.whose(bearer(request));
      return known?.code === record.code ? found(request, response, record, known.person) : refuseWith(response, turn('unauthorised'));
    }),
  };
}
