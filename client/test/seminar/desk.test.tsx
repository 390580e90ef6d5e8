/** The desk's forms: changing an act that waits, observers' notes as files, the pause that every seat counts down. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadScenario, publicScenario, type ActCommand } from '@concert/shared';
import type { DeskOrder, ObserverNote } from '@concert/shared/protocol/seminar';
import { readNotes } from '@concert/shared/recording/notes';
import { toggled, withDue, withLine, withoutAction, withoutLine, withoutReversal, withTarget } from '../../src/seminar/desk/amend.ts';
import { PauseControl } from '../../src/seminar/desk/PauseControl.tsx';
import { Ratify } from '../../src/seminar/desk/Ratify.tsx';
import { Request } from '../../src/seminar/desk/Request.tsx';
import { notesCsv, notesForReplay } from '../../src/seminar/notes.ts';
import { keepNeighbour, neighbours } from '../../src/seminar/keys.ts';
import { texts } from '../texts.ts';

const scenario = publicScenario(loadScenario(JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../assets/scenarios/six-party.json'), 'utf8'))));
const text = { type: 'propose', scope: 'plenary', lines: [
  { clause: 'SA02', givers: ['US'], receivers: ['DK'], mode: 'WRITTEN' },
  { clause: 'DN03', givers: ['DK'], receivers: ['US'], mode: 'WRITTEN', after: 0 },
  { clause: 'EN01', givers: ['RK'], receivers: ['DK'], mode: 'ORAL', after: 1, options: { escrow: 0, sunset: 3 } },
] } as const satisfies ActCommand;
const secret = { type: 'choose', actions: [{ action: 'UA11', target: 'DK' }, { action: 'UA01' }], dues: { c1: 'withhold' }, reversals: ['c2'], denials: ['c3'], remedies: [] } as const satisfies ActCommand;
afterEach(() => { cleanup(); vi.useRealTimers(); localStorage.clear(); });

describe('FD-7 an act changed by the desk', () => {
  it('a line left out takes its ties with it; the others keep theirs', () => {
    const rest = withoutLine(text, 0);
    expect(rest.lines.map(({ clause, after, options }) => [clause, after, options])).toEqual([['DN03', undefined, undefined], ['EN01', 0, { sunset: 3 }]]);
    expect(withoutLine(text, 1).lines.map(({ clause, after, options }) => [clause, after, options])).toEqual([['SA02', undefined, undefined], ['EN01', undefined, { escrow: 0, sunset: 3 }]]);
    expect(text.lines).toHaveLength(3);
  });
  it('clause, form and sides are set; a side is never left empty', () => {
    expect(withLine(text, 1, { mode: 'ORAL' }).lines[1]).toMatchObject({ clause: 'DN03', mode: 'ORAL', after: 0 });
    expect(toggled(['US', 'CN'], 'US')).toEqual(['CN']);
    expect(toggled(['CN'], 'US')).toEqual(['CN', 'US']);
    expect(toggled(['CN'], 'CN')).toEqual(['CN']);
  });
  it('acts, targets, dues and promises taken back', () => {
    expect(withoutAction(secret, 0).actions).toEqual([{ action: 'UA01' }]);
    expect(withTarget(secret, 0, 'CN').actions[0]).toEqual({ action: 'UA11', target: 'CN' });
    expect(withDue(secret, 'c1', 'perform').dues).toEqual({ c1: 'perform' });
    expect(withoutReversal(withoutReversal(secret, 'c2'), 'c3')).toMatchObject({ reversals: [], denials: [] });
  });
  it('the form sends the changed act, and the same act only when nothing was changed', async () => {
    const sent: DeskOrder[] = [];
    const show = async (request: { id: string; seat: string; by: null; command: ActCommand }) => render(<I18nextProvider i18n={await texts('en')}><ul><Request table="TABLEA" name="Table 1" by="Ada" request={request} scenario={scenario} order={async (order) => { sent.push(order); return true; }} /></ul></I18nextProvider>);
    await show({ id: 'q1', seat: 'DK', by: null, command: text });
    fireEvent.click(screen.getByRole('button', { name: 'Change it' }));
    fireEvent.click(screen.getByRole('button', { name: 'Let the changed one pass' }));
    expect(sent.at(-1)).toEqual({ do: 'settle', table: 'TABLEA', request: 'q1', verdict: 'approve', reason: '' });
    fireEvent.click(screen.getAllByRole('button', { name: 'Leave this line out' })[2]!);
    fireEvent.click(screen.getAllByRole('button', { name: 'oral' })[0]!);
    fireEvent.click(screen.getByRole('button', { name: 'Let the changed one pass' }));
    expect(sent.at(-1)).toMatchObject({ verdict: 'approve', amended: { type: 'propose', lines: [{ clause: 'SA02', mode: 'ORAL' }, { clause: 'DN03', after: 0 }] } });
    cleanup();
    await show({ id: 'q2', seat: 'DK', by: null, command: { type: 'sign', proposal: 'p1', version: 1 } });
    expect(screen.queryByRole('button', { name: 'Change it' })).toBeNull();
  });
});

describe('FD-9 the desk as a capital', () => {
  it('shows the text with its worth and sends the answer with a word', async () => {
    const order = vi.fn(async () => true);
    render(<I18nextProvider i18n={await texts('en')}><ul><Ratify table="TABLEA" name="Table 1" asked={{ seat: 'US', proposal: 'p1', clauses: ['SA02'], by: 2, gains: 3, costs: 5 }} order={order} /></ul></I18nextProvider>);
    expect(screen.getByText(/brings 3 and costs 5/)).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'too dear' } });
    fireEvent.click(screen.getByRole('button', { name: 'Do not ratify' }));
    expect(order).toHaveBeenCalledWith({ do: 'ratify', table: 'TABLEA', seat: 'US', proposal: 'p1', verdict: 'reject', reason: 'too dear' });
  });
});

describe('FD-2, FD-10 holding tables', () => {
  it('sends reason and the longest time; a huddle without a reason has one', async () => {
    const order = vi.fn(async () => true);
    render(<I18nextProvider i18n={await texts('zh')}><PauseControl running={['TABLEA']} held={0} seats={['US', 'DK']} order={order} /></I18nextProvider>);
    fireEvent.change(screen.getByRole('combobox', { name: '最长' }), { target: { value: '5' } });
    fireEvent.click(screen.getByRole('button', { name: '各代表团退席商议' }));
    expect(order).toHaveBeenLastCalledWith({ do: 'pause', tables: ['TABLEA'], reason: '各代表团内部商议几分钟。', minutes: 5, huddle: true });
    fireEvent.change(screen.getByRole('combobox', { name: '最长' }), { target: { value: '' } });
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '休息' } });
    fireEvent.click(screen.getByRole('button', { name: '暂停' }));
    expect(order).toHaveBeenLastCalledWith({ do: 'pause', tables: ['TABLEA'], reason: '休息', minutes: null });
  });
});

describe('FD a word of the desk', () => {
  it('goes to everybody, or to one delegation of each table', async () => {
    const order = vi.fn(async () => true);
    render(<I18nextProvider i18n={await texts('en')}><PauseControl running={['TABLEA', 'TABLEB']} held={0} seats={['US', 'DK']} order={order} /></I18nextProvider>);
    const tell = async (text: string): Promise<void> => {
      fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
      await act(async () => { fireEvent.click(screen.getByRole('button', { name: 'Tell them' })); });
    };
    await tell('Ten minutes left');
    expect(order).toHaveBeenLastCalledWith({ do: 'say', tables: ['TABLEA', 'TABLEB'], to: [], text: 'Ten minutes left' });
    fireEvent.change(screen.getByRole('combobox', { name: 'to' }), { target: { value: 'DK' } });
    await tell('Look at your brief');
    expect(order).toHaveBeenLastCalledWith({ do: 'say', tables: ['TABLEA', 'TABLEB'], to: ['DK'], text: 'Look at your brief' });
  });
});

describe('CLASS notes of observers', () => {
  const note: ObserverNote = { id: 'n1', person: 'p', table: 'TABLEA', at: Date.UTC(2026, 0, 5, 9, 30), round: 2, phase: 'plenary', seq: 41, tag: 'trust', text: '=cmd, "they" avoid each other' };
  it('become a sheet in which nothing runs', () => {
    const [head, row] = notesCsv([note], () => 1, () => 'Cedar 1').replace('\uFEFF', '').split('\r\n');
    expect(head).toBe('time,table,round,phase,seq,observer,about,note');
    expect(row).toBe(`2026-01-05T09:30:00.000Z,1,2,plenary,41,Cedar 1,trust,"'=cmd, ""they"" avoid each other"`);
  });
  it('become remarks that the replay reads, each at its moment', () => {
    expect(readNotes(notesForReplay('seal', 'TABLEA', [note], () => 'Cedar 1', () => 'trust'))).toEqual({ recording: 'seal', match: 'TABLEA', unread: 0, notes: [{ id: 'n1', kind: 'note', seq: 41, title: 'trust', text: note.text, author: 'Cedar 1' }] });
  });
});

describe('CLASS two at one laptop', () => {
  it('keeps both by secret, one name once, for each class apart', () => {
    keepNeighbour('AAAAAA', { token: 't1', name: 'Ada' });
    keepNeighbour('AAAAAA', { token: 't2', name: 'Bea' });
    keepNeighbour('AAAAAA', { token: 't3', name: 'Ada' });
    keepNeighbour('BBBBBB', { token: 't4', name: 'Cleo' });
    expect(neighbours('AAAAAA')).toEqual([{ token: 't2', name: 'Bea' }, { token: 't3', name: 'Ada' }]);
    expect(neighbours('BBBBBB')).toHaveLength(1);
    localStorage.setItem('concert.shared', '{"AAAAAA":"not json"}');
    expect(neighbours('AAAAAA')).toEqual([]);
  });
});
