import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { Gauges } from '../../src/gauges/Gauges.tsx';
import { gaugeModels } from '../../src/gauges/model.ts';
import { trendPath } from '../../src/gauges/Trend.tsx';
import { gameStore } from '../../src/store/gameStore.ts';
import { tableFor } from '../panels/table.tsx';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

afterEach(cleanup);
const show = async (language: 'en' | 'zh' = 'en') => render(<I18nextProvider i18n={await texts(language)}><Gauges /></I18nextProvider>);

describe('gauges', () => {
  it('IN-1: the terms of the war index add up to it', () => {
    const view = tableFor('US').view();
    const war = gaugeModels(view).find((gauge) => gauge.key === 'W');
    const { TEN, BLOC, CON } = view.gauges.values;
    expect(war?.terms.reduce((sum, term) => sum + term.value, 0)).toBe(TEN + Math.floor(BLOC / 2) - Math.floor(CON / 2));
    expect(war?.marks).toEqual([view.gauges.brink]);
  });
  it('VI: the programme is a range to others and exact to its holder', () => {
    const [others, own] = ['US', 'DK'].map((seat) => gaugeModels(tableFor(seat).view()).find((gauge) => gauge.key === 'PRO'));
    expect(others).toMatchObject({ value: null, band: '3–4', range: [3, 4] });
    expect(own).toMatchObject({ value: 3, band: null });
  });
  it('keeps a value for every closed round and now', () => {
    const table = tableFor('US');
    table.until('dawn', 3);
    const gauge = gaugeModels(table.view()).find(({ key }) => key === 'TEN');
    expect(gauge?.series).toHaveLength(3);
    expect(gauge?.series.at(-1)).toBe(table.view().gauges.values.TEN);
  });
  it.each(LANGUAGES_TESTED)('%s: every gauge explains itself when pressed', async (language) => {
    const table = tableFor('CN');
    table.until('declaration', 2);
    gameStore.setState({ view: table.view() });
    await show(language);
    for (const { key } of gaugeModels(table.view())) {
      fireEvent.click(document.querySelector(`[data-gauge="${key}"]`) as HTMLElement);
      const dialog = await screen.findByRole('dialog');
      expect(dialog.textContent?.length).toBeGreaterThan(25);
      expect(dialog.textContent, key).not.toMatch(/\{\{|\b(terms|frame|gauge)[.:]\w/);
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    }
  });
});

describe('a trend', () => {
  it('runs from the left to the right edge, high values up, never outside its box', () => {
    expect(trendPath([0, 100, 250], 0, 100, 40, 10)).toBe('M0,10L20,0L40,0');
    expect(trendPath([5], 0, 10, 40, 10)).toContain('0,5');
  });
});
