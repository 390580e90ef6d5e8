/** HTTP around a class: passes for the desk, the export for research, what is kept about oneself, shared devices, observers and their notes. */
import type { Application } from 'express';
import { AskUnlock, Here, LockPlace, MakePass, OpenDesk, UnlockPlace, WriteNote } from '@concert/shared/protocol/seminar';
import { turn, type MatchHall } from '../match/MatchHall.ts';
import { isTurned, refusedClass, type Classes } from '../seminar/Classes.ts';
import type { ClassStore } from '../seminar/ClassStore.ts';
import { DeskKeys } from '../seminar/DeskKeys.ts';
import { heardBy, writeNote } from '../seminar/Observers.ts';
import type { Locks } from '../seminar/Locks.ts';
import { researchFiles } from '../seminar/research.ts';
import type { Sharing } from '../seminar/Sharing.ts';
import { zipped } from '../seminar/zip.ts';
import type { MatchLog } from '../store/MatchLog.ts';
import { badField, bearer, body, classGuards, fresh, refuseWith } from './classGuards.ts';

export interface ClassDeskDeps { readonly classes: Classes; readonly store: ClassStore; readonly hall: MatchHall; readonly log: MatchLog; readonly sharing: Sharing; readonly locks: Locks; readonly openRoom: (code: string) => Promise<void>; readonly now: () => number; readonly software: string }

export function serveClassDesk(app: Application, { classes, store, hall, log, sharing, locks, openRoom, now, software }: ClassDeskDeps): void {
  const { withClass, withDesk, withPerson, mayGuess } = classGuards(classes);
  const keys = new DeskKeys(store, now);

  app.post('/api/classes/:code/desk/pass', fresh, body, withDesk((request, response, record) => {
    const wish = MakePass.safeParse(request.body);
    return wish.success ? response.json(keys.pass(record, wish.data.lasting)) : refuseWith(response, badField(wish.error));
  }));
  app.post('/api/classes/:code/desk/open', fresh, body, withClass(async (request, response, record) => {
    const wish = OpenDesk.safeParse(request.body);
    if (!wish.success) return refuseWith(response, badField(wish.error));
    if (!(await mayGuess(request, response))) return undefined;
    const opened = keys.open(record, wish.data.pass, wish.data.label);
    return isTurned(opened) ? refuseWith(response, opened) : response.json(opened);
  }));

  app.get('/api/classes/:code/research', fresh, withDesk((_request, response, record) => {
    if (!record.research) return refuseWith(response, refusedClass('not-released'));
    const files = researchFiles(record, classes.people(record.code), { hall, log, software });
    return response.set({ 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="concert-research.zip"' }).send(zipped(files));
  }));

  app.get('/api/classes/:code/mine', fresh, withPerson((_request, response, record, person) => response.json(classes.ownData(record, person))));
  /** Everybody who shares a device says so with the own secret; nobody can be made present by a stranger. */
  app.post('/api/classes/:code/here', fresh, body, withClass((request, response, record) => {
    const wish = Here.safeParse(request.body);
    return wish.success ? response.json({ here: sharing.here(record.code, wish.data.tokens) }) : refuseWith(response, badField(wish.error));
  }));

  /** A place at a shared device behind a PIN: the browser keeps a handle that opens nothing alone, and the place is given back with a new key. */
  app.post('/api/classes/:code/lock', fresh, body, withPerson((request, response, record, person) => {
    const wish = LockPlace.safeParse(request.body);
    return wish.success ? response.json({ handle: locks.lock(record, person, wish.data.pin) }) : refuseWith(response, badField(wish.error));
  }));
  app.post('/api/classes/:code/unlock', fresh, body, withClass(async (request, response, record) => {
    const wish = UnlockPlace.safeParse(request.body);
    if (!wish.success) return refuseWith(response, badField(wish.error));
    const opened = await locks.unlock(record, wish.data.handle, wish.data.pin);
    return isTurned(opened) ? refuseWith(response, opened) : response.json(opened);
  }));
  app.post('/api/classes/:code/unlock/ask', fresh, body, withClass((request, response, record) => {
    const wish = AskUnlock.safeParse(request.body);
    if (!wish.success) return refuseWith(response, badField(wish.error));
    const person = classes.lockedBy(record.code, wish.data.handle);
    if (!person) return refuseWith(response, refusedClass('not-locked'));
    classes.askUnlock(record, person);
    return response.json({ ok: true });
  }));

  /** The table an observer watches: what is public, and messages where the door said so. */
  app.get('/api/classes/:code/watch', fresh, withPerson(async (request, response, record, person) => {
    if (!person.observes || person.table === null) return refuseWith(response, refusedClass('not-observer'));
    sharing.here(record.code, [bearer(request)]);
    await openRoom(person.table);
    const session = hall.live.get(person.table)?.session;
    if (!session) return refuseWith(response, turn('server-busy'));
    const messages = record.settings.observers === 'everything' ? heardBy(session.state).slice(-300) : [];
    return response.json({
      table: record.tables.indexOf(person.table) + 1, name: person.alias, stage: record.stage, observers: record.settings.observers ?? 'public', scenario: record.scenario,
      view: session.state.status === 'waiting' ? null : session.sight({ kind: 'public' }).view, messages, deadline: hall.live.get(person.table)?.deadline() ?? 0,
      notes: (record.notes ?? []).filter((note) => note.person === person.id),
    });
  }));
  app.post('/api/classes/:code/notes', fresh, body, withPerson(async (request, response, record, person) => {
    const said = WriteNote.safeParse(request.body);
    if (!said.success) return refuseWith(response, badField(said.error));
    if (!person.observes || person.table === null) return refuseWith(response, refusedClass('not-observer'));
    await openRoom(person.table);
    const session = hall.live.get(person.table)?.session;
    const found = classes.find(record.code);
    if (!session || !found) return refuseWith(response, turn('server-busy'));
    const note = writeNote(store, found, person, session, now(), said.data);
    return isTurned(note) ? refuseWith(response, note) : response.json(note);
  }));
}
