/** Where in the game a mechanism shows: tokens of the data (`gauge.CON`, `tab.ledger`, `phase.crisis`, `composer`) as words, and the way there from inside a match. */
import type { View } from '@concert/shared';
import { focusStore, type PanelId } from '../panels/focus.ts';

type Say = (key: string, params?: Record<string, unknown>) => string;
const split = (token: string): readonly [string, string] => { const dot = token.indexOf('.'); return dot < 0 ? [token, ''] : [token.slice(0, dot), token.slice(dot + 1)]; };

export function placeName(token: string, say: Say): string {
  const [kind, id] = split(token);
  if (kind === 'gauge') return say('codex:where.gauge', { name: say(`frame:gauge.${id}`) });
  if (kind === 'phase') return say('codex:where.phase', { name: say(`ui:phase.${id}`) });
  if (kind === 'tab') return say('codex:where.tab', { name: say(`frame:tab.${id}`) });
  return say(`codex:where.${kind}`);
}

const gauge = (id: string): HTMLElement | null => document.querySelector(`[data-gauge="${id}"]`);
/** Goes to the place; null where it is not on the screen at this moment. */
export function wayTo(token: string, view: View): (() => void) | null {
  const [kind, id] = split(token);
  const panel = (name: PanelId) => () => focusStore.getState().show(name);
  if (kind === 'tab') return panel(id as PanelId);
  if (kind === 'phase') return view.table.phase === id && view.table.status === 'running' ? panel('now') : null;
  if (kind === 'composer') return view.me && view.table.status === 'running' ? panel('composer') : null;
  if (kind === 'gauge') return gauge(id) ? () => { const found = gauge(id); found?.focus(); found?.scrollIntoView({ block: 'nearest', inline: 'center' }); } : null;
  return null;
}
