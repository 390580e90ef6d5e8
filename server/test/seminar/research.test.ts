/** Research: consents nobody learns of before they are released, an export of those who agreed alone, one person forgotten. */
import { inflateRawSync } from 'node:zlib';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnData } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../src/app.ts';
import { scrubber } from '../../src/seminar/consented.ts';
import { RESEARCH_COLUMNS } from '../../src/seminar/research.ts';
import { must, until } from '../players.ts';
import { openSeminar, playOut, sit, type Seminar } from './seminar.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());

/** Reads a zip by its own headers, as a stranger would. */
function unzipped(zip: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const from = at + 30 + name;
    files[zip.toString('utf8', at + 30, from)] = inflateRawSync(zip.subarray(from, from + packed)).toString('utf8');
    at = from + packed;
  }
  return files;
}
const rows = (text: string | undefined): Record<string, string>[] => Papa.parse<Record<string, string>>(text ?? '', { header: true, skipEmptyLines: true }).data;
async function exported(seminar: Seminar): Promise<Record<string, string>> {
  const response = await seminar.get('/research', seminar.token);
  expect(response.status).toBe(200);
  return unzipped(Buffer.from(await response.arrayBuffer()));
}

describe('CLASS research', () => {
  it('no consent, and not even a number, reaches the desk before the class is closed and the consents released', async () => {
    const seminar = await openSeminar(app);
    const one = await seminar.join('Ada Lovelace');
    const before = JSON.stringify(await seminar.see());
    for (const consent of [true, false, true]) {
      expect((await seminar.call('POST', '/consent', { consent }, one.token ?? '')).body).toEqual({ ok: true });
      const { now: _then, ...seen } = await seminar.see();
      expect(JSON.stringify(seen)).toBe(JSON.stringify((({ now: _now, ...rest }) => rest)(JSON.parse(before) as typeof seen & { now: number })));
    }
    expect((await seminar.see()).consents).toBeNull();
    expect((await seminar.call('GET', '/research', undefined, seminar.token)).body.code).toBe('not-released');
    expect(await seminar.desk({ do: 'release' })).toBe('research-early');
    await seminar.desk({ do: 'stage', stage: 'closed', minutes: null });
    expect((await seminar.call('GET', '/research', undefined, seminar.token)).body.code).toBe('not-released');
    expect(await seminar.desk({ do: 'release' })).toBe('ok');
    expect((await seminar.see()).consents).toEqual({ yes: 1, all: 1 });
    expect(await seminar.desk({ do: 'stage', stage: 'play', minutes: null })).toBe('already-released');
    // The choice stays one's own, also afterwards.
    await seminar.call('POST', '/consent', { consent: false }, one.token ?? '');
    expect((await seminar.see()).consents).toEqual({ yes: 0, all: 1 });
    expect((await seminar.call('GET', '/research', undefined, one.token ?? '')).status).toBe(401);
    expect((await seminar.call<OwnData>('GET', '/mine', undefined, one.token ?? '')).body).toMatchObject({ name: 'Ada Lovelace', consent: false, released: true, table: 1, seat: one.seat });
  });

  it('only those who agreed are in the export: without names, by seat and by message, and gone when they withdraw', { timeout: 60_000 }, async () => {
    const seminar = await openSeminar(app, { plan: 'class50', roster: [{ name: 'Ada Lovelace', table: 1, seat: 'CN' }, { name: '王芳', table: 1, seat: 'US', office: 'head' }, { name: 'Bert Brecht', table: 1, seat: 'US', office: 'envoy' }] });
    const [ada, wang, bert] = [await seminar.join('Ada Lovelace'), await seminar.join('王芳'), await seminar.join('Bert Brecht')];
    await seminar.desk({ do: 'start', tables: [...seminar.tables] });
    const players = [await sit(app, ada), await sit(app, wang), await sit(app, bert)];
    await until(() => players.every((player) => player.line.view), 'views');
    must(await players[0]!.line.act({ type: 'message', to: ['US'], text: 'Dear Ms Brecht, Lovelace of China here: 王芳 knows.' }));
    must(await players[1]!.line.act({ type: 'message', to: ['CN'], text: 'said by Wang' }));
    must(await players[2]!.line.act({ type: 'message', to: ['CN'], text: 'said by Bert' }));
    await seminar.call('POST', '/survey', { outcome: 6, self: 5, process: 4, relationship: 3, trust: { CN: 9 }, kept: {}, text: 'Ada Lovelace decided it.' }, wang.token ?? '');
    await playOut(seminar);
    for (const player of players) player.line.close();
    for (const [ticket, consent] of [[ada, true], [wang, true], [bert, false]] as const) await seminar.call('POST', '/consent', { consent }, ticket.token ?? '');
    await seminar.desk({ do: 'stage', stage: 'closed', minutes: null });
    await seminar.desk({ do: 'release' });

    const files = await exported(seminar);
    const whole = Object.values(files).join('\n');
    for (const trace of ['Lovelace', '王芳', 'Brecht', 'said by Bert', seminar.code, ...seminar.tables, ada.person, wang.person, bert.person]) expect(whole, trace).not.toContain(trace);
    expect(rows(files['messages.csv']).map(({ from, text }) => [from, text])).toEqual([['CN', 'Dear Ms [name], [name] of China here: [name] knows.'], ['US', 'said by Wang']]);
    expect(rows(files['people.csv']).map(({ seat, survey_outcome, survey_text }) => [seat, survey_outcome, survey_text]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([['CN', '', ''], ['US', '6', '[name] decided it.']]);
    expect(rows(files['ratings.csv'])).toHaveLength(1);
    // Bert did not agree: the seat of his delegation is closed, its acts, figures and pairs are left out.
    const [match] = rows(files['matches.csv']);
    expect(match).toMatchObject({ match: 'm1', scenario: 'six-party', level: 'standard', people: '2', open_seats: 'CN RU JP DK RK' });
    expect(Number(match?.['rounds_played'])).toBeGreaterThan(0);
    expect(rows(files['events.csv']).some(({ source }) => source === 'US')).toBe(false);
    expect(rows(files['seats.csv']).map(({ seat }) => seat)).not.toContain('US');
    expect(rows(files['dyads.csv']).some(({ a, b }) => a === 'US' || b === 'US')).toBe(false);
    expect(rows(files['seats.csv']).some(({ seat }) => seat === 'CN')).toBe(true);
    expect(Math.min(...rows(files['events.csv']).map(({ at }) => Number(at)))).toBeLessThan(600_000);
    // The codebook explains every column there is.
    const book = new Map(rows(files['codebook.csv']).map(({ table, column, meaning }) => [`${table} ${column}`, meaning]));
    for (const [name, text] of Object.entries(files)) if (name.endsWith('.csv') && name !== 'codebook.csv') for (const column of text.split('\n')[0]!.split(',')) expect(book.get(`${name.slice(0, -4)} ${column}`), `${name} ${column}`).toBeTruthy();
    for (const name of Object.keys(RESEARCH_COLUMNS)) expect(Object.keys(files)).toContain(`${name}.csv`);

    const people = rows(files['people.csv']).map(({ person }) => person);
    await seminar.call('POST', '/consent', { consent: false }, ada.token ?? '');
    const later = await exported(seminar);
    expect(rows(later['people.csv']).map(({ person }) => person)).toEqual(people.filter((_, i) => rows(files['people.csv'])[i]?.['seat'] === 'US'));
    expect(rows(later['messages.csv']).map(({ from }) => from)).toEqual(['US']);
  });

  it('one person is forgotten: name, survey, words to the desk; the place is free, the key opens nothing', async () => {
    const seminar = await openSeminar(app);
    const [one, two] = [await seminar.join('Grace'), await seminar.join('Edsger')];
    await seminar.call('POST', '/help', { text: 'what now?' }, one.token ?? '');
    expect(await seminar.desk({ do: 'forget', person: one.person })).toBe('ok');
    const seen = await seminar.see();
    expect(JSON.stringify(seen)).not.toContain('Grace');
    expect(seen.inbox).toEqual([]);
    expect(seen.people.map(({ id }) => id)).toEqual([two.person]);
    expect((await seminar.call('GET', '/me', undefined, one.token ?? '')).status).toBe(401);
    expect(await seminar.desk({ do: 'forget', person: one.person })).toBe('unknown-person');
    expect(seen.keepUntil).toBeGreaterThan(Date.now() + 170 * 86_400_000);
  });

  it('names are taken out of texts as words, in every script, and nothing else is', () => {
    const clean = scrubber([{ name: 'Ann Lee', alias: 'Cedar 1' }, { name: '王芳', alias: 'Maple 1' }]);
    expect(clean('Ann Lee, ann, LEE and 王芳说 to Cedar 1')).toBe('[name], [name], [name] and [name]说 to [name]');
    expect(clean('Annual fleet, planned')).toBe('Annual fleet, planned');
  });
});
