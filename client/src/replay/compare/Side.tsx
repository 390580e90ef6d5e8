/** One of the two players: which recording, where it stands, what was just done and told, its map, and the way to it alone. */
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { placeOf } from '../address.ts';
import { useActWords } from '../useActWords.ts';
import { useCompared } from './compareStore.ts';
import type { Side as Which } from './pair.ts';
import { useSideName } from './useSideName.ts';
import { useStopView } from './useStopView.ts';

/** News of the phase shown at most. */
const MOST_NEWS = 5;

export function Side({ side, map }: { readonly side: Which; readonly map: ReactNode }) {
  const { t } = useTranslation('replay');
  const shown = useStopView(side);
  const name = useSideName(side);
  const id = useCompared((state) => state.loaded?.[side].id ?? '');
  const stop = useCompared((state) => state.stops[state.at]);
  const words = useActWords();
  const told = useMemo(() => {
    if (!shown || !stop) return [];
    const { reel, step, viewer } = shown;
    const lines: string[] = [];
    // Newest first, of this phase only; a recording that has no such phase tells nothing.
    for (let at = step; at >= 0 && lines.length < MOST_NEWS && stop.there[side]; at -= 1) {
      const each = reel.steps[at];
      if (!each || each.round !== stop.round || each.phase !== stop.phase || each.slot !== stop.slot) break;
      const { act, news } = words(reel, each, viewer);
      lines.push(...(news.length > 0 ? [...news].reverse() : [act]));
    }
    return [...new Set(lines)].slice(0, MOST_NEWS);
  }, [shown, stop, side, words]);
  if (!shown || !stop) return null;
  const { reel, step, view, viewer } = shown;
  return (
    <section className={`cmp-side cmp-side-${side}`} aria-labelledby={`cmp-${side}`} data-side={side} data-step={step}>
      <header><h2 id={`cmp-${side}`}><span className={`cmp-letter cmp-${side}`}>{t(`compare.${side}`)}</span>{name}</h2>
        <Link className="btn" href={`/r/${encodeURIComponent(id)}${placeOf(reel, step, viewer)}`} aria-label={t('compare.open', { side: t(`compare.${side}`) })}>{t('compare.open.short')}</Link></header>
      {view.ending ? <p className="cmp-state">{t('compare.ended', { tier: t(`ui:tier.${view.ending.tier}`), round: view.ending.round })}</p> : <p className="cmp-state">{t(stop.there[side] ? 'compare.here' : 'compare.notHere', { round: view.table.round, phase: t(`ui:phase.${view.table.phase}`) })}</p>}
      <div className="cmp-map">{map}</div>
      <ul className="cmp-news">{told.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}
