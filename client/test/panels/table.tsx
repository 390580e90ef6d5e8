/** A real table for panel tests: the engine decides, the projector shows, and the panel's own sends go straight to the rules. */
import file from '../../../assets/scenarios/six-party.json';
import { act, fireEvent, render, type RenderResult } from '@testing-library/react';
import type { i18n as I18n } from 'i18next';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createProjector, decide, evolve, isRefusal, loadScenario, publicScenario, waiting } from '@concert/shared';
import type { Command, MatchState, Scenario, SeatCommand, TableCommand, View } from '@concert/shared';
import { createTexts } from '../../src/i18n/index.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { EMPTY, gameStore } from '../../src/store/gameStore.ts';

// jsdom knows no CSS object; dialogs ask it to escape ids.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS;

export const scenario: Scenario = loadScenario(file);

export interface Table {
  state: MatchState;
  readonly seat: string | null;
  readonly sent: SeatCommand[];
  readonly view: () => View;
  /** An act of any seat or of the table; a refusal fails the test. */
  readonly act: (who: string, command: Command) => void;
  readonly advance: () => void;
  /** Lets time pass until the phase opens; nobody does anything more than its default. */
  readonly until: (phase: MatchState['phase'], round?: number) => void;
}

/** Seats the reader at a started match; null watches. */
export function tableFor(seat: string | null, level: MatchState['options']['level'] = 'core'): Table {
  const project = createProjector(scenario, seat === null ? { kind: 'public' } : { kind: 'seat', seat });
  const sent: SeatCommand[] = [];
  const show = (): void => gameStore.setState({ view: project(table.state) });
  const run = (who: string, command: Command) => {
    const decision = decide(scenario, table.state, who === 'table' ? { kind: 'table' } : { kind: 'seat', seat: who }, command);
    if (!isRefusal(decision)) for (const event of decision) table.state = evolve(table.state, event);
    return decision;
  };
  const table: Table = {
    state: waiting(scenario), seat, sent, view: () => project(table.state),
    act(who, command) {
      const decision = run(who, command);
      if (isRefusal(decision)) throw new Error(`${who} ${command.type}: ${decision.code} ${JSON.stringify(decision.params)}`);
      act(show);
    },
    advance() { table.act('table', { type: 'advance', phaseSeq: table.state.phaseSeq }); },
    until(phase, round = table.state.round) {
      for (let i = 0; i < 200 && !(table.state.phase === phase && table.state.round >= round); i += 1) table.advance();
    },
  };
  const start: TableCommand = { type: 'start', options: { seed: 7, level, pinned: [], rounds: scenario.rounds, holders: Object.fromEntries(scenario.seats.map((s) => [s.id, 'people' as const])) } };
  run('table', start);
  gameStore.setState({
    ...EMPTY, code: 'TABLE1', scenario: publicScenario(scenario), view: project(table.state), connection: 'live',
    you: { member: 'm', name: 'n', seat, host: true, seatKey: null },
    line: {
      ...EMPTY.line,
      send: async (command) => {
        sent.push(command);
        const decision = run(seat ?? '', command);
        if (isRefusal(decision)) return { ok: false, code: decision.code, params: decision.params };
        show();
        return { ok: true, value: { seq: sent.length } };
      },
    },
  });
  return table;
}

const texts = new Map<Language, I18n>();
export async function show(panel: ReactElement, language: Language = 'en'): Promise<RenderResult> {
  const words = texts.get(language) ?? await createTexts(language);
  texts.set(language, words);
  return render(<I18nextProvider i18n={words}>{panel}</I18nextProvider>);
}

/** A click as a person makes it: pressed and released. */
export function press(element: Element): void {
  fireEvent.click(element);
}
