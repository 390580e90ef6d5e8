import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { extendScenario, loadScenario, publicScenario, type Scenario } from '@concert/shared';
import { PLANS, type ClassDoor, type PlanId } from '@concert/shared/protocol/seminar';
import { loadLater } from '../../src/i18n/index.ts';
import { keepDesk } from '../../src/seminar/keys.ts';
import PackPage from '../../src/seminar/pack/PackPage.tsx';
import { PARTS } from '../../src/seminar/pack/parts.ts';
import { clock, timetable } from '../../src/seminar/pack/schedule.ts';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

const file = (id: string): unknown => JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../../../assets/scenarios/${id}.json`), 'utf8'));
const load = (id: string): Scenario => loadScenario(extendScenario(file(id), file));
const scenario = load('six-party');
const facts = publicScenario(scenario);
const door: ClassDoor = {
  code: 'ABCDEF', title: 'IR 301', scenario: 'six-party', plan: 'class90', level: 'standard', stage: 'setup', guided: true, step: null, stepTable: null, oversight: 'everything', reveal: 'everything', pseudonyms: false, keepDays: 180, seating: 'balanced', capital: 'off', observers: 'public', mayObserve: true,
  offices: (scenario.offices ?? []).map(({ id }) => id), tables: [{ code: 'TABLEA', n: 1, free: [], watchers: 20 }, { code: 'TABLEB', n: 2, free: [], watchers: 20 }],
};
let at: ClassDoor = door;
beforeEach(() => {
  at = door;
  localStorage.clear();
  vi.stubGlobal('fetch', async (url: URL) => ({ ok: true, json: async () => (url.pathname.startsWith('/api/classes') ? at : facts) }));
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

async function pack(language: 'en' | 'zh', every = true): Promise<HTMLElement> {
  const i18n = await texts(language);
  await loadLater(i18n, 'pack');
  const { container } = render(<I18nextProvider i18n={i18n}><PackPage code={door.code} /></I18nextProvider>);
  await waitFor(() => expect(container.querySelector('.pack-sheet')).toBeTruthy());
  if (every) for (const part of PARTS) { const tick = container.querySelector<HTMLInputElement>(`input[value="${part}"]`); if (tick && !tick.checked) fireEvent.click(tick); }
  return container;
}
/** A key without a text shows as itself, a placeholder without a value keeps its braces. */
const LEFT = /\{\{|(?:^|[\s:])(?:[a-z]+:)?[a-z][\w-]*(?:\.[\w-]+)+$/;
function leftIn(sheet: Element): string[] {
  const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walk.nextNode()) words.push(walk.currentNode.nodeValue ?? '');
  return words.filter((word) => LEFT.test(word));
}

describe('the pack', () => {
  it.each(LANGUAGES_TESTED)('%s: prints every part at every level without a key or a placeholder left', async (language) => {
    keepDesk(door.code, 'secret');
    for (const [level, offices, plan] of [['standard', door.offices, 'class90'], ['core', [], 'weeks'], ['full', door.offices, 'class150']] as const) {
      at = { ...door, level, offices, plan };
      const container = await pack(language);
      for (const sheet of container.querySelectorAll('.pack-sheet')) expect(leftIn(sheet), sheet.querySelector('h2')?.textContent ?? '').toEqual([]);
      expect(new Set([...container.querySelectorAll('.pack-sheet')].map((sheet) => sheet.getAttribute('data-part')))).toEqual(new Set(PARTS));
      cleanup();
    }
  });
  it('lays eight cards on a page, every clause once', async () => {
    const container = await pack('en');
    const pages = [...container.querySelectorAll('.pack-cards')];
    expect(pages.map((page) => page.children.length)).toEqual([8, 8, 8, 8, 8, 8, 8, 4]);
    expect(new Set([...container.querySelectorAll('.pack-card .pack-run strong')].map((id) => id.textContent)).size).toBe(scenario.clauses.length);
    expect(screen.getByText('The DPRK shall shut down and seal the Yongbyon reactor, reprocessing plant and fuel plant, for eventual abandonment, and shall owe this to the other parties.')).toBeTruthy();
  });
  it('offers confidential parts to the desk’s browser only, and on them the instructions of that seat alone', async () => {
    const guest = await pack('en');
    expect(guest.querySelector('[data-part="secret"], input[value="secret"]')).toBeNull();
    cleanup();
    keepDesk(door.code, 'secret');
    const container = await pack('en');
    const sheets = [...container.querySelectorAll('[data-part="secret"]')];
    expect(sheets).toHaveLength(12);
    const us = sheets[0]?.textContent ?? '';
    expect(us).toContain('Verification in writing, or no delisting');
    expect(us).not.toContain('No collapse, no strike, no silent table');
  });
  it('prints nothing that is not public: no worth, no cost, no par of a seat', () => {
    for (const clause of facts.clauses) expect(Object.keys(clause)).not.toEqual(expect.arrayContaining(['values']));
    for (const seat of facts.seats) expect(seat).not.toHaveProperty('k');
  });
  it('prints for the chosen delegations', async () => {
    keepDesk(door.code, 'secret');
    const container = await pack('en', false);
    for (const seat of ['CN', 'RU', 'JP', 'DK', 'RK']) fireEvent.click(container.querySelector(`input[value="${seat}"]`)!);
    expect(container.querySelectorAll('[data-part="public"]')).toHaveLength(1);
    expect(container.querySelectorAll('[data-part="secret"]')).toHaveLength(2);
  });
});

describe('the schedule', () => {
  const timed = (Object.keys(PLANS) as PlanId[]).filter((plan) => PLANS[plan].minutes !== null);
  it.each(timed)('%s: its phases add up to the minutes of play, its blocks to the lesson', (plan) => {
    for (const of of [facts, publicScenario(load('verification-cliff'))]) {
      const table = timetable(plan, of);
      const slots = table.rounds.flat();
      expect(slots.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)).toBe((PLANS[plan].minutes ?? 0) * 60);
      expect(slots.every((slot, i) => slot.at === slots.slice(0, i).reduce((sum, { seconds }) => sum + (seconds ?? 0), 0))).toBe(true);
      expect((table.opening ?? 0) + (table.play ?? 0) + (table.debrief ?? 0)).toBe(table.lesson);
      expect(table.opening).toBeGreaterThan(0);
      expect(table.rounds).toHaveLength(Math.min(PLANS[plan].rounds, of.rounds));
    }
  });
  it('has no minutes where no clock runs', () => {
    expect(timetable('weeks', facts).rounds.flat().every(({ at: from, seconds }) => from === null && seconds === null)).toBe(true);
  });
  it('reads as a clock', () => { expect([clock(0), clock(65), clock(3600)]).toEqual(['0:00', '1:05', '60:00']); });
});
