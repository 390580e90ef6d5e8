// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import en from '../../../assets/locales/en/map.json';
import { MapPanel } from '../../src/map/MapPanel.tsx';
import { sample } from './sample.ts';

const drawn = vi.hoisted(() => ({ set: vi.fn(), focus: vi.fn(), panBy: vi.fn(), zoomBy: vi.fn(), home: vi.fn(), setObstacles: vi.fn(), destroy: vi.fn() }));
vi.mock('../../src/map/MapView.ts', () => ({ MapView: { create: () => Promise.resolve(drawn) } }));

const i18n = i18next.createInstance();
beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  await i18n.use(initReactI18next).init({ lng: 'en', resources: { en: { map: en } } });
});
afterEach(cleanup);

const show = async (onSelect = vi.fn()) => {
  const { container } = render(
    <I18nextProvider i18n={i18n}>
      <MapPanel input={sample} onSelect={onSelect} />
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(container.querySelector('[data-map-status="ready"]')).not.toBeNull());
  return { onSelect, container };
};

describe('MapPanel', () => {
  it('offers every seat and place as a button and rings the one in focus', async () => {
    const { onSelect } = await show();
    const nav = screen.getByRole('navigation', { name: 'Places on the map' });
    const yongbyon = within(nav).getByRole('button', { name: /^Yongbyon/ });
    fireEvent.focus(yongbyon);
    expect(drawn.focus).toHaveBeenLastCalledWith('yongbyon');
    fireEvent.click(yongbyon);
    expect(onSelect).toHaveBeenLastCalledWith({ kind: 'place', id: 'yongbyon' });
    fireEvent.click(within(nav).getByRole('button', { name: 'Select United States' }));
    expect(onSelect).toHaveBeenLastCalledWith({ kind: 'seat', id: 'US' });
  });

  it('reads the map aloud, and puts the words on the page on request', async () => {
    const { onSelect } = await show();
    const words = screen.getByRole('region', { name: 'The map in words' });
    expect(within(words).getByText('United States and DPR Korea: hostile, trust 12.')).toBeDefined();
    expect(within(words).queryByRole('button')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'The map in words' }));
    fireEvent.click(within(words).getByRole('button', { name: 'Nuclear work at Yongbyon: growing.' }));
    expect(onSelect).toHaveBeenLastCalledWith({ kind: 'threat', id: 'nuclear@yongbyon' });
  });

  it('pans and zooms from the keyboard, and leaves browser shortcuts alone', async () => {
    await show();
    const map = screen.getByRole('group', { name: /^Map\./ });
    fireEvent.keyDown(map, { key: 'ArrowLeft' });
    fireEvent.keyDown(map, { key: '+' });
    fireEvent.keyDown(map, { key: 'Home' });
    expect([drawn.panBy.mock.calls.length, drawn.zoomBy.mock.calls.length, drawn.home.mock.calls.length]).toEqual([1, 1, 1]);
    fireEvent.keyDown(map, { key: '+', ctrlKey: true });
    expect(drawn.zoomBy).toHaveBeenCalledTimes(1);
  });

  it('hides a layer on the map and in the words', async () => {
    await show();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Trust' }));
    const words = screen.getByRole('region', { name: 'The map in words' });
    expect(within(words).queryByText(/hostile/)).toBeNull();
  });
});
