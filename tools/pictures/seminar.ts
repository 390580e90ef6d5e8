/** A class: set-up, door, desk and projector while it plays, then survey and report. */
import { connect, type Connection } from '../../client/src/net/connection.ts';
import { createClass, joinClass, orderDesk, sendSurvey } from '../../client/src/net/classes.ts';
import type { Answer } from '../../client/src/net/answer.ts';
import type { Studio } from './studio.ts';

function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`);
  return answer.value;
}
const SEATS = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'] as const;
/** Two seats of each table are people's; stand-ins play the others, so that the report has a whole match to tell of. */
const NAMES = ['Amara', 'Beatriz', 'Chen', 'Dilnoza', 'Emre', 'Farida', 'Goran', 'Hana'] as const;

export async function pictureSeminar({ page, url, visit, shoot }: Studio): Promise<void> {
  await visit('class-new', '/class/new?lang=en', 0, 'form');
  const people = NAMES.map((name, i) => ({ name, table: 1 + (i % 2), seat: SEATS[i % 4 < 2 ? 0 : 1] ?? 'US' }));
  const { code, token } = must(await createClass(url, { scenario: 'six-party', plan: 'class90', title: 'IR 301', tables: 2, oversight: 'public', roster: people }));
  await page.evaluate(([at, key]) => localStorage.setItem('concert.desks', JSON.stringify({ [at!]: key })), [code, token]);
  await visit('door', `/class/${code}?lang=zh`, 2, 'form');
  const lines: Connection[] = [];
  const tickets = await Promise.all(people.map(async ({ name }) => must(await joinClass(url, code, { name }))));
  for (const ticket of tickets) lines.push(connect(url, { code: ticket.table ?? '', roomId: ticket.table ?? '', token: ticket.token ?? '', seat: ticket.seat }));
  const tables = [...new Set(tickets.map(({ table }) => table ?? ''))];
  await visit('screen', `/class/${code}/screen?lang=en`, 1, '.seminar-code');
  must(await orderDesk(url, code, token, { do: 'start', tables }));
  const end = async (): Promise<void> => { await orderDesk(url, code, token, { do: 'endPhase', tables }); await page.waitForTimeout(250); };
  const round = (): number => lines[0]?.view?.table.round ?? 0;
  const asked = new Set<string>();
  /** In every bilateral and plenary the people write to each other and to the stand-ins. */
  const talk = async (): Promise<void> => {
    for (const [i, line] of lines.entries()) {
      const { phase, phaseSeq } = line.view?.table ?? {};
      if ((phase !== 'bilateral' && phase !== 'plenary') || asked.has(`${i} ${phaseSeq}`)) continue;
      asked.add(`${i} ${phaseSeq}`);
      const own = tickets[i]?.seat;
      const other = SEATS.filter((seat) => seat !== own)[(i + (phaseSeq ?? 0)) % 5];
      await line.act({ type: 'message', to: phase === 'plenary' && i % 3 === 0 ? [] : [other ?? 'US'], text: 'Would you sign a first step now, if the fuel came in the same round?' });
    }
  };
  // Heads who sign whatever waits for them, so that the ledger and the report have something to show.
  const play = async (): Promise<void> => {
    for (const line of lines) for (const { id, version } of Object.values(line.view?.proposals ?? {})) if (line.view?.legal?.answer[id]?.sign) await line.act({ type: 'sign', proposal: id, version });
    const china = lines[2];
    if (china?.view?.table.phase === 'plenary' && round() === 2) await china.act({ type: 'propose', scope: 'plenary', lines: [{ clause: 'DN01', givers: ['DK'], receivers: ['US', 'CN', 'RU', 'JP', 'RK'], mode: 'WRITTEN' }, { clause: 'EN01', givers: ['RK'], receivers: ['DK'], mode: 'WRITTEN' }] });
  };
  for (let i = 0; i < 40 && round() < 3; i += 1) { await talk(); await play(); await end(); await play(); }
  await visit('desk', `/class/${code}/desk?lang=en`, 0, '.seminar-card');
  await visit('desk', `/class/${code}/desk?lang=zh`, 1, '.seminar-card');
  await visit('screen', `/class/${code}/screen?lang=zh`, 1, '.seminar-code');
  for (let i = 0; i < 120 && lines.some(({ view }) => view && !view.ending); i += 1) { await talk(); await play(); await end(); }
  must(await orderDesk(url, code, token, { do: 'stage', stage: 'survey', minutes: null }));
  for (const [i, { token: own, seat }] of tickets.entries()) {
    const rate = (at: number): Record<string, number> => Object.fromEntries(SEATS.filter((other) => other !== seat).map((other, n) => [other, (i * 3 + n * 2 + at) % 11]));
    await sendSurvey(url, code, own ?? '', { outcome: 3 + (i % 4), self: 2 + (i % 5), process: 4 + (i % 3), relationship: 3 + (i % 5), trust: rate(1), kept: rate(4), text: '' });
  }
  must(await orderDesk(url, code, token, { do: 'stage', stage: 'report', minutes: null }));
  const report = `/class/${code}/report?lang=en`;
  await visit('report', report, 0, '.seminar-table-report');
  // The measures come from a worker, one table after the other.
  for (const step of ['outcome', 'texts', 'interests', 'frontier', 'promises', 'talk', 'turns']) {
    await page.locator('[role=status]', { hasText: 'Complete.' }).first().waitFor({ timeout: 60_000 }).catch(() => null);
    await page.locator(`#table-1-${step}`).scrollIntoViewIfNeeded().catch(() => null);
    await page.locator(`#table-1-${step}`).evaluate((element) => element.scrollIntoView({ block: 'start' })).catch(() => null);
    await page.waitForTimeout(700);
    await shoot(`report-${step}-en-1440`);
  }
  await visit('report', `/class/${code}/report?lang=zh`, 2, '.seminar-table-report');
  await visit('pack', `/class/${code}/pack?lang=en`, 0, 'main');
  for (const line of lines) line.close();
}
