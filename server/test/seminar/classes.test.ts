/** A class over a real server: set-up, roster, seats, offices, the desk's acts at its tables, a lost phone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassDoor, ClassTicket, CreateClass, DeskOrder } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../src/app.ts';
import type { ClassOverview } from '../../src/seminar/overview.ts';
import { code, enter, must, until, type Player } from '../players.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());

interface Reply<T> { readonly status: number; readonly body: T & { readonly code?: string; readonly params?: Record<string, unknown> } }
async function call<T>(method: string, path: string, body?: object, token?: string): Promise<Reply<T>> {
  const response = await fetch(`${app.url}/api/classes${path}`, { method, headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: await response.json() as Reply<T>['body'] };
}
interface Class { readonly code: string; readonly token: string; readonly tables: readonly string[]; readonly desk: (order: DeskOrder) => Promise<string>; readonly see: () => Promise<ClassOverview>; readonly join: (name: string, more?: object) => Promise<ClassTicket> }
async function open(wish: Partial<CreateClass> = {}): Promise<Class> {
  const { body } = await call<{ code: string; token: string }>('POST', '', { scenario: 'six-party', plan: 'meetings', title: 'IR 301', ...wish });
  const door = (await call<ClassDoor>('GET', `/${body.code}`)).body;
  return {
    ...body, tables: door.tables.map((table) => table.code),
    desk: async (order) => { const reply = await call<{ ok?: boolean }>('POST', `/${body.code}/desk`, order, body.token); return reply.body.ok ? 'ok' : String(reply.body.code); },
    see: async () => (await call<ClassOverview>('GET', `/${body.code}/desk`, undefined, body.token)).body,
    join: async (name, more = {}) => (await call<ClassTicket>('POST', `/${body.code}/join`, { name, ...more })).body,
  };
}
/** Connects to the table this ticket names. */
const sit = (ticket: ClassTicket): Promise<Player> => enter(app.url, { code: ticket.table ?? '', roomId: ticket.table ?? '', token: ticket.token ?? '', seat: ticket.seat }, ticket.name);

/** The desk ends phases until this one is open. */
async function reach(seminar: Class, player: Player, phase: string): Promise<void> {
  await until(() => player.line.view, 'a view');
  for (let i = 0; i < 20 && player.line.view?.table.phase !== phase; i += 1) {
    const seq = player.line.view?.table.phaseSeq;
    await seminar.desk({ do: 'endPhase', tables: [...seminar.tables] });
    await until(() => player.line.view?.table.phaseSeq !== seq, 'the next phase');
  }
}

describe('CLASS set-up', () => {
  it('makes private tables, tells the door what will be read, and shows the desk to its token alone', async () => {
    const seminar = await open({ tables: 2, oversight: 'public', pseudonyms: true });
    const door = (await call<ClassDoor>('GET', `/${seminar.code.toLowerCase()}`)).body;
    expect(door).toMatchObject({ title: 'IR 301', oversight: 'public', pseudonyms: true, stage: 'setup' });
    expect(door.tables.map(({ free }) => free.length)).toEqual([6, 6]);
    expect((await call('GET', `/${seminar.code}/desk`)).status).toBe(401);
    expect((await call('GET', `/${seminar.code}/desk`, undefined, 'guess')).status).toBe(401);
    expect((await call('GET', '/ZZZZZZ')).body.code).toBe('unknown-class');
    expect((await call('POST', '', { scenario: 'nowhere' })).body.code).toBe('unknown-scenario');
    expect((await call('POST', '', { scenario: 'six-party', tables: 99 })).body.code).toBe('bad-message');
    const listed = await (await fetch(`${app.url}/api/matches`)).json() as unknown[];
    expect(listed).toEqual([]);
  });

  it('fills seats evenly: every seat of every table has one person before any has two, each with the next office', async () => {
    const seminar = await open({ tables: 2 });
    for (let i = 0; i < 13; i += 1) await seminar.join(`student ${i}`);
    const { people } = await seminar.see();
    const seats = people.slice(0, 13).map(({ table, seat }) => `${seminar.tables.indexOf(table ?? '')} ${seat}`);
    expect(new Set(seats).size).toBe(12);
    expect(people.filter(({ office }) => office === 'head')).toHaveLength(12);
    expect(people.filter(({ office }) => office === 'security')).toHaveLength(1);
  });

  it('a name of the roster takes its place, whatever its case; the desk alone reads real names', async () => {
    const seminar = await open({ pseudonyms: true, roster: [{ name: 'Müller', table: 1, seat: 'RU' }, { name: '王芳' }] });
    const ticket = await seminar.join(' MÜLLER ');
    expect(ticket).toMatchObject({ seat: 'RU', office: 'head', waits: null });
    expect(ticket.name).not.toContain('ller');
    expect((await seminar.join('王芳')).seat).not.toBeNull();
    const player = await sit(ticket);
    await until(() => (player.line.lobby?.people.size ?? 0) > 0, 'the lobby');
    expect(JSON.stringify(player.line.lobby)).not.toContain('ller');
    expect((await seminar.see()).people.map(({ name }) => name).sort()).toEqual(['Müller', '王芳']);
    player.line.close();
  });

  it('a roster that names a third table makes three; later a table that is not there is refused, and nobody is put elsewhere', async () => {
    const seminar = await open({ tables: 1, roster: [{ name: 'Ada', table: 3, seat: 'US' }, { name: 'Bea', table: 1, seat: 'US' }] });
    const { tables, people } = await seminar.see();
    expect(tables).toHaveLength(3);
    expect(people.find(({ name }) => name === 'Ada')?.table).toBe(tables[2]?.code);
    expect(await seminar.desk({ do: 'add', people: [{ name: 'Cleo', table: 4, seat: 'CN' }] })).toBe('bad-message');
    expect((await seminar.see()).people).toHaveLength(2);
  });

  it('drawn seats wait for the draw', async () => {
    const seminar = await open({ seating: 'random' });
    const ticket = await seminar.join('Ada');
    expect(ticket).toMatchObject({ waits: 'seat', table: null });
    expect(await seminar.desk({ do: 'draw' })).toBe('ok');
    const me = (await call<ClassTicket>('GET', `/${seminar.code}/me`, undefined, ticket.token ?? '')).body;
    expect(me).toMatchObject({ waits: null, table: seminar.tables[0] });
  });
});

