/** Observers who come by themselves: at the door, on the roster, because every chair is taken; over a real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OBSERVERS_MOST, type ClassDoor, type ClassTicket } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../src/app.ts';
import { code, must, until } from '../players.ts';
import { openSeminar, reach, sit } from './seminar.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());
const SEATS = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
/** One table without delegations on which every chair has somebody. */
const full = SEATS.map((seat) => ({ name: `of ${seat}`, table: 1, seat }));

describe('FD-11 who comes to watch', () => {
  it('chooses so at the door, at a table of one’s own or the emptiest; the door counts them', async () => {
    const seminar = await openSeminar(app, { tables: 2 });
    expect((await seminar.call<ClassDoor>('GET', '')).body).toMatchObject({ mayObserve: true, tables: [{ watchers: OBSERVERS_MOST }, { watchers: OBSERVERS_MOST }] });
    expect(await seminar.join('Oscar', { observe: true, table: 2 })).toMatchObject({ observes: true, seat: null, waits: null, table: seminar.tables[1] });
    const olga = await seminar.join('Olga', { observe: true });
    expect(olga).toMatchObject({ observes: true, table: seminar.tables[0] });
    expect((await seminar.call<ClassDoor>('GET', '')).body.tables.map(({ watchers }) => watchers)).toEqual([OBSERVERS_MOST - 1, OBSERVERS_MOST - 1]);
    // The same device again is the same observer, and no seat of the match is taken by one.
    expect(await seminar.join('Olga', { token: olga.token })).toMatchObject({ observes: true, person: olga.person });
    expect((await seminar.call<ClassDoor>('GET', '')).body.tables[0]!.free).toEqual(SEATS);
    expect((await fetch(`${app.url}/matchmake/joinById/${seminar.tables[0]}`, { method: 'POST', headers: { authorization: `Bearer ${olga.token}` } })).ok).toBe(false);
  });
  it('is told no where the class was set up without, and at a table that has its most', async () => {
    const closed = await openSeminar(app, { mayObserve: false });
    expect(await closed.join('Oscar', { observe: true })).toMatchObject({ code: 'no-observers' });
    expect((await closed.see()).people).toEqual([]);
    const crowded = await openSeminar(app, { roster: Array.from({ length: OBSERVERS_MOST }, (_, i) => ({ name: `Watcher ${i}`, observes: true })) });
    expect(await crowded.join('Oscar', { observe: true })).toMatchObject({ code: 'observers-full', params: { most: OBSERVERS_MOST } });
    const ada = await crowded.join('Ada');
    expect(await crowded.desk({ do: 'observe', person: ada.person, table: crowded.tables[0]! })).toBe('observers-full');
    expect((await crowded.see()).people.find(({ name }) => name === 'Ada')?.seat).not.toBeNull();
  });
  it('a name on the roster keeps what the roster says: a seat, or `observer`', async () => {
    const seminar = await openSeminar(app, { roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Oscar', table: 1, observes: true }] });
    expect(await seminar.join('Ada', { observe: true })).toMatchObject({ observes: false, seat: 'US' });
    expect(await seminar.join('Oscar')).toMatchObject({ observes: true, seat: null, table: seminar.tables[0] });
    await seminar.desk({ do: 'draw' });
    expect((await seminar.see()).people.find(({ name }) => name === 'Oscar')?.seat).toBeNull();
  });
  it('comes late when all chairs are taken, and is refused only where nobody may observe; a chosen chair that is taken is no wish to watch', async () => {
    const seminar = await openSeminar(app, { delegations: false, roster: full });
    expect(await seminar.join('Late')).toMatchObject({ observes: true, waits: null, table: seminar.tables[0] });
    const strict = await openSeminar(app, { delegations: false, mayObserve: false, roster: full });
    expect(await strict.join('Late')).toMatchObject({ code: 'class-full' });
    const chosen = await openSeminar(app, { delegations: false, seating: 'chosen', roster: full.slice(0, 1) });
    expect(await chosen.join('Late', { table: 1, seat: 'US' })).toMatchObject({ code: 'class-full' });
    const drawn = await openSeminar(app, { delegations: false, seating: 'random' });
    const seven: ClassTicket[] = [];
    for (let i = 0; i < 7; i += 1) seven.push(await drawn.join(`P${i}`));
    expect(await drawn.desk({ do: 'draw' })).toBe('ok');
    expect((await drawn.see()).people.filter(({ observes }) => observes)).toHaveLength(1);
  });
  it('is given a seat by the desk and sits; somebody seated is made an observer, and their line is closed', async () => {
    const seminar = await openSeminar(app);
    const oscar = await seminar.join('Oscar', { observe: true });
    expect(await seminar.desk({ do: 'seat', person: oscar.person, table: seminar.tables[0]!, seat: 'RU', office: null })).toBe('ok');
    const line = await sit(app, { ...oscar, seat: 'RU' });
    await seminar.desk({ do: 'start', tables: [...seminar.tables] });
    await until(() => line.line.view?.me?.seat === 'RU', 'the seat');
    expect(await seminar.desk({ do: 'observe', person: oscar.person, table: seminar.tables[0]! })).toBe('ok');
    await until(() => line.line.status === 'lost', 'the line to end');
    expect((await seminar.call('GET', '/me', undefined, oscar.token ?? '')).body).toMatchObject({ observes: true, seat: null });
    line.line.close();
  });
  it('FD-10: hears no delegation while a huddle lasts, whatever the door said', async () => {
    const seminar = await openSeminar(app, { observers: 'everything', roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
    const ada = await sit(app, await seminar.join('Ada'));
    const oscar = await seminar.join('Oscar', { observe: true });
    const tables = [...seminar.tables];
    const heard = async (): Promise<string[]> => (await seminar.call<{ messages: { text: string }[] }>('GET', '/watch', undefined, oscar.token ?? '')).body.messages.map(({ text }) => text);
    await seminar.desk({ do: 'start', tables });
    await reach(seminar, ada, 'brief');
    must(await ada.line.act({ type: 'message', to: ['CN'], text: 'across the table' }));
    await seminar.desk({ do: 'pause', tables, reason: '', minutes: 5, huddle: true });
    await until(() => ada.line.view?.desk?.paused?.huddle, 'the huddle');
    must(await ada.line.act({ type: 'message', to: [], text: 'among ourselves' }));
    expect(code(await ada.line.act({ type: 'message', to: ['CN'], text: 'no' }))).toBe('huddle');
    expect(await heard()).toEqual(['across the table']);
    ada.line.close();
  });
});
