/** A guided debrief over a real server: nothing that was secret leaves it before the desk has come to it, by any door. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClassDoor, ClassReport, ClassTicket } from '@concert/shared/protocol/seminar';
import { createApp, type App } from '../../src/app.ts';
import { enter, until } from '../players.ts';

let app: App;
beforeAll(async () => { app = await createApp({ botPace: 0, createsPerMinute: 1000 }); });
afterAll(() => app.close());

async function call<T>(method: string, path: string, body?: object, token?: string): Promise<{ readonly status: number; readonly body: T & { readonly code?: string } }> {
  const response = await fetch(`${app.url}/api/${path}`, { method, headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: await response.json().catch(() => ({})) as T & { code?: string } };
}

it('keeps instructions and scores back until the step that shows them, then lets them go to everybody at once', async () => {
  const { body: made } = await call<{ code: string; token: string }>('POST', 'classes', { scenario: 'six-party', plan: 'class50', guided: true });
  const at = `classes/${made.code}`;
  const [table = ''] = (await call<ClassDoor>('GET', at)).body.tables.map(({ code }) => code);
  const ticket = (await call<ClassTicket>('POST', `${at}/join`, { name: 'Ada' })).body;
  const ada = await enter(app.url, { code: table, roomId: table, token: ticket.token ?? '', seat: ticket.seat }, 'Ada');
  const desk = async (order: object): Promise<void> => { expect((await call<object>('POST', `${at}/desk`, order, made.token)).status).toBe(200); };
  const recording = async (token?: string): Promise<number> => (await call('GET', `recordings/${table}`, undefined, token)).status;
  await desk({ do: 'start', tables: [table] });
  await until(() => ada.line.view, 'a view');
  for (let i = 0; i < 200 && ada.line.view?.table.status !== 'ended'; i += 1) {
    const seq = ada.line.view?.table.phaseSeq;
    // A phase in which nobody has anything to do may end by itself before.
    await call('POST', `${at}/desk`, { do: 'endPhase', tables: [table] }, made.token);
    await until(() => ada.line.view?.table.phaseSeq !== seq || ada.line.view?.table.status === 'ended', 'the next phase');
  }
  const others = (): number => Object.keys(ada.line.view?.ending?.unveiled.mandates ?? {}).length;
  expect(ada.line.view?.ending).toMatchObject({ sealed: true, scores: [] });

  await desk({ do: 'stage', stage: 'survey', minutes: 4 });
  const survey = { outcome: 5, self: 6, process: 4, relationship: 3, trust: { CN: 7 }, kept: { CN: 2 }, text: '' };
  expect((await call('POST', `${at}/survey`, survey, ticket.token ?? '')).status).toBe(200);
  await desk({ do: 'stage', stage: 'reveal', minutes: null });
  expect((await call<ClassDoor>('GET', at)).body).toMatchObject({ stage: 'reveal', step: 'outcome', stepTable: null, guided: true });
  await desk({ do: 'step', step: 'texts', table });
  expect((await call<ClassDoor>('GET', at)).body).toMatchObject({ step: 'texts', stepTable: table });
  expect([ada.line.view?.ending?.sealed, others(), await recording(), await recording(made.token)]).toEqual([true, 0, 403, 200]);
  expect((await call('POST', 'matches', { fork: { recording: table, round: 1 }, name: 'Eve' })).body.code).toBe('not-revealed');
  expect((await call('GET', `${at}/report`, undefined, ticket.token ?? '')).status).toBe(401);
  // Who comes in again now sees no more than who stayed.
  const again = await enter(app.url, { code: table, roomId: table, token: ticket.token ?? '', seat: ticket.seat }, 'Ada');
  await until(() => again.line.view, 'a view');
  expect(again.line.view?.ending?.sealed).toBe(true);

  await desk({ do: 'step', step: 'interests', table: null });
  await until(() => ada.line.view?.ending?.sealed === false && again.line.view?.ending?.sealed === false, 'the unveiling');
  expect(others()).toBe(6);
  expect(ada.line.view?.ending?.scores).toHaveLength(6);
  expect(await recording()).toBe(200);
  const felt = async (): Promise<number> => (await call<ClassReport>('GET', `${at}/report`, undefined, ticket.token ?? '')).body.tables[0]?.surveys.length ?? -1;
  expect(await felt()).toBe(0);
  await desk({ do: 'step', step: 'promises', table: null });
  expect(await felt()).toBe(1);
  // A desk that goes back takes nothing out of heads, but shows it no longer.
  await desk({ do: 'step', step: 'outcome', table: null });
  await until(() => ada.line.view?.ending?.sealed === true, 'the veil again');
  expect([others(), await recording()]).toEqual([0, 403]);
  await desk({ do: 'stage', stage: 'report', minutes: null });
  await until(() => ada.line.view?.ending?.sealed === false, 'the report');
  expect((await call('GET', `${at}/desk`, undefined, ticket.token ?? '')).status).toBe(401);
  expect((await call('POST', `${at}/desk`, { do: 'step', step: 'outcome', table: null }, ticket.token ?? '')).status).toBe(401);
  ada.line.close();
  again.line.close();
});
