/** The report: clause histories and marks by hand, every part rendered from a played match in both languages, and the file that opens without a network. */
import { cleanup, render } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { publicScenario, type CommitmentSlice, type ProposalSlice } from '@concert/shared';
import { REVEAL_STEPS, type Survey } from '@concert/shared/protocol/seminar';
import { createReel, isOpened, openRecording, type Codebook } from '@concert/shared/recording/index';
import { loadLater } from '../../src/i18n/index.ts';
import { gathered } from '../../src/seminar/report/charts/gather.ts';
import { ClassPar, ClassScatter, ClassWorth } from '../../src/seminar/report/ClassOutcomes.tsx';
import { clauseStories } from '../../src/seminar/report/clauseStory.ts';
import { figuresIn } from '../../src/seminar/report/figures.ts';
import { measuresOf, pictureOf, type Measures } from '../../src/seminar/report/measures.ts';
import { offlinePage, plainBody } from '../../src/seminar/report/offline.ts';
import { TableStep } from '../../src/seminar/report/sections.tsx';
import { sealedView, type ReportTable } from '../../src/seminar/report/useTables.ts';
import { gameStore } from '../../src/store/gameStore.ts';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

const asset = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../../assets', name), 'utf8');
const survey = (seat: string, n: number): { readonly seat: string; readonly survey: Survey } => ({ seat, survey: { outcome: n, self: n, process: n, relationship: n, trust: { CN: n }, kept: { CN: n }, text: `words of ${seat}` } });
let table: ReportTable & { readonly reel: NonNullable<ReportTable['reel']>; readonly view: NonNullable<ReportTable['view']> };
let measures: Measures;
beforeAll(() => {
  const opened = openRecording(asset('recordings/concert.concert.jsonl'));
  if (!isOpened(opened)) throw new Error('the sample does not open');
  const reel = createReel(opened);
  const { scenario, entries } = opened;
  table = { n: 1, code: 'TABLEA', people: [], surveys: [survey('US', 3), survey('DK', 6)], notes: [{ id: 'n1', by: 'Cedar', round: 2, phase: 'plenary', seq: 60, tag: 'trust', text: 'They stopped looking at each other.' }], reel, view: reel.viewAt(reel.length - 1, { kind: 'all' }) };
  measures = measuresOf({ match: { scenario, entries }, answers: table.surveys, book: JSON.parse(asset('codebooks/cameo.json')) as Codebook });
  gameStore.setState({ scenario: publicScenario(scenario) });
}, 60_000);
afterEach(cleanup);

