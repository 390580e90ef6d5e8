/** HTTP of a class: set-up, the door, joining, help, the desk. Refusals are `{code, params}` as everywhere. */
import type { Application } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { isRefusal } from '@concert/shared';
import { AskHelp, Consent, CreateClass, DeskOrder, JoinClass, Survey } from '@concert/shared/protocol/seminar';
import { turn, type MatchHall } from '../match/MatchHall.ts';
import type { Activity } from '../seminar/activity.ts';
import { isTurned, refusedClass, type Classes } from '../seminar/Classes.ts';
import type { Desk } from '../seminar/Desk.ts';
import { keysOf } from '../seminar/DeskKeys.ts';
import { classOverview } from '../seminar/overview.ts';
import { badField, bearer, body, classGuards, fresh, refuseWith, visitor } from './classGuards.ts';

export interface ClassApiDeps { readonly classes: Classes; readonly desk: Desk; readonly hall: MatchHall; readonly activity: (table: string) => Activity | null; readonly openRoom: (code: string) => Promise<void>; readonly now: () => number; readonly createsPerMinute: number }

export function serveClasses(app: Application, { classes, desk, hall, activity, openRoom, now, createsPerMinute }: ClassApiDeps): void {
  const creations = new RateLimiterMemory({ points: createsPerMinute, duration: 60 });
  const { withClass, withDesk } = classGuards(classes);

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
    // Who sat at the table may have what their own seat saw, whatever is kept back (Readings).
    const seated = hall.whose(bearer(request));
    if (!record || classes.deskOf(record.code, bearer(request)) || (seated?.member.seat != null && record.tables.includes(seated.code))) return next();
    if (record.settings.reveal !== 'everything') return refuseWith(response, turn('unauthorised'));
    return classes.revealed(record) ? next() : refuseWith(response, refusedClass('not-revealed'));
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
    if (person.table !== null && !person.observes) await openRoom(person.table);
    return response.json({ person: person.id, token: null, waits: person.table === null ? 'seat' : null, table: person.table, seat: person.seat, office: person.office, name: person.alias, observes: person.observes === true, stage: record.stage, guided: record.settings.guided === true, step: record.step ?? null, consent: person.consent });
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
    const forDesk = classes.deskOf(record.code, token) !== null;
    const open = record.stage === 'report' || record.stage === 'closed' || (record.stage === 'reveal' && record.settings.guided === true && classes.revealed(record));
    if (!forDesk && !(open && known?.code === record.code)) return refuseWith(response, turn('unauthorised'));
    return response.json(classes.report(record, forDesk));
  }));
  app.post('/api/classes/:code/consent', fresh, body, withClass((request, response, record) => {
    const known = classes.whose(bearer(request));
    const said = Consent.safeParse(request.body);
    if (!known || known.code !== record.code) return refuseWith(response, turn('unauthorised'));
    if (!said.success) return refuseWith(response, badField(said.error));
    classes.consent(record, known.person, said.data.consent);
    return response.json({ ok: true });
  }));

  app.get('/api/classes/:code/desk', fresh, withDesk(async (request, response, record) => {
    for (const table of record.tables) await openRoom(table);
    return response.json({ ...classOverview(record, classes.door(record), classes.people(record.code), hall, activity, now()), keys: keysOf(record, bearer(request)) });
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
