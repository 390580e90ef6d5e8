import { cleanup, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { apart } from '../../src/screens/debrief/CourseChart.tsx';
import { fateOf } from '../../src/screens/debrief/LedgerSummary.tsx';
import Debrief from '../../src/screens/Debrief.tsx';
import { gameStore } from '../../src/store/gameStore.ts';
import { scenario, tableFor } from '../panels/table.tsx';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

afterEach(cleanup);

describe('debrief', () => {
  it.each(LANGUAGES_TESTED)('%s: a finished match shows outcome, both crowns, every score and the course as figures', async (language) => {
    const table = tableFor('US');
    for (let i = 0; i < 400 && !table.state.ending; i += 1) table.advance();
    const view = table.view();
    gameStore.setState({ view });
    const i18n = await texts(language);
    render(<I18nextProvider i18n={i18n}><Debrief onLook={() => {}} /></I18nextProvider>);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(i18n.t(`tier.${view.ending?.tier ?? ''}`));
    const scores = within(document.querySelector('.scores') as HTMLElement);
    for (const score of view.ending?.scores ?? []) {
      const row = scores.getByRole('row', { name: new RegExp(i18n.t(`scenario:seat.${score.seat}.name`)) });
      expect(row.textContent).toContain(String(score.score));
    }
    // SC-6: the terms behind a score add up to its points.
    for (const score of view.ending?.scores ?? []) expect(Math.max(0, Math.min(150, score.terms.reduce((sum, term) => sum + term.value, 0))), score.seat).toBe(score.n);
    const twin = document.querySelector('.twin table') as HTMLTableElement;
    expect(twin.tBodies[0]?.rows).toHaveLength(scenario.rounds);
    expect(document.querySelectorAll('.chart path').length).toBeGreaterThanOrEqual(5);
    expect(document.body.textContent).not.toMatch(/\{\{|\b(terms|ui|crown|tier|scores):?\.\w/);
  });
});

describe('parts of the debrief', () => {
  it('CO-1: every state of a commitment has one fate', () => {
    expect(['performed', 'breached', 'reversed', 'lapsed', 'late', 'agreed'].map(fateOf)).toEqual(['kept', 'broken', 'takenBack', 'lapsed', 'open', 'open']);
  });
  it('names at the line ends do not cover each other', () => {
    const placed = Object.values(apart([{ key: 'a', y: 50 }, { key: 'b', y: 51 }, { key: 'c', y: 49 }, { key: 'd', y: 120 }])).sort((a, b) => a - b);
    for (let i = 1; i < placed.length; i += 1) expect((placed[i] ?? 0) - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(17);
  });
});