const SEATS = ['US', 'CN', 'RU', 'JP', 'DK', 'RK'];
/** A key without a text shows as itself, a placeholder without a value keeps its braces. */
const LEFT = /\{\{|(?:^|[\s:>])(?:report|step|guide|debrief|scenario|ui|replay|survey|evidence|concept|question|school|turn)[.:][a-zA-Z]+(?:\.[\w-]+)*(?=$|[\s<])/;

describe('REPORT pure parts', () => {
  const proposal = (id: string, author: string, round: number, set: Partial<ProposalSlice>): ProposalSlice => ({
    id, chain: id, version: 1, parent: null, author, scope: 'plenary', chairDraft: false, round, phaseSeq: round, lines: [], parties: SEATS, signed: [author], refusals: [], objection: null, status: 'expired', waiting: [], ...set,
  }) as unknown as ProposalSlice;
  const line = (clause: string, giver: string) => ({ clause, givers: [giver], receivers: ['US'] }) as unknown as ProposalSlice['lines'][number];

  it('a clause keeps its first author through every text, gathers who stood in its way, and ends in the text that carried it', () => {
    const stories = clauseStories([
      proposal('p1', 'CN', 1, { lines: [line('X', 'DK'), line('Y', 'US')], refusals: [{ seat: 'JP', reasons: ['cost'] }] as unknown as ProposalSlice['refusals'], status: 'refused' }),
      proposal('p2', 'US', 2, { lines: [line('X', 'DK')], objection: 'RU', status: 'objected' }),
      proposal('p3', 'RK', 3, { lines: [line('X', 'DK'), line('X', 'RK')], status: 'adopted', signed: SEATS }),
    ], [{ proposal: 'p3', clause: 'X', giver: 'DK', state: 'breached' }] as unknown as CommitmentSlice[]);
    expect(stories.map(({ clause, givers, author, texts: n, adopted, blocked }) => [clause, givers[0], author, n, adopted?.author ?? null, blocked.map(({ seat, how }) => `${how} ${seat}`)])).toEqual([
      ['X', 'DK', 'CN', 3, 'RK', ['refused JP', 'objected RU']], ['X', 'RK', 'RK', 1, 'RK', []], ['Y', 'US', 'CN', 1, null, ['refused JP']],
    ]);
    expect(stories[0]?.promises).toEqual([{ giver: 'DK', state: 'breached' }]);
  });

  it('marks that would cover each other are gathered, others stay apart', () => {
    expect(gathered([{ mark: 'S', x: 0, y: 0 }, { mark: 'N', x: 3, y: 4 }, { mark: 'K', x: 30, y: 0 }], 10).map(({ marks }) => marks.join(''))).toEqual(['SN', 'K']);
  });

  it('a picture of two seats is there for every pair, and turned for the other way round', () => {
    const { frontier } = measures;
    expect(frontier.pictures).toHaveLength(15);
    const [there, back] = [pictureOf(frontier, 'US', 'DK'), pictureOf(frontier, 'DK', 'US')];
    expect(there?.dots.length).toBeGreaterThan(10);
    expect(back?.dots.map(({ x, y }) => [y, x])).toEqual(there?.dots.map(({ x, y }) => [x, y]));
    expect(there?.marks.find(({ mark }) => mark === 'signed')).toMatchObject({ x: frontier.signed.tenths['US'], y: frontier.signed.tenths['DK'] });
    expect(pictureOf(frontier, 'US', 'US')).toBeUndefined();
  });

  it('figures: tenths become points, nothing becomes a dash, minus is a minus', () => {
    const { points, percent, gain } = figuresIn('en');
    expect([points(125), points(-5), points(null), percent(0.256), percent(undefined), gain(30), gain(0)]).toEqual(['12.5', '−0.5', '–', '26%', '–', '+3.0', '0.0']);
  });
});

describe('REPORT parts', () => {
  for (const language of LANGUAGES_TESTED) it(`every step of a played match is whole in ${language}`, async () => {
    const i18n = await texts(language);
    await loadLater(i18n, 'codex');
    await loadLater(i18n, 'debrief');
    for (const step of REVEAL_STEPS) {
      const { container, unmount } = render(<I18nextProvider i18n={i18n}><TableStep step={step} view={table.view} seats={SEATS} table={table} measures={measures} named /></I18nextProvider>);
      expect(container.querySelectorAll('.report-part').length, step).toBeGreaterThan(0);
      const words = [...container.querySelectorAll('p, li, td, th, h3, h4, h5, title, desc, figcaption, span')].map((each) => each.textContent ?? '');
      expect(words.filter((text) => LEFT.test(text)).map((text) => text.slice(0, 80)), step).toEqual([]);
      for (const svg of container.querySelectorAll('svg[role="img"]')) expect(svg.querySelector('title, desc') ?? svg.getAttribute('aria-label'), step).toBeTruthy();
      unmount();
    }
  }, 60_000);

  it('what observers saw stands in the report with its moment, their names only where names are asked for', async () => {
    const shown = async (named: boolean) => {
      const { container } = render(<I18nextProvider i18n={await texts('en')}><TableStep step="talk" view={table.view} seats={SEATS} table={table} measures={measures} named={named} /></I18nextProvider>);
      const text = container.textContent ?? '';
      const links = [...container.querySelectorAll('.report-moment')].map((link) => link.getAttribute('href') ?? '');
      cleanup();
      return { text, links };
    };
    const without = await shown(false);
    expect(without.text).toContain('They stopped looking at each other.');
    expect(without.text).not.toContain('Cedar');
    expect(without.links.some((href) => /#2\.\d+$/.test(href))).toBe(true);
    expect((await shown(true)).text).toContain('Cedar');
  });

  it('before the unveiling a step shows no secret: neither instruction nor score nor hidden text', async () => {
    const i18n = await texts('en');
    const view = sealedView(table.reel);
    expect(view.ending).toMatchObject({ sealed: true, scores: [] });
    const bilateral = Object.values(view.proposals).filter(({ scope }) => scope === 'bilateral');
    expect(bilateral).toEqual([]);
    for (const step of ['outcome', 'texts'] as const) {
      const { container } = render(<I18nextProvider i18n={i18n}><TableStep step={step} view={view} seats={SEATS} table={null} measures={undefined} /></I18nextProvider>);
      for (const mandate of Object.values(table.view.ending?.unveiled.mandates ?? {})) if (mandate) expect(container.textContent).not.toContain(i18n.t(`scenario:mandate.${mandate}`));
      cleanup();
    }
  });

  it('tables beside each other: one that is still being worked out says so', async () => {
    const i18n = await texts('en');
    const other = { ...table, n: 2, code: 'TABLEB' };
    const { container } = render(<I18nextProvider i18n={i18n}><ClassWorth tables={[table, other]} made={{ TABLEA: measures }} /><ClassScatter tables={[table, other]} /><ClassPar tables={[table, other]} seats={SEATS} /></I18nextProvider>);
    expect(container.textContent).toContain('Being worked out');
    // Two tables that ended alike stand in one mark.
    expect([...container.querySelectorAll('.report-mark text')].map((each) => each.textContent)).toContain('1 2');
  });
});

describe('REPORT as one file', () => {
  it('leaves controls out, opens what is folded, keeps links back, fetches nothing', () => {
    const root = document.createElement('div');
    root.innerHTML = '<h1>A &amp; B</h1><p class="no-print"><button>Print</button></p><details><summary>more</summary><p>inside</p></details><a href="/r/ABC#2.1">the moment</a><a href="#table-1">down</a><img src="/flag.svg" alt="flag"><script>alert(1)</script>';
    const body = plainBody(root, 'https://concert.example/class/X/report');
    expect(body.querySelector('button, script, img, .no-print')).toBeNull();
    expect(body.querySelector('details')?.open).toBe(true);
    expect([...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['https://concert.example/r/ABC#2.1', '#table-1']);
    expect(root.querySelector('details')?.open).toBe(false);
    const page = offlinePage({ title: 'IR "301" <b>', language: 'zh-CN', css: 'p{color:red}</style><script>', body: body.outerHTML });
    expect(page).toContain('<title>IR &quot;301&quot; &lt;b&gt;</title>');
    expect(page).toContain("default-src 'none'");
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('lang="zh-CN"');
  });
});
