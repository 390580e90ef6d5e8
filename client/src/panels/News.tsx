/** The news by round, newest first; an item that happened somewhere shows its place on the map. */
import { MapPin } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { NewsItem } from '@concert/shared';
import { useScenario, useSelectPlace, useView } from '../store/gameStore.ts';
import './panels.css';
import { Empty } from './parts/Empty.tsx';
import { Fold } from './parts/Fold.tsx';
import { InForce } from './statecraft/InForce.tsx';
import { useSpeech } from './speech.ts';

/** Rounds from the latest back; inside a round as it happened. */
export function newsByRound(news: readonly NewsItem[]): { readonly round: number; readonly items: readonly NewsItem[] }[] {
  const rounds = [...new Set(news.map((item) => item.round))].sort((a, b) => b - a);
  return rounds.map((round) => ({ round, items: news.filter((item) => item.round === round).sort((a, b) => b.id - a.id) }));
}

const SIGNED = 'table.signed';
const textOf = ({ params }: NewsItem): string => `${String(params['author'])}:${String(params['clauses'])}`;
/** Signatures under one text in one phase are told together, at the latest of them, so that a full round of signing is one line. */
export function gathered(items: readonly NewsItem[]): NewsItem[] {
  const told = new Map<string, string[]>();
  const key = (item: NewsItem): string => `${item.phase} ${String(item.to)} ${textOf(item)}`;
  for (const item of items) if (item.code === SIGNED) told.set(key(item), [String(item.params['seat']), ...(told.get(key(item)) ?? [])]);
  return items.flatMap((item) => {
    if (item.code !== SIGNED) return [item];
    const seats = told.get(key(item));
    if (!seats) return [];
    told.delete(key(item));
    return [seats.length === 1 ? item : { ...item, code: 'table.signedBy', params: { ...item.params, seats } }];
  });
}

export default function News() {
  const view = useView();
  const scenario = useScenario();
  const select = useSelectPlace();
  const { t, num, has, news: tell } = useSpeech();
  if (!view) return null;
  const periodOf = (label: string | undefined): string | undefined => (label !== undefined && has(`scenario:${label}`) ? t(`scenario:${label}`) : undefined);
  const rounds = newsByRound(Object.values(view.news));
  return (
    <section className="pn-panel" aria-labelledby="pn-news-title">
      <h2 id="pn-news-title" className="pn-hidden">{t('news.title')}</h2>
      <InForce view={view} />
      {rounds.length === 0 && <Empty>{t('news.empty')}</Empty>}
      {rounds.map(({ round, items }, place) => (
        <Fold key={round} title={t('news.round', { round: num(round) })} note={periodOf(scenario?.roundLabels[round - 1])} open={place === 0}>
          <ul className="pn-news">
            {gathered(items).map((item, i, all) => (
              <li key={item.id}>
                {all[i - 1]?.phase !== item.phase && <span className="pn-when">{t(`phase.${item.phase}`)}</span>}
                {item.place
                  ? <Button className="pn-news-item" onPress={() => select(item.place ?? null)}><span>{tell(item)}</span><MapPin size={15} aria-label={t('news.onMap')} /></Button>
                  : <p>{tell(item)}</p>}
                {item.to !== 'all' && <span className="pn-tag">{t('news.private')}</span>}
              </li>
            ))}
          </ul>
        </Fold>
      ))}
    </section>
  );
}
