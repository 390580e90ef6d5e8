/** What the pairs did to each other and how far they trusted each other, over the rounds. */
import { useTranslation } from 'react-i18next';
import type { Reel } from '@concert/shared/recording/index';
import { useSpeech } from '../../panels/speech.ts';
import { PairCourses, type PairLine } from './charts/PairCourses.tsx';
import { useFigures } from './figures.ts';
import type { Measures } from './measures.ts';
import { ToMoment, Wide } from './Part.tsx';

export function Cooperation({ measures }: { readonly measures: Measures }) {
  const { t } = useTranslation('seminar');
  const { one, two } = useFigures();
  const pairs = measures.courses.map(({ a, b, rounds, deeds, mean, reciprocity }): PairLine => ({
    a, b, summary: mean, series: (['ab', 'ba'] as const).map((way) => ({ way, points: rounds.map((each) => ({ round: each.round, value: each[way] })) })),
    dots: deeds.map(({ round, value }) => ({ round, value })), note: deeds.length === 0 ? t('report.pairs.nothing') : `${t('report.pairs.mean', { mean: one(mean), count: deeds.length })}${reciprocity === null ? '' : ` · r ${two(reciprocity)}`}`,
  }));
  return <PairCourses title={t('report.pairs.title')} pairs={pairs} domain={[-10, 10]} ways />;
}

export function Trust({ measures: { trust, frontier }, reel }: { readonly measures: Measures; readonly reel: Reel }) {
  const { t } = useTranslation('seminar');
  const { seat, names, term } = useSpeech();
  const lines = trust.lines.map(({ a, b, start, rounds, end, change }): PairLine => ({
    a, b, summary: change, series: [{ way: 'both', points: [{ round: 0, value: start }, ...rounds.map(({ round, trust: value }) => ({ round, value }))] }], dots: [], note: `${start} → ${end}`,
  }));
  const of = (a: string, b: string) => trust.lines.find((each) => (each.a === a && each.b === b) || (each.a === b && each.b === a));
  const turn = (kind: 'fall' | 'rise') => {
    const found = trust[kind];
    return found && <li>{t(`report.trust.${kind}`, { a: seat(found.a), b: seat(found.b), change: Math.abs(found.change), round: found.round, why: term({ code: found.codes[0] ?? '', value: found.change }) })} <ToMoment match={reel.opened.header.match} at={reel.steps[found.step]} /></li>;
  };
  return (
    <>
      <Wide label={t('report.trust.title')}><table className="plain report-matrix"><caption>{t('report.trust.matrix')}</caption>
        <thead><tr><td />{frontier.seats.slice(1).map((id) => <th key={id} scope="col" className="num">{t(`scenario:seat.${id}.code`)}</th>)}</tr></thead>
        <tbody>{frontier.seats.slice(0, -1).map((a, i) => <tr key={a}><th scope="row">{t(`scenario:seat.${a}.code`)}</th>{frontier.seats.slice(1).map((b, j) => { const pair = j >= i ? of(a, b) : undefined; return <td key={b} className="num" data-good={(pair && pair.change > 0) || undefined} data-bad={(pair && pair.change < 0) || undefined}>{pair ? `${pair.start}→${pair.end} ${pair.change > 0 ? '▲' : pair.change < 0 ? '▼' : '='}` : ''}</td>; })}</tr>)}</tbody></table></Wide>
      <ul className="facts">{trust.least && <li>{t('report.trust.least', { seats: names([trust.least.a, trust.least.b]), trust: trust.least.end })}</li>}{turn('fall')}{turn('rise')}</ul>
      <PairCourses title={t('report.trust.title')} pairs={lines} domain={[0, 100]} ways={false} />
    </>
  );
}
