import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { isOpened, openRecording, type Annotation } from '@concert/shared/recording/index';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recorded } from './played.ts';
import { pressed, useKeys } from '../../src/replay/keys.ts';
import { Moments } from '../../src/replay/Moments.tsx';
import { RefusedFile } from '../../src/replay/Problems.tsx';
import { dateIn } from '../../src/replay/Remarks.tsx';
import { lastShown, leave, open, pause, play, replayStore, seek, setAsWeGo, setSpeed, setViewer } from '../../src/replay/replayStore.ts';
import { showMoments } from '../../src/replay/show.ts';
import { openText } from '../../src/replay/sources.ts';
import { Transport } from '../../src/replay/Transport.tsx';
import { gameStore } from '../../src/store/gameStore.ts';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

const remark: Annotation = { id: 'one', kind: 'source', seq: 3, text: { en: 'They met.', zh: '双方会面。' }, date: '2003-08-27', certainty: 'disputed', source: 'An archive' };
const text = recorded({ seed: 5, level: 'standard' }, [remark]);
const opened = openRecording(text);
if (!isOpened(opened)) throw new Error(opened.code);
const start = (): void => { open(opened, { kind: 'file', id: 'file', name: 'a.jsonl' }); };
const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));

beforeEach(() => { localStorage.clear(); setAsWeGo(false); setSpeed(1); start(); });
afterEach(() => { cleanup(); leave(); vi.useRealTimers(); });

describe('the store of the player', () => {
  it('shows the latest moment of a frame as the table reads it, with a closed line and no menu', async () => {
    const stop = showMoments();
    setViewer({ kind: 'seat', seat: 'CN' });
    for (const step of [10, 20, 30, 77]) seek(step);
    await frame();
    const { view, you, recorded: isRecorded, line } = gameStore.getState();
    expect(view).toEqual({ ...replayStore.getState().reel!.viewAt(77, { kind: 'seat', seat: 'CN' }), legal: null });
    expect([you?.seat, isRecorded]).toEqual(['CN', true]);
    expect(await line.send({ type: 'ready', on: true })).toMatchObject({ ok: false });
    stop();
    expect(gameStore.getState().view).toBeNull();
  });
  it('keeps the slices that did not change, so that what reads them is not drawn again', async () => {
    const stop = showMoments();
    seek(100);
    await frame();
    const before = gameStore.getState();
    setViewer({ kind: 'all' });
    seek(101);
    await frame();
    const after = gameStore.getState();
    expect(after.scenario).toBe(before.scenario);
    expect(after.view?.worth).toBe(before.view?.worth);
    expect(after.you).toBe(before.you);
    stop();
  });
  it('plays at its pace to the end, stops there, and begins again from the start', () => {
    vi.useFakeTimers();
    setSpeed(16);
    play();
    vi.advanceTimersByTime(120_000);
    const { step, reel, playing } = replayStore.getState();
    expect([step, playing]).toEqual([reel!.length - 1, false]);
    play();
    expect(replayStore.getState()).toMatchObject({ step: 0, playing: true });
    pause();
  });
  it('reveal as we go: nothing beyond the furthest step, and the end key leads no further', () => {
    setAsWeGo(true);
    seek(40);
    seek(12);
    expect(lastShown(replayStore.getState())).toBe(40);
    pressed({ key: 'End', shiftKey: false });
    expect(replayStore.getState().step).toBe(40);
    setAsWeGo(false);
    pressed({ key: 'End', shiftKey: false });
    expect(replayStore.getState().step).toBe(replayStore.getState().reel!.length - 1);
  });
  it('keys: Home, arrows, brackets, shift for phases, space', () => {
    const { reel } = replayStore.getState();
    const at = (key: string, shiftKey = false): number => { expect(pressed({ key, shiftKey })).toBe(true); return replayStore.getState().step; };
    expect([at('ArrowRight'), at('ArrowRight'), at('ArrowLeft')]).toEqual([1, 2, 1]);
    expect(at(']')).toBe(reel!.stepOf(2));
    expect(reel!.steps[at('ArrowRight', true)]?.phase).not.toBe(reel!.steps[reel!.stepOf(2)]?.phase);
    expect([at('['), at('[')]).toEqual([reel!.stepOf(2), 0]);
    at(' ');
    expect(replayStore.getState().playing).toBe(true);
    expect([at('Home'), pressed({ key: 'q', shiftKey: false })]).toEqual([0, false]);
  });
  it('keys: Home also where a viewpoint has the focus, arrows are then its own; in a field none is ours', () => {
    function Page() { useKeys(() => {}); return <><div role="radiogroup"><input type="radio" aria-label="eyes" /></div><input aria-label="note" /></>; }
    render(<Page />);
    seek(12);
    fireEvent.keyDown(screen.getByLabelText('note'), { key: 'Home' });
    fireEvent.keyDown(screen.getByLabelText('eyes'), { key: 'ArrowRight' });
    expect(replayStore.getState().step).toBe(12);
    fireEvent.keyDown(screen.getByLabelText('eyes'), { key: 'Home' });
    expect(replayStore.getState().step).toBe(0);
  });
  it('opens a text at the moment of the address, cut files as far as they go, foreign ones not at all', async () => {
    await openText(text, { kind: 'file', id: 'file', name: 'a' }, '#2.3@RU');
    expect(replayStore.getState()).toMatchObject({ viewer: { kind: 'seat', seat: 'RU' }, step: replayStore.getState().reel!.stepOf(2, 3) });
    const lines = text.split('\n');
    await openText(lines.slice(0, 60).join('\n'), { kind: 'file', id: 'file', name: 'a' }, '');
    expect(replayStore.getState().reel!.opened.problems.map(({ code }) => code)).toContain('cut');
    await openText('{"hello":1}', { kind: 'file', id: 'file', name: 'a' }, '');
    expect(replayStore.getState()).toMatchObject({ reel: null, refusal: { code: 'foreign' } });
  });
});

