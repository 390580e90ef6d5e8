/** Dawn and reveal: what the last steps changed, as a communiqué: news in sentences, then how far the gauges moved. */
import type { IndicatorKey, Term, View } from '@concert/shared';
import { useSpeech } from '../speech.ts';

const SHOWN: readonly IndicatorKey[] = ['CON', 'TEN', 'BLOC', 'VAL', 'D', 'W'];
/** At dawn the round just closed is told; at the reveal the one that closes now. */
export function moves(view: View): { readonly key: IndicatorKey; readonly now: number; readonly by: number }[] {
  const before = view.history[String(view.table.phase === 'reveal' ? view.table.round - 1 : view.table.round - 2)];
  const values = view.gauges.values;
  return SHOWN.flatMap((key) => {
    if (key === 'PRO' || key === 'CM') return [];
    const now = values[key];
    const was = before?.indicators[key];
    const terms: readonly Term[] = view.gauges.terms[key] ?? [];
    return [{ key, now, by: was === undefined ? terms.reduce((all, term) => all + term.value, 0) : now - was }];
  });
}

export function Communique({ view }: { readonly view: View }) {
  const { t, num, signed, has, news: tell } = useSpeech();
  const { table } = view;
  const told = table.phase === 'reveal' ? table.round : table.round - 1;
  const news = Object.values(view.news)
    .filter((item) => item.round === told || (table.phase !== 'reveal' && item.round === table.round && item.phase === 'dawn'))
    .sort((a, b) => a.id - b.id).slice(-12);
  const changed = moves(view).filter((move) => move.by !== 0);
  return (
    <div className="pn-block pn-communique">
      <h3 className="pn-subtitle">{told < 1 ? t('communique.opening') : t('communique.title', { round: num(told) })}</h3>
      {told < 1 && has('scenario:opening') && <p>{t('scenario:opening')}</p>}
      {news.length > 0 ? <ul className="pn-bullets">{news.map((item) => <li key={item.id}>{tell(item)}</li>)}</ul> : told >= 1 && <p>{t('communique.quiet')}</p>}
      {changed.length > 0 && (
        <dl className="pn-moves">
          {changed.map((move) => (
            <div key={move.key} className="pn-move">
              <dt>{t(`gauge.${move.key}`)}</dt>
              <dd><span className="pn-figure">{num(move.now)}</span> <span className="pn-note">{move.by > 0 ? '▲' : '▼'} {signed(move.by)}</span></dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
