import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodexButton, CodexHost } from '../../src/codex/CodexHost.tsx';
import { CodexLink } from '../../src/codex/CodexLink.tsx';
import CodexPage from '../../src/codex/CodexPage.tsx';
import { closeCodex, codexStore } from '../../src/codex/codexStore.ts';
import { loadLater } from '../../src/i18n/index.ts';
import { focusStore } from '../../src/panels/focus.ts';
import { tableFor } from '../panels/table.tsx';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

let wide = true;
beforeEach(() => {
  wide = true;
  vi.stubGlobal('matchMedia', () => ({ matches: !wide, addEventListener: () => {}, removeEventListener: () => {} }));
  history.replaceState(null, '', '/codex');
});
afterEach(() => { cleanup(); closeCodex(); vi.unstubAllGlobals(); });
const words = async (language: 'en' | 'zh') => { const all = await texts(language); await loadLater(all, 'codex'); return all; };
const page = async (language: 'en' | 'zh' = 'en') => render(<I18nextProvider i18n={await words(language)}><CodexPage /></I18nextProvider>);
const beside = async (language: 'en' | 'zh' = 'en') => render(<I18nextProvider i18n={await words(language)}><CodexButton /><CodexLink id="M12" /><CodexHost /></I18nextProvider>);
const go = (hash: string): void => { act(() => { location.hash = hash; window.dispatchEvent(new HashChangeEvent('hashchange')); }); };

describe('the page', () => {
  it.each(LANGUAGES_TESTED)('%s: shows every entry without a key or a placeholder left', async (language) => {
    const { codex } = await import('../../src/codex/entries.ts');
    await page(language);
    for (const { id } of codex.entries) {
      go(id);
      const article = screen.getByRole('article');
      expect(article.textContent, id).not.toMatch(/\{\{|\b(?:codex|ui|frame|part|where|passage|group|life|tiers)[.:]\w/);
    }
  });
  it('opens at the entry of the address, with passage and translation', async () => {
    history.replaceState(null, '', '/codex#M12');
    await page();
    expect(screen.getByRole('heading', { level: 2, name: 'Forced side-taking' })).toBeTruthy();
    expect(screen.getByText('大国则会很被动地在这些行为体中间选择站队。').getAttribute('lang')).toBe('zh-CN');
    expect(screen.getByText(/passively taking sides/)).toBeTruthy();
    expect(document.title).toContain('Forced side-taking');
  });
  it('keeps its entry when the address names another part of the page', async () => {
    history.replaceState(null, '', '/codex#CON');
    await page();
    go('content');
    expect(screen.getByRole('heading', { level: 2, name: 'Consensus' })).toBeTruthy();
  });
  it('filters as one types, says how many are left, and opens what is chosen', async () => {
    await page();
    const box = screen.getByRole('searchbox', { name: 'Search the codex' });
    fireEvent.change(box, { target: { value: 'escrow' } });
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^\d entr/));
    const list = screen.getByRole('listbox', { name: 'Entries' });
    const options = within(list).getAllByRole('option');
    expect(options.length).toBeLessThan(8);
    fireEvent.click(within(list).getByRole('option', { name: 'Escrow' }));
    await waitFor(() => expect(location.hash).toBe('#escrow'));
  });
  it('says so when nothing fits', async () => {
    await page();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zebra' } });
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('zebra'));
  });
});

describe('beside the table', () => {
  it('opens from the book without covering the rest, closes with Escape, and gives the focus back', async () => {
    tableFor('US');
    await beside();
    const book = screen.getByRole('button', { name: 'Codex' });
    fireEvent.click(book);
    const panel = await screen.findByRole('dialog', { name: 'Codex' });
    expect(panel.getAttribute('aria-modal')).toBeNull();
    expect(book.closest('[aria-hidden]')).toBeNull();
    fireEvent.keyDown(panel, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(book);
  });
  it('a question mark opens its entry and the heading has the focus', async () => {
    tableFor('US');
    await beside();
    fireEvent.click(screen.getByRole('link', { name: 'Codex: Forced side-taking' }));
    const heading = await screen.findByRole('heading', { name: 'Forced side-taking' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
  it('LV: marks what is not in this match, in the list and in the entry', async () => {
    tableFor('US', 'core');
    await beside();
    act(() => codexStore.setState({ open: true, id: 'M11', turn: 1 }));
    await screen.findByRole('heading', { name: 'Wedge play and comparing notes' });
    expect(within(screen.getByRole('article')).getByText('not in this match')).toBeTruthy();
    expect(screen.getByText(/played by the rules “Essentials”/)).toBeTruthy();
    act(() => codexStore.setState({ id: 'M12' }));
    expect(within(screen.getByRole('article')).queryByText('not in this match')).toBeNull();
  });
  it('leads to the panel where a mechanism shows', async () => {
    tableFor('US');
    await beside();
    act(() => codexStore.setState({ open: true, id: 'M02', turn: 1 }));
    fireEvent.click(await screen.findByRole('button', { name: 'Show: Panel: Relations' }));
    expect(focusStore.getState().panel).toBe('relations');
  });
  it('on a phone it is a dialog over the whole screen, and leaves before it leads elsewhere', async () => {
    wide = false;
    tableFor('US');
    await beside();
    act(() => codexStore.setState({ open: true, id: 'M02', turn: 1 }));
    const dialog = await screen.findByRole('dialog', { name: 'Codex' });
    expect(dialog.closest('.codex-panel-over')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Show: Panel: Relations' }));
    await waitFor(() => expect(codexStore.getState().open).toBe(false));
  });
});

describe('above an open dialog', () => {
  it('the codex is a dialog too, so that neither closes or hides the other', async () => {
    tableFor('US');
    await beside();
    document.body.insertAdjacentHTML('beforeend', '<div class="drawer-overlay"></div>');
    fireEvent.click(screen.getByRole('link', { name: /side-taking/ }));
    document.querySelector('.drawer-overlay')?.remove();
    expect((await screen.findByRole('dialog', { name: 'Codex' })).closest('.codex-panel-over')).toBeTruthy();
  });
});

describe('a link to the codex', () => {
  it('leads to the page, in a tab of its own, where no panel stands ready', async () => {
    render(<I18nextProvider i18n={await words('zh')}><CodexLink id="M06" /></I18nextProvider>);
    const link = screen.getByRole('link', { name: '手册：红线与压力' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/codex#M06', '_blank']);
    fireEvent.click(link);
    expect(codexStore.getState().open).toBe(false);
  });
});
