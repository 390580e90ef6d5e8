/** HTTP of a class: set-up, the door, joining, help, the desk. Refusals are `{code, params}` as everywhere. */
import express, { type Application, type Handler, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { isRefusal } from '@concert/shared';
import { AskHelp, Consent, CreateClass, DeskOrder, JoinClass, Survey } from '@concert/shared/protocol/seminar';
import { turn, type MatchHall, type Turned } from '../match/MatchHall.ts';
import type { Activity } from '../seminar/activity.ts';
import { isTurned, refusedClass, type Classes } from '../seminar/Classes.ts';
import type { Desk } from '../seminar/Desk.ts';
import type { ClassRecord } from '../seminar/ClassStore.ts';
import { classOverview } from '../seminar/overview.ts';

export interface ClassApiDeps { readonly classes: Classes; readonly desk: Desk; readonly hall: MatchHall; readonly activity: (table: string) => Activity | null; readonly openRoom: (code: string) => Promise<void>; readonly now: () => number; readonly createsPerMinute: number }

const STATUS: Readonly<Record<string, number>> = { unauthorised: 401, 'unknown-class': 404, 'unknown-table': 404, 'unknown-person': 404, 'class-full': 409, 'class-closed': 409, 'survey-closed': 409, 'not-revealed': 403, 'too-fast': 429 };
const refuseWith = (response: Response, { code, params }: { readonly code: string; readonly params: object }): unknown => response.status(STATUS[code] ?? 400).json({ code, params });
const visitor = (request: Request): string => String(request.headers['x-real-ip'] ?? 'unknown');
const bearer = (request: Request): string => /^Bearer (\S{1,80})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
const badField = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): Turned => turn('bad-message', { field: error.issues[0]?.path.map(String).join('.') ?? '' });

