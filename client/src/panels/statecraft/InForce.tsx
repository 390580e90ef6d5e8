/** Events whose effects still stand: what happened, how long it holds, and what was bid on it; with the window after a storm (EV-2, M18). */
import type { View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { Fold } from '../parts/Fold.tsx';
import { useScenario } from '../../store/gameStore.ts';
import { useSpeech } from '../speech.ts';

export interface Standing { readonly event: string; /** Last round in which anything of it holds; null while it stays in force. */ readonly until: number | null }
/** One entry an event; of several spans the longest counts. */
export function standingOf({ craft, table }: Pick<View, 'craft' | 'table'>, windowEvent: string | undefined): Standing[] {
  const spans = new Map<string, number | null>();
  for (const { event, until } of craft.effects) {
    const before = spans.get(event);
    spans.set(event, before === null || until === null ? null : Math.max(before ?? 0, until));
  }
  if (table.windowUntil !== null && windowEvent !== undefined) spans.set(windowEvent, table.windowUntil);
  for (const event of Object.keys(craft.bids)) if (!spans.has(event)) spans.set(event, table.round);
  return [...spans].map(([event, until]) => ({ event, until })).filter(({ until }) => until === null || until >= table.round);
}

/** The scenario's window of opportunity is an event of its own kind. */
export function useStanding(view: View): Standing[] {
  const scenario = useScenario();
  return standingOf(view, scenario?.events.find((event) => event.kind === 'window')?.id);
}

export function InForce({ view, open = false }: { readonly view: View; readonly open?: boolean }) {
  const { t, num } = useSpeech();
  const standing = useStanding(view);
  if (standing.length === 0) return null;
  return (
    <Fold title={t('inForce.title')} note={num(standing.length)} open={open}>
      <ul className="pn-rows">{standing.map((each) => <li key={each.event}><Row view={view} {...each} /></li>)}</ul>
    </Fold>
  );
}

function Row({ view, event, until }: Standing & { readonly view: View }) {
  const { t, num, has } = useSpeech();
  const left = until === null ? null : until - view.table.round;
  const bids = view.craft.bids[event];
  const window = useScenario()?.events.find((spec) => spec.id === event)?.kind === 'window';
  const option = (bid: string): string => t(has(`scenario:event.${event}.option.${bid}`) ? `scenario:event.${event}.option.${bid}` : `craft.bid.${bid}`);
  return (
    <div className="pn-standing">
      <p><strong>{t(`scenario:event.${event}.name`)}</strong> <span className="pn-tag">{left === null ? t('inForce.open') : left <= 0 ? t('inForce.now') : t('inForce.until', { round: num(until ?? 0) })}</span>{window && <> <CodexLink id="M18" /></>}</p>
      <p className="pn-option-body">{t(`scenario:event.${event}.text`)}</p>
      {bids && <ul className="pn-inline pn-note">{Object.entries(bids).map(([seat, bid]) => <li key={seat}><SeatTag seat={seat} short /> {option(bid)}</li>)}</ul>}
    </div>
  );
}
