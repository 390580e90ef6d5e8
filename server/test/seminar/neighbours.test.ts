/** A PIN between two people at one device: what the browser keeps opens nothing, wrong ones are told and counted, the desk helps who forgot. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassTicket } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../src/app.ts';
import { until } from '../players.ts';
import { openSeminar, sit, type Seminar } from './seminar.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());
type Unlocked = ClassTicket & { readonly locked: boolean };

async function locked(pin = '2468'): Promise<{ seminar: Seminar; ada: ClassTicket; handle: string; unlock: (pin?: string, handle?: string) => Promise<Unlocked & { code?: string; params?: object }> }> {
  const seminar = await openSeminar(app, { roster: [{ name: 'Ada', table: 1, seat: 'US' }, { name: 'Bea', table: 1, seat: 'CN' }] });
  const ada = await seminar.join('Ada');
  const { handle } = (await seminar.call<{ handle: string }>('POST', '/lock', { pin }, ada.token ?? '')).body;
  return { seminar, ada, handle, unlock: async (typed, by = handle) => (await seminar.call<Unlocked>('POST', '/unlock', { handle: by, ...(typed === undefined ? {} : { pin: typed }) })).body };
}

describe('CLASS a PIN between neighbours', () => {
  it('the handle alone opens nothing; with the PIN the place comes back with a new key, and the old key is worth nothing', async () => {
    const { seminar, ada, handle, unlock } = await locked();
    for (const path of ['/me', '/mine']) expect((await seminar.call('GET', path, undefined, handle)).status).toBe(401);
    expect((await seminar.call('POST', '/join', { name: 'Nobody', token: handle })).body).not.toMatchObject({ person: ada.person });
    expect(await unlock('1357')).toMatchObject({ code: 'wrong-pin' });
    expect(await unlock()).toMatchObject({ code: 'wrong-pin' });
    const again = await unlock('2468');
    expect(again).toMatchObject({ person: ada.person, seat: 'US', locked: true });
    expect((await seminar.call('GET', '/me', undefined, ada.token ?? '')).status).toBe(401);
    const line = await sit(app, again);
    await until(() => line.line.lobby?.people.size, 'the table');
    line.line.close();
    // The same handle and PIN serve the next time.
    expect(await unlock('2468')).toMatchObject({ locked: true });
  });
  it('who waits behind a PIN counts as here by the handle', async () => {
    const { seminar, handle } = await locked();
    expect((await seminar.call<{ here: number }>('POST', '/here', { tokens: [handle, 'made up'] })).body.here).toBe(1);
    expect((await seminar.see()).people.find(({ name }) => name === 'Ada')?.online).toBe(true);
  });
  it('five wrong ones in a minute, and then even the right one waits', async () => {
    const { unlock } = await locked();
    for (let i = 0; i < 5; i += 1) expect(await unlock(`000${i}`)).toMatchObject({ code: 'wrong-pin' });
    expect(await unlock('2468')).toMatchObject({ code: 'too-fast' });
  });
  it('forgotten: one line in the inbox however often it is asked, and after the nod the place is taken without a PIN, once', async () => {
    const { seminar, ada, handle, unlock } = await locked();
    for (let i = 0; i < 3; i += 1) expect((await seminar.call<{ ok: boolean }>('POST', '/unlock/ask', { handle })).body.ok).toBe(true);
    const asked = (await seminar.see()).inbox;
    expect(asked.map(({ kind, person, state }) => [kind, person, state])).toEqual([['pin', ada.person, 'new']]);
    expect(await unlock()).toMatchObject({ code: 'wrong-pin' });
    expect(await seminar.desk({ do: 'nod', item: asked[0]!.id, yes: true })).toBe('ok');
    expect(await unlock()).toMatchObject({ person: ada.person, locked: false });
    expect(await unlock()).toMatchObject({ code: 'not-locked' });
    // What the desk did stays in its inbox.
    expect((await seminar.see()).inbox[0]).toMatchObject({ kind: 'pin', state: 'done' });
  });
  it('a nod that is refused changes nothing; nobody sets or reads the lock of another; only hashes are kept', async () => {
    const { seminar, ada, handle, unlock } = await locked();
    await seminar.call('POST', '/unlock/ask', { handle });
    await seminar.desk({ do: 'nod', item: (await seminar.see()).inbox[0]!.id, yes: false });
    expect(await unlock()).toMatchObject({ code: 'wrong-pin' });
    expect((await seminar.call('POST', '/lock', { pin: '9999' }, handle)).status).toBe(401);
    expect((await seminar.call('POST', '/lock', { pin: '12a4' }, ada.token ?? '')).body.code).toBe('bad-message');
    expect((await seminar.call('POST', '/unlock/ask', { handle: 'made up anyhow' })).body.code).toBe('not-locked');
    expect(JSON.stringify(await seminar.see())).not.toMatch(/pinHash|handleHash|2468/);
    // Taken off by the holder: the handle is dead.
    expect((await seminar.call<{ handle: null }>('POST', '/lock', { pin: null }, ada.token ?? '')).body.handle).toBeNull();
    expect(await unlock('2468')).toMatchObject({ code: 'not-locked' });
  });
  it('a place that the desk gave to another device is not opened from the old one', async () => {
    const { seminar, unlock } = await locked();
    await seminar.join('Ada');
    const [item] = (await seminar.see()).inbox;
    await seminar.desk({ do: 'nod', item: item!.id, yes: true });
    expect(await unlock('2468')).toMatchObject({ code: 'not-locked' });
  });
});