export function serveClasses(app: Application, { classes, desk, hall, activity, openRoom, now, createsPerMinute }: ClassApiDeps): void {
  const creations = new RateLimiterMemory({ points: createsPerMinute, duration: 60 });
  const wrongCodes = new RateLimiterMemory({ points: 60, duration: 60 });
  const body = express.json({ limit: '16kb', strict: true });
  const fresh: Handler = (_request, response, next) => { response.set({ 'cache-control': 'no-store' }); next(); };

  const withClass = (found: (request: Request, response: Response, record: ClassRecord) => unknown): Handler => async (request, response) => {
    const record = classes.find(String(request.params['code']).slice(0, 12));
    if (record) return found(request, response, record);
    const limit = await wrongCodes.consume(visitor(request)).then(() => null, (spent: { msBeforeNext?: number }) => spent);
    return refuseWith(response, limit ? turn('too-fast', { seconds: Math.ceil((limit.msBeforeNext ?? 60_000) / 1000) }) : refusedClass('unknown-class', { match: String(request.params['code']).slice(0, 12) }));
  };
  const withDesk = (found: (request: Request, response: Response, record: ClassRecord) => unknown): Handler => withClass((request, response, record) =>
    (classes.deskOf(record.code, bearer(request)) ? found(request, response, record) : refuseWith(response, turn('unauthorised'))));

  app.post('/api/classes', fresh, body, async (request, response) => {
    const wish = CreateClass.safeParse(request.body);
    if (!wish.success) return refuseWith(response, badField(wish.error));
    const spent = await creations.consume(visitor(request)).then(() => null, (limit: { msBeforeNext?: number }) => limit);
    if (spent) return refuseWith(response, turn('too-fast', { seconds: Math.ceil((spent.msBeforeNext ?? 60_000) / 1000) }));
    const made = classes.create(wish.data);
    if (isTurned(made)) return refuseWith(response, made);
    for (const table of made.record.tables) await openRoom(table);
    return response.json({ code: made.record.code, token: made.token });
  });
  /** The recording of a class's table holds everybody's secrets: its desk may always read it, others once they are revealed and if the door said so. */
  app.get('/api/recordings/:code', fresh, (request, response, next) => {
    const record = classes.ofTable(String(request.params['code']).toUpperCase());
    if (!record || classes.deskOf(record.code, bearer(request))) return next();
    if (record.settings.reveal !== 'everything') return refuseWith(response, turn('unauthorised'));
    return record.stage === 'setup' || record.stage === 'play' || record.stage === 'survey' ? refuseWith(response, refusedClass('not-revealed')) : next();
  });
  app.get('/api/classes/:code', fresh, withClass((_request, response, record) => response.json(classes.door(record))));
  app.post('/api/classes/:code/join', fresh, body, withClass(async (request, response, record) => {
    const wish = JoinClass.safeParse(request.body);
    if (!wish.success) return refuseWith(response, badField(wish.error));
    const ticket = await classes.join(record, wish.data);
    return isTurned(ticket) ? refuseWith(response, ticket) : response.json(ticket);
  }));
  /** Where a person of the class is now; with it a phone that waited for a seat or a nod goes on. */
  app.get('/api/classes/:code/me', fresh, withClass(async (request, response, record) => {
    const known = classes.whose(bearer(request));
    if (!known || known.code !== record.code) return refuseWith(response, turn('unauthorised'));
    const { person } = known;
    if (person.table !== null) await openRoom(person.table);
    return response.json({ person: person.id, token: null, waits: person.table === null ? 'seat' : null, table: person.table, seat: person.seat, office: person.office, name: person.alias, stage: record.stage, consent: person.consent });
  }));
  app.post('/api/classes/:code/help', fresh, body, withClass((request, response, record) => {
    const known = classes.whose(bearer(request));
    const asked = AskHelp.safeParse(request.body);
    if (!known || known.code !== record.code) return refuseWith(response, turn('unauthorised'));
    if (!asked.success) return refuseWith(response, badField(asked.error));
    classes.help(record, known.person, asked.data.text);
    return response.json({ ok: true });
  }));
  app.post('/api/classes/:code/survey', fresh, body, withClass((request, response, record) => {
    const known = classes.whose(bearer(request));
    const said = Survey.safeParse(request.body);
    if (!known || known.code !== record.code) return refuseWith(response, turn('unauthorised'));
    if (!said.success) return refuseWith(response, badField(said.error));
    const refusal = classes.survey(record, known.person, said.data);
    return refusal ? refuseWith(response, refusal) : response.json({ ok: true });
  }));
  /** What the report adds to the recordings of its tables; everybody of the class may read it once it is open, the desk before. */
  app.get('/api/classes/:code/report', fresh, withClass((request, response, record) => {
    const token = bearer(request);
    const known = classes.whose(token);
    const open = record.stage === 'report' || record.stage === 'closed';
    if (!classes.deskOf(record.code, token) && !(open && known?.code === record.code)) return refuseWith(response, turn('unauthorised'));
    return response.json(classes.report(record));
  }));
  app.post('/api/classes/:code/consent', fresh, body, withClass((request, response, record) => {
    const known = classes.whose(bearer(request));
    const said = Consent.safeParse(request.body);
    if (!known || known.code !== record.code) return refuseWith(response, turn('unauthorised'));
    if (!said.success) return refuseWith(response, badField(said.error));
    classes.consent(record, known.person, said.data.consent);
    return response.json({ ok: true });
  }));

  app.get('/api/classes/:code/desk', fresh, withDesk(async (_request, response, record) => {
    for (const table of record.tables) await openRoom(table);
    return response.json(classOverview(record, classes.door(record), classes.people(record.code), hall, activity, now()));
  }));
  app.post('/api/classes/:code/desk', fresh, body, withDesk(async (request, response, record) => {
    const order = DeskOrder.safeParse(request.body);
    if (!order.success) return refuseWith(response, badField(order.error));
    const refusal = await desk.order(record, order.data);
    return refusal && (isTurned(refusal) || isRefusal(refusal)) ? refuseWith(response, refusal) : response.json({ ok: true });
  }));
  /** A table as a seat sees it, or as everybody does; what the desk may read was fixed before the start. */
  app.get('/api/classes/:code/tables/:table', fresh, withDesk(async (request, response, record) => {
    const table = String(request.params['table']);
    if (!record.tables.includes(table)) return refuseWith(response, refusedClass('unknown-table', { table: table.slice(0, 12) }));
    await openRoom(table);
    const session = hall.live.get(table)?.session;
    const seat = typeof request.query['as'] === 'string' ? request.query['as'] : null;
    if (!session) return refuseWith(response, turn('server-busy'));
    if (seat !== null && (record.settings.oversight !== 'everything' || !session.scenario.seats.some(({ id }) => id === seat))) return refuseWith(response, turn('unauthorised'));
    if (session.state.status === 'waiting') return response.json({ view: null, messages: [] });
    const messages = record.settings.oversight === 'everything' ? session.state.messages : [];
    return response.json({ view: session.sight(seat === null ? { kind: 'public' } : { kind: 'seat', seat }).view, messages: messages.slice(-400) });
  }));
  app.delete('/api/classes/:code', fresh, withDesk(async (_request, response, record) => { await classes.remove(record); return response.json({ ok: true }); }));
}