describe('CLASS at the table', () => {
  it('starts with bots in the empty seats; offices hold, drafts go to the head; nobody takes a seat by themselves', async () => {
    const seminar = await open({ roster: [{ name: 'head', table: 1, seat: 'US' }, { name: 'aide', table: 1, seat: 'US' }] });
    const [head, aide] = [await sit(await seminar.join('head')), await sit(await seminar.join('aide'))] as const;
    expect(code(await head.line.sit('CN'))).toBe('desk-seats');
    expect(code(await head.line.start())).toBe('not-host');
    expect(await seminar.desk({ do: 'start', tables: [...seminar.tables] })).toBe('ok');
    await reach(seminar, head, 'declaration');
    expect(head.line.view?.desk?.delegates.map(({ office }) => office)).toEqual(['head', 'security']);
    expect(code(await aide.line.act({ type: 'declare', level: 2 }))).toBe('not-your-office');
    must(await aide.line.act({ type: 'draft', command: { type: 'declare', level: 2 } }));
    const draft = await until(() => head.line.view?.desk?.drafts[0], 'the draft');
    must(await head.line.act({ type: 'confirmDraft', draft: draft.id }));
    await until(() => head.line.view?.me?.sealed.declaration === 2, 'the declaration made');
    const table = (await seminar.see()).tables[0];
    expect(table?.seats.map(({ holder }) => holder)).toEqual(['people', 'bot', 'bot', 'bot', 'bot', 'bot']);
    head.line.close(); aide.line.close();
  });

  it('pauses, speaks, injects, approves, enters paper, extends and rewinds: all of it in the log', async () => {
    const seminar = await open({ approval: ['declare'], roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Bea', table: 1, seat: 'CN' }] });
    const [ada, bea] = [await sit(await seminar.join('Ada')), await sit(await seminar.join('Bea'))] as const;
    const tables = [...seminar.tables];
    const [table = ''] = tables;
    await seminar.desk({ do: 'start', tables });
    await reach(seminar, ada, 'declaration');
    expect(await seminar.desk({ do: 'pause', tables, reason: 'look up, please', minutes: 5 })).toBe('ok');
    expect(await seminar.desk({ do: 'pause', tables, reason: '', minutes: null })).toBe('already-paused');
    await until(() => ada.line.view?.desk?.paused, 'the pause');
    expect(code(await ada.line.act({ type: 'declare', level: 3 }))).toBe('paused');
    expect(await seminar.desk({ do: 'resume', tables })).toBe('ok');
    await until(() => ada.line.view?.desk?.paused === null, 'the end of the pause');
    expect(await seminar.desk({ do: 'inject', tables, inject: { kind: 'intelligence', to: ['CN'], text: 'Only for Beijing.' } })).toBe('ok');
    await until(() => JSON.stringify(bea.line.view?.news).includes('Only for Beijing.'), 'the intelligence');
    expect(JSON.stringify(ada.frames)).not.toContain('Only for Beijing.');
    must(await ada.line.act({ type: 'declare', level: 4 }));
    const request = await until(() => ada.line.view?.desk?.requests[0], 'the request');
    expect(await seminar.desk({ do: 'settle', table, request: request.id, verdict: 'approve', reason: 'softer', amended: { type: 'declare', level: 3 } })).toBe('ok');
    await until(() => ada.line.view?.me?.sealed.declaration === 3, 'the amended declaration');
    expect(await seminar.desk({ do: 'enter', table, seat: 'CN', command: { type: 'declare', level: 1 }, note: 'on paper' })).toBe('ok');
    await until(() => bea.line.view?.me?.sealed.declaration === 1, 'the paper entry');
    expect(await seminar.desk({ do: 'extend', tables, seconds: 60 })).toBe('ok');
    const round = ada.line.view?.table.round ?? 0;
    for (let i = 0; i < 40 && (ada.line.view?.table.round ?? 0) === round; i += 1) { await seminar.desk({ do: 'endPhase', tables }); await new Promise((go) => setTimeout(go, 20)); }
    await until(() => ada.line.view?.table.round === round + 1, 'the next round');
    expect(await seminar.desk({ do: 'rewind', table, round: 9 })).toBe('bad-rewind');
    expect(await seminar.desk({ do: 'rewind', table, round })).toBe('ok');
    await until(() => ada.line.view?.table.round === round, 'the round again');
    const acts = app.store.read(table, 1).flatMap((entry) => ('command' in entry && entry.command.type === 'desk' ? [entry.command.act.type] : []));
    expect(new Set(acts)).toEqual(new Set(['assign', 'approval', 'pause', 'resume', 'inject', 'settle', 'enter', 'extend', 'rewind']));
    ada.line.close(); bea.line.close();
  });

  it('a prepared inject comes as its phase opens, once', async () => {
    const seminar = await open({ roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
    const ada = await sit(await seminar.join('Ada'));
    await seminar.desk({ do: 'prepare', tables: [...seminar.tables], inject: { kind: 'news', to: [], text: 'A ship is late.' }, when: { is: 'phase', round: 1, phase: 'plenary' } });
    await seminar.desk({ do: 'start', tables: [...seminar.tables] });
    const told = (): number => Object.values(ada.line.view?.news ?? {}).filter((item) => item.code === 'table.injectNews').length;
    await reach(seminar, ada, 'secret');
    await until(() => told() === 1, 'the inject');
    expect((await seminar.see()).prepared[0]?.fired).toEqual([...seminar.tables]);
    ada.line.close();
  });

  it('a lost phone comes back with a nod; the old one is out', async () => {
    const seminar = await open({ roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
    const first = await seminar.join('Ada');
    const old = await sit(first);
    const again = await seminar.join('ada');
    expect(again).toMatchObject({ waits: 'nod', table: null });
    expect((await call('GET', `/${seminar.code}/me`, undefined, again.token ?? '')).status).toBe(401);
    const [item] = (await seminar.see()).inbox;
    expect(item).toMatchObject({ kind: 'rejoin', state: 'new' });
    expect(await seminar.desk({ do: 'nod', item: item?.id ?? '', yes: true })).toBe('ok');
    const me = (await call<ClassTicket>('GET', `/${seminar.code}/me`, undefined, again.token ?? '')).body;
    expect(me).toMatchObject({ table: seminar.tables[0], seat: 'US' });
    const player = await sit({ ...me, token: again.token });
    expect(player.welcomes[0]?.you.seat).toBe('US');
    expect((await call('GET', `/${seminar.code}/me`, undefined, first.token ?? '')).status).toBe(401);
    old.line.close(); player.line.close();
  });

  it('moves a person to another table: the old one lets go, the new one receives', async () => {
    const seminar = await open({ tables: 2, roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
    const ticket = await seminar.join('Ada');
    const there = await sit(ticket);
    expect(await seminar.desk({ do: 'seat', person: ticket.person, table: seminar.tables[1] ?? '', seat: 'DK', office: null })).toBe('ok');
    await until(() => there.line.status !== 'live', 'the old table to let go');
    const me = (await call<ClassTicket>('GET', `/${seminar.code}/me`, undefined, ticket.token ?? '')).body;
    const here = await sit({ ...me, token: ticket.token });
    expect(here.welcomes[0]?.you.seat).toBe('DK');
    there.line.close(); here.line.close();
  });

  it('the desk reads what the door said it would, and help reaches it', async () => {
    for (const oversight of ['everything', 'public'] as const) {
      const seminar = await open({ oversight, roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
      const ticket = await seminar.join('Ada');
      const ada = await sit(ticket);
      await seminar.desk({ do: 'start', tables: [...seminar.tables] });
      await until(() => ada.line.view, 'the view');
      must(await ada.line.act({ type: 'message', to: ['CN'], text: 'between us' }));
      const path = `/${seminar.code}/tables/${seminar.tables[0]}`;
      const all = await call<{ messages: unknown[] }>('GET', path, undefined, seminar.token);
      const asSeat = await call<{ view: { me: unknown } | null }>('GET', `${path}?as=US`, undefined, seminar.token);
      expect([all.body.messages.length, asSeat.status]).toEqual(oversight === 'everything' ? [1, 200] : [0, 401]);
      expect((await call('POST', `/${seminar.code}/help`, { text: 'we are lost' }, ticket.token ?? '')).status).toBe(200);
      expect((await seminar.see()).inbox).toMatchObject([{ kind: 'help', text: 'we are lost', person: ticket.person }]);
      const doings = (await seminar.see()).people[0]?.doings;
      expect(doings).toMatchObject({ messages: 1, words: 2 });
      ada.line.close();
    }
  });

  it('takes surveys until the reveal, shows them by seat, and opens the report in its stage', async () => {
    const seminar = await open({ roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
    const ticket = await seminar.join('Ada');
    const survey = { outcome: 5, self: 6, process: 4, relationship: 3, trust: { CN: 7 }, kept: { CN: 2 }, text: 'mistrust' };
    const send = (body: object) => call('POST', `/${seminar.code}/survey`, body, ticket.token ?? '');
    const report = (token: string) => call<{ tables: { surveys: unknown[] }[] }>('GET', `/${seminar.code}/report`, undefined, token);
    expect(await seminar.desk({ do: 'stage', stage: 'survey', minutes: 5 })).toBe('ok');
    expect((await send({ ...survey, outcome: 9 })).body.code).toBe('bad-message');
    expect((await send(survey)).status).toBe(200);
    expect((await seminar.see()).people[0]?.surveyed).toBe(true);
    expect((await report(ticket.token ?? '')).status).toBe(401);
    expect((await report(seminar.token)).body.tables[0]?.surveys).toEqual([{ seat: 'US', survey }]);
    await seminar.desk({ do: 'stage', stage: 'report', minutes: null });
    expect((await send(survey)).body.code).toBe('survey-closed');
    expect((await report(ticket.token ?? '')).status).toBe(200);
  });

  it('a table\'s recording is the desk\'s until the reveal, and stays so where the door said private talk stays private', async () => {
    for (const reveal of ['everything', 'own'] as const) {
      const seminar = await open({ reveal, guided: false, roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
      const ada = (await seminar.join('Ada')).token ?? '';
      const recording = async (token?: string): Promise<number> => (await fetch(`${app.url}/api/recordings/${seminar.tables[0]}`, token ? { headers: { authorization: `Bearer ${token}` } } : {})).status;
      await seminar.desk({ do: 'start', tables: [...seminar.tables] });
      for (let i = 0; i < 200 && (await seminar.see()).tables[0]?.status === 'running'; i += 1) await seminar.desk({ do: 'endPhase', tables: [...seminar.tables] });
      expect([await recording(), await recording(seminar.token)]).toEqual([reveal === 'own' ? 401 : 403, 200]);
      // Who sat there may have what their own seat saw (Readings), and no more.
      const own = await fetch(`${app.url}/api/recordings/${seminar.tables[0]}`, { headers: { authorization: `Bearer ${ada}` } });
      expect(JSON.parse((await own.text()).split('\n')[0] ?? '')).toMatchObject({ format: 'concert-view', viewer: { kind: 'seat', seat: 'US' }, over: true });
      await seminar.desk({ do: 'stage', stage: 'reveal', minutes: null });
      expect(await recording()).toBe(reveal === 'own' ? 401 : 200);
    }
  });

  it('deletion takes the people with it', async () => {
    const seminar = await open({ roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
    const ticket = await seminar.join('Ada');
    expect((await call('DELETE', `/${seminar.code}`, undefined, 'guess')).status).toBe(401);
    expect((await call('DELETE', `/${seminar.code}`, undefined, seminar.token)).status).toBe(200);
    expect((await call('GET', `/${seminar.code}`)).status).toBe(404);
    expect((await call('GET', `/${seminar.code}/me`, undefined, ticket.token ?? '')).status).toBe(404);
    expect(app.store.find(seminar.tables[0] ?? '')).toBeNull();
  });
});