describe.each(LANGUAGES_TESTED)('the player in %s', (language) => {
  it('every step has its sentence for every pair of eyes, and the remark its date, word and source', async () => {
    const i18n = await texts(language);
    render(<I18nextProvider i18n={i18n}><Transport /></I18nextProvider>);
    const { reel } = replayStore.getState();
    const slider = screen.getByRole('slider');
    const seats = reel!.opened.scenario.seats.map(({ id }) => id);
    for (let step = 0; step < reel!.length; step += 3) {
      act(() => { setViewer(step % 2 ? { kind: 'all' } : step % 4 ? { kind: 'public' } : { kind: 'seat', seat: seats[step % seats.length]! }); seek(step); });
      const said = `${slider.getAttribute('aria-valuetext') ?? ''} ${document.querySelector('.rp-head')?.textContent ?? ''}`;
      expect(said, `step ${step}`).not.toMatch(/\{\{|undefined|\b(act|sign|replay|scenario|ui|table|fold)[:.]\w/);
    }
    act(() => { seek(reel!.stepOfSeq(3)); });
    const card = document.querySelector('.rp-remark')!;
    expect(card.textContent).toContain(i18n.t('replay:certainty.disputed'));
    expect(card.textContent).toContain(language === 'en' ? 'They met.' : '双方会面。');
    expect(card.textContent).toContain('An archive');
    fireEvent.change(slider, { target: { value: '50' } });
    expect(replayStore.getState().step).toBe(50);
    fireEvent.click(screen.getByRole('radio', { name: i18n.t('replay:eyes.public') }));
    expect(replayStore.getState().viewer).toEqual({ kind: 'public' });
  });
  it('the list of moments leads to each, and hides what comes later', async () => {
    const i18n = await texts(language);
    render(<I18nextProvider i18n={i18n}><Moments /></I18nextProvider>);
    const items = document.querySelectorAll<HTMLElement>('.rp-moment');
    expect(items.length).toBeGreaterThan(3);
    expect(document.querySelector('.rp-list')!.textContent).not.toMatch(/\{\{|undefined/);
    fireEvent.click(items[items.length - 1]!);
    expect(replayStore.getState().step).toBeGreaterThan(50);
    act(() => { seek(0); setAsWeGo(true); });
    expect(document.querySelectorAll('.rp-moment').length).toBeLessThan(items.length);
    cleanup();
    render(<I18nextProvider i18n={i18n}><Transport /></I18nextProvider>);
    expect(screen.getByRole('slider').getAttribute('max')).toBe('0');
    expect(document.querySelector('.rp-head')?.textContent).not.toContain(String(replayStore.getState().reel!.length));
  });
  it('a file that cannot be played says why and what its first line says', async () => {
    const i18n = await texts(language);
    render(<I18nextProvider i18n={i18n}><RefusedFile refusal={{ refused: true, code: 'newer', params: { version: 9, format: 2 }, seen: { title: 'Later', scenario: 'six-party' } }} name="x.jsonl" /></I18nextProvider>);
    const said = screen.getByRole('alert').textContent ?? '';
    for (const part of ['9', 'Later', 'x.jsonl']) expect(said).toContain(part);
  });
});

it('dates are written as the language writes them', () => {
  expect(dateIn('2005-09-19', 'en-GB')).toBe('19 September 2005');
  expect(dateIn('2006-10', 'zh')).toBe('2006年10月');
  expect(dateIn('late 2002', 'en')).toBe('late 2002');
});
