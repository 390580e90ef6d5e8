/** Dawn and reveal: what the last steps changed, as a communiqué: news in sentences, then how far the gauges moved. */
import type { IndicatorKey, NewsItem, Term, View } from '@concert/shared';
import { SeatList } from '../parts/SeatTag.tsx';
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

/** A communiqué tells results; who said what at the table stands in the news. */
const TALK = new Set(['tabled', 'countered', 'signed', 'refused', 'withdrawn', 'expired', 'duplicate', 'chairDraft', 'met', 'heldByBot', 'heldByPeople'].map((key) => `table.${key}`));
const weighs = (item: NewsItem): boolean => !TALK.has(item.code);
const KEPT = 'table.performed';

/** Promises kept, one line a clause with all that kept it. */
export function keptIn(news: readonly NewsItem[]): { readonly clause: string; readonly seats: readonly string[] }[] {
  const kept = new Map<string, Set<string>>();
  for (const { code, params } of news) if (code === KEPT) kept.set(String(params['clause']), (kept.get(String(params['clause'])) ?? new Set()).add(String(params['giver'])));
  return [...kept].map(([clause, seats]) => ({ clause, seats: [...seats] }));
}

/** `bare` where a fold already carries its name. */
export function Communique({ view, bare = false }: { readonly view: View; readonly bare?: boolean }) {
  const { t, num, signed, has, clause, news: tell } = useSpeech();
  const { table } = view;
  const told = table.phase === 'reveal' ? table.round : table.round - 1;
  const news = Object.values(view.news)
    .filter((item) => (item.round === told && weighs(item)) || (table.phase !== 'reveal' && item.round === table.round && item.phase === 'dawn'))
    .sort((a, b) => a.id - b.id);
  const kept = keptIn(news);
  const others = news.filter((item) => item.code !== KEPT);
  const changed = moves(view).filter((move) => move.by !== 0);
  return (
    <div className={bare ? 'pn-block' : 'pn-block pn-communique'}>
      {!bare && <h3 className="pn-subtitle">{told < 1 ? t('communique.opening') : t('communique.title', { round: num(told) })}</h3>}
      {told < 1 && <p>{t(has(`scenario:opening.${table.scenario}`) ? `scenario:opening.${table.scenario}` : 'scenario:opening')}</p>}
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
      {kept.length > 0 && (
        <div className="pn-facts"><span className="pn-label">{t('communique.kept')}</span>
          <ul className="pn-bullets">{kept.map((entry) => <li key={entry.clause}>{clause(entry.clause)} <SeatList seats={entry.seats} short /></li>)}</ul>
        </div>
      )}
      {news.length > 0 ? <ul className="pn-bullets">{others.map((item) => <li key={item.id}>{tell(item)}</li>)}</ul> : told >= 1 && <p>{t('communique.quiet')}</p>}
    </div>
  );
}
