/** Trust between all pairs: ours to the point, the others' as a word and a five-step shape; and who met whom this round. */
import { Eye } from 'lucide-react';
import type { Band } from '@concert/shared';
import { CodexLink } from '../codex/CodexLink.tsx';
import { useScenario, useSeat, useView } from '../store/gameStore.ts';
import './panels.css';
import { SeatTag } from './parts/SeatTag.tsx';
import { Glance } from './relations/Glance.tsx';
import { useSpeech } from './speech.ts';

export default function Relations() {
  const view = useView();
  const scenario = useScenario();
  const me = useSeat();
  const { t, num } = useSpeech();
  const name = (seat: string): string => t(`scenario:seat.${seat}.name`);
  if (!view || !scenario) return null;
  const order = scenario.seats.map((spec) => spec.id);
  const of = (a: string, b: string) => view.trust[order.indexOf(a) < order.indexOf(b) ? `${a}-${b}` : `${b}-${a}`];
  const { meetings } = view.table;
  const bought = view.craft.exactPairs;
  return (
    <section className="pn-panel" aria-labelledby="pn-relations-title">
      <h2 id="pn-relations-title" className="pn-hidden">{t('relations.title')}</h2>
      {me && (
        <>
          <h3 className="pn-subtitle">{t('relations.ours')}</h3>
          <ul className="pn-trust-list">
            {order.filter((other) => other !== me).map((other) => {
              const trust = of(me, other);
              return trust && <li key={other}><SeatTag seat={other} /><TrustMark band={trust.band} /><span>{t(`band.${trust.band}`)}</span><span className="pn-figure">{trust.exact === null ? '' : num(trust.exact)}</span></li>;
            })}
          </ul>
        </>
      )}
      <h3 className="pn-subtitle">{t('relations.all')} <CodexLink id="T" /></h3>
      <table className="pn-matrix">
          <caption className="pn-hidden">{t('relations.caption')}</caption>
          <thead><tr><th scope="col"><span className="pn-hidden">{t('relations.pair')}</span></th>{order.slice(1).map((seat) => <th key={seat} scope="col"><SeatTag seat={seat} short /></th>)}</tr></thead>
          <tbody>
            {order.slice(0, -1).map((row, i) => (
              <tr key={row}>
                <th scope="row"><SeatTag seat={row} short /></th>
                {order.slice(1).map((column, j) => {
                  const trust = j >= i ? of(row, column) : undefined;
                  return trust
                    ? <td key={column} data-own={trust.exact !== null || undefined} title={`${name(row)} – ${name(column)}`}><TrustMark band={trust.band} /><span>{t(`band.${trust.band}`)}</span>{bought.includes(trust.pair) && trust.exact !== null && <span className="pn-bought"><Eye size={13} aria-hidden="true" /><span className="pn-figure">{num(trust.exact)}</span><span className="pn-hidden">{t('relations.bought')}</span></span>}</td>
                    : <td key={column} className="pn-blank" aria-hidden="true" />;
                })}
              </tr>
            ))}
          </tbody>
      </table>
      <p className="pn-note">{t('relations.help')} <CodexLink id="M02" /></p>
      {bought.length > 0 && <p className="pn-note pn-bought-key"><Eye size={14} aria-hidden="true" /> {t('relations.boughtHelp')}</p>}
      <Glance view={view} order={order} />
      <h3 className="pn-subtitle">{t('relations.met')}</h3>
      {meetings.length > 0
        ? <ul className="pn-rows">{meetings.map((m) => <li key={`${m.slot}${m.a}${m.b}`} className="pn-pair"><span className="pn-note">{t('relations.slot', { n: num(m.slot) })}</span><SeatTag seat={m.a} /><span aria-hidden="true">↔</span><SeatTag seat={m.b} /></li>)}</ul>
        : <p className="pn-note">{t('relations.metNone')}</p>}
    </section>
  );
}

/** Five bars, filled up to the band: a shape that reads without colour. */
function TrustMark({ band }: { readonly band: Band }) {
  return <span className="pn-bars" data-band={band} aria-hidden="true">{[0, 1, 2, 3, 4].map((n) => <i key={n} data-on={n <= band || undefined} />)}</span>;
}
