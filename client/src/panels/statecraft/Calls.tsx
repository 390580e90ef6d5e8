/** One line under the heading that names what else waits for us; each name leads to its place further down. */
import { ArrowDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { View } from '@concert/shared';
import { useSpeech } from '../speech.ts';
import { callsOf } from './calls.ts';
import type { Call } from './calls.ts';

/** Brings the place of a call into sight and hands it the keyboard. */
function goTo(kind: Call['kind']): void {
  const place = document.querySelector<HTMLElement>(`[data-call="${kind}"]`);
  const target = place?.querySelector<HTMLElement>('button') ?? place;
  place?.scrollIntoView({ block: 'start', behavior: 'auto' });
  target?.focus({ preventScroll: true });
}

export function Calls({ view }: { readonly view: View }) {
  const { t, seat, clause } = useSpeech();
  const calls = callsOf(view);
  if (calls.length === 0) return null;
  const words = (call: Call): string => {
    switch (call.kind) {
      case 'bid': case 'bud': return t(`craft.call.${call.kind}`, { event: t(`scenario:event.${call.event}.name`) });
      case 'reading': case 'apology': return t(`craft.call.${call.kind}`, { clause: clause(call.clause) });
      case 'card': return t('craft.call.card', { seat: seat(call.seat) });
      case 'demarche': return t('craft.call.demarche', { seat: seat(call.target) });
      default: return call satisfies never;
    }
  };
  return (
    <div className="pn-calls">
      <p className="pn-label" id="pn-calls">{t('craft.call.title')}</p>
      <ul aria-labelledby="pn-calls">{calls.map((call, i) => <li key={i}><Button className="pn-button pn-call" onPress={() => goTo(call.kind)}><ArrowDown size={15} aria-hidden="true" />{words(call)}</Button></li>)}</ul>
    </div>
  );
}
