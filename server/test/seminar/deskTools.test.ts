/** The desk on another machine, capitals, huddles, shared devices, observers: over a real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassReport, ObserverNote } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../src/app.ts';
import { code, must, until } from '../players.ts';
import { openSeminar, reach, sit } from './seminar.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());

describe('CLASS the desk on another machine', () => {
  it('a pass opens the desk once; each machine has a key; a lost one is taken away, the last one stays', async () => {
    const seminar = await openSeminar(app);
    const { pass } = (await seminar.call<{ pass: string; until: number }>('POST', '/desk/pass', {}, seminar.token)).body;
    expect(pass).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect((await seminar.call('POST', '/desk/pass', {}, 'guess')).status).toBe(401);
    expect((await seminar.call('POST', '/desk/open', { pass: 'AAAA-AAAA' })).body.code).toBe('bad-pass');
    const opened = (await seminar.call<{ token: string }>('POST', '/desk/open', { pass: ` ${pass.toLowerCase().replace('-', ' ')}`, label: 'tablet' })).body;
    expect((await seminar.call('POST', '/desk/open', { pass })).body.code).toBe('bad-pass');
    expect((await seminar.see(opened.token)).keys.map(({ label, own }) => [label, own])).toEqual([['', false], ['tablet', true]]);
    expect(JSON.stringify(await seminar.see())).not.toContain('hash');
    // The first laptop is lost: the tablet takes its key away.
    expect(await seminar.desk({ do: 'revoke', key: 'first' }, opened.token)).toBe('ok');
    expect((await seminar.call('GET', '/desk', undefined, seminar.token)).status).toBe(401);
    expect(await seminar.desk({ do: 'revoke', key: (await seminar.see(opened.token)).keys[0]!.id }, opened.token)).toBe('last-key');
    expect((await seminar.see(opened.token)).keys).toHaveLength(1);
  });
  it('a printed spare is good until it is used, and only the newest; taking a key away takes open passes with it', async () => {
    const seminar = await openSeminar(app);
    const spare = async (): Promise<string> => (await seminar.call<{ pass: string }>('POST', '/desk/pass', { lasting: true }, seminar.token)).body.pass;
    const [old, current] = [await spare(), await spare()];
    expect((await seminar.call('POST', '/desk/open', { pass: old })).body.code).toBe('bad-pass');
    const quick = (await seminar.call<{ pass: string }>('POST', '/desk/pass', {}, seminar.token)).body.pass;
    const second = (await seminar.call<{ token: string }>('POST', '/desk/open', { pass: current })).body.token;
    expect(await seminar.desk({ do: 'revoke', key: 'first' }, second)).toBe('ok');
    expect((await seminar.call('POST', '/desk/open', { pass: quick })).body.code).toBe('bad-pass');
  });
});

describe('CLASS capitals and huddles', () => {
  it('FD-9: what a delegation signs waits; the desk sees it with its worth and ratifies; everybody sees it in the ledger', async () => {
    const seminar = await openSeminar(app, { capital: 'desk', roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Bea', table: 1, seat: 'DK' }] });
    const [ada, bea] = [await sit(app, await seminar.join('Ada')), await sit(app, await seminar.join('Bea'))] as const;
    expect((await seminar.call('GET', '')).body).toMatchObject({ capital: 'desk' });
    await seminar.desk({ do: 'start', tables: [...seminar.tables] });
    await reach(seminar, ada, 'bilateral');
    must(await ada.line.act({ type: 'invite', to: 'DK' }));
    must(await until(() => bea.line.view?.me?.invitations.some((each) => each.from === 'US'), 'the invitation').then(() => bea.line.act({ type: 'acceptInvite', from: 'US' })));
    must(await ada.line.act({ type: 'propose', scope: 'bilateral', lines: [{ clause: 'SA02', givers: ['US'], receivers: ['DK'], mode: 'WRITTEN' }] }));
    const text = await until(() => Object.values(bea.line.view?.proposals ?? {})[0], 'the text');
    must(await bea.line.act({ type: 'sign', proposal: text.id, version: text.version }));
    const waiting = await until(() => Object.values(ada.line.view?.commitments ?? {}).find((c) => c.state === 'ratifying'), 'the promise that waits');
    expect(waiting).toMatchObject({ giver: 'US', clause: 'SA02', capital: true });
    const [asked] = (await seminar.see()).tables[0]!.ratifications;
    expect(asked).toMatchObject({ seat: 'US', clauses: ['SA02'], by: 2 });
    expect(asked?.costs).toBeGreaterThanOrEqual(0);
    expect(await seminar.desk({ do: 'ratify', table: seminar.tables[0]!, seat: 'US', proposal: asked!.proposal, verdict: 'ratify', reason: 'Washington agrees.' })).toBe('ok');
    await until(() => ada.line.view?.commitments[waiting.id]?.state === 'agreed', 'the promise agreed');
    await until(() => JSON.stringify(ada.line.view?.news).includes('Washington agrees.'), 'the word from the capital');
    expect(JSON.stringify(bea.line.view?.news)).not.toContain('Washington agrees.');
    expect(await seminar.desk({ do: 'ratify', table: seminar.tables[0]!, seat: 'US', proposal: asked!.proposal, verdict: 'reject', reason: '' })).toBe('nothing-to-ratify');
    expect((await seminar.see()).tables[0]!.ratifications).toEqual([]);
    ada.line.close(); bea.line.close();
  });
  it('FD-10: in a huddle the delegation talks inside; stand-ins wait and act again afterwards', async () => {
    const seminar = await openSeminar(app, { roster: [{ name: 'Ada', table: 1, seat: 'US' }] });
    const ada = await sit(app, await seminar.join('Ada'));
    const tables = [...seminar.tables];
    await seminar.desk({ do: 'start', tables });
    await reach(seminar, ada, 'brief');
    expect(await seminar.desk({ do: 'pause', tables, reason: 'five minutes inside', minutes: 5, huddle: true })).toBe('ok');
    const paused = await until(() => ada.line.view?.desk?.paused, 'the huddle');
    expect(paused).toMatchObject({ huddle: true });
    expect(paused.until! - Date.now()).toBeGreaterThan(290_000);
    expect(code(await ada.line.act({ type: 'message', to: ['CN'], text: 'hello?' }))).toBe('huddle');
    must(await ada.line.act({ type: 'message', to: [], text: 'what have we promised?' }));
    const acts = (await seminar.see()).tables[0]!.seats.filter(({ ready }) => ready).length;
    await new Promise((go) => setTimeout(go, 300));
    expect((await seminar.see()).tables[0]!.seats.filter(({ ready }) => ready)).toHaveLength(acts);
    await seminar.desk({ do: 'resume', tables });
    await until(() => ada.line.view?.desk?.paused === null, 'the end of the huddle');
    await reach(seminar, ada, 'declaration');
    // Stand-ins take up their work after a pause, not only saying "done".
    await until(() => ada.line.view?.table.awaited.join() === 'US', 'every stand-in to have declared');
    ada.line.close();
  });
});

describe('CLASS two at one laptop', () => {
  it('who shares a device counts as here, at the desk and at the table, while the page says so with their own secret', async () => {
    const seminar = await openSeminar(app, { roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Bea', table: 1, seat: 'CN' }] });
    const [ada, bea] = [await seminar.join('Ada'), await seminar.join('Bea')] as const;
    const line = await sit(app, ada);
    const here = async (): Promise<string[]> => (await seminar.see()).people.filter(({ online }) => online).map(({ name }) => name);
    await until(() => (line.line.lobby?.people.size ?? 0) > 0, 'the lobby');
    expect(await here()).toEqual(['Ada']);
    expect((await seminar.call<{ here: number }>('POST', '/here', { tokens: ['made up', bea.token ?? ''] })).body.here).toBe(1);
    expect((await here()).sort()).toEqual(['Ada', 'Bea']);
    const other = await openSeminar(app);
    expect((await other.call<{ here: number }>('POST', '/here', { tokens: [bea.token ?? ''] })).body.here).toBe(0);
    line.line.close();
  });
});

describe('CLASS observers', () => {
  it('watch what the door said, sit in no seat, and write notes with their moment; the desk reads them', async () => {
    const seminar = await openSeminar(app, { roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Oscar' }] });
    const ada = await sit(app, await seminar.join('Ada'));
    const oscar = await seminar.join('Oscar');
    expect((await seminar.call('POST', '/notes', { text: 'too early' }, oscar.token ?? '')).body.code).toBe('not-observer');
    expect(await seminar.desk({ do: 'observe', person: oscar.person, table: seminar.tables[0]! })).toBe('ok');
    expect((await seminar.call('GET', '/me', undefined, oscar.token ?? '')).body).toMatchObject({ observes: true, seat: null, table: seminar.tables[0] });
    await seminar.desk({ do: 'start', tables: [...seminar.tables] });
    await reach(seminar, ada, 'declaration');
    must(await ada.line.act({ type: 'message', to: ['CN'], text: 'between us' }));
    must(await ada.line.act({ type: 'declare', level: 3 }));
    const watched = (await seminar.call<{ view: object; messages: unknown[]; observers: string }>('GET', '/watch', undefined, oscar.token ?? '')).body;
    expect(watched).toMatchObject({ observers: 'public', messages: [], table: 1 });
    expect(JSON.stringify(watched.view)).not.toContain('between us');
    expect((await seminar.see()).people.find(({ name }) => name === 'Oscar')).toMatchObject({ observes: true, online: true, seat: null });
    const note = (await seminar.call<ObserverNote>('POST', '/notes', { text: 'They avoid each other.', tag: 'trust' }, oscar.token ?? '')).body;
    expect(note).toMatchObject({ round: 1, phase: 'declaration', tag: 'trust', table: seminar.tables[0] });
    expect(note.seq).toBeGreaterThan(0);
    expect((await seminar.see()).notes).toEqual([note]);
    // The report gives them to the desk, and to nobody else.
    await seminar.desk({ do: 'stage', stage: 'report', minutes: null });
    const written = async (token: string | null): Promise<readonly string[]> => (await seminar.call<ClassReport>('GET', '/report', undefined, token ?? '')).body.tables.flatMap(({ notes }) => notes.map(({ text, by }) => `${by}: ${text}`));
    expect(await written(seminar.token)).toEqual(['Oscar: They avoid each other.']);
    expect(await written(oscar.token)).toEqual([]);
    // Those who play do not read them, and no observer is drawn into a seat.
    expect((await seminar.call('GET', '/watch', undefined, (await seminar.join('Cleo')).token ?? '')).body.code).toBe('not-observer');
    await seminar.desk({ do: 'draw' });
    expect((await seminar.see()).people.find(({ name }) => name === 'Oscar')?.seat).toBeNull();
    // A seat ends the watching.
    await seminar.desk({ do: 'seat', person: oscar.person, table: seminar.tables[0]!, seat: 'RU', office: null });
    expect((await seminar.see()).people.find(({ name }) => name === 'Oscar')).toMatchObject({ observes: false, seat: 'RU' });
    ada.line.close();
  });
  it('read messages too where the class was set up so', async () => {
    const seminar = await openSeminar(app, { observers: 'everything', roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Oscar' }] });
    const ada = await sit(app, await seminar.join('Ada'));
    const oscar = await seminar.join('Oscar');
    await seminar.desk({ do: 'observe', person: oscar.person, table: seminar.tables[0]! });
    await seminar.desk({ do: 'start', tables: [...seminar.tables] });
    await until(() => ada.line.view, 'a view');
    must(await ada.line.act({ type: 'message', to: ['CN'], text: 'between us' }));
    expect((await seminar.call<{ messages: { text: string }[] }>('GET', '/watch', undefined, oscar.token ?? '')).body.messages.map(({ text }) => text)).toContain('between us');
    ada.line.close();
  });
});
