/** The frontier of all packages: the picture for any two seats, each point's worth to the six, what everybody would have preferred, and who could have done better apart. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointName } from '@concert/shared/debrief/frontier/frontier';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useSpeech } from '../../panels/speech.ts';
import { FrontierChart, LETTER, MARKS } from './charts/FrontierChart.tsx';
import { useFigures } from './figures.ts';
import { pictureOf, type FrontierPictures, type Measures, type Possible } from './measures.ts';
import { Wide } from './Part.tsx';

const GROUPS = 'groups';

export function Frontier({ measures }: { readonly measures: Measures }) {
  const { t } = useTranslation('seminar');
  const { names } = useSpeech();
  const [scope, setScope] = useState<'negotiated' | 'open'>('negotiated');
  const shown: Possible = scope === 'open' && measures.open ? measures.open : measures;
  const { frontier } = shown;
  const [axes, setAxes] = useState<readonly [string, string]>([GROUPS, GROUPS]);
  const picture = axes[0] === GROUPS ? frontier.groups : pictureOf(frontier, axes[0], axes[1]) ?? frontier.groups;
  const choose = (which: 0 | 1, seat: string): void => {
    if (seat === GROUPS) return setAxes([GROUPS, GROUPS]);
    const kept = axes[1 - which] as string;
    const other = kept === seat || kept === GROUPS ? frontier.seats.find((each) => each !== seat) ?? seat : kept;
    setAxes(which === 0 ? [seat, other] : [other, seat]);
  };
  const pick = (which: 0 | 1, label: string) => (
    <label className="field"><span className="field-label">{label}</span>
      <select className="input" value={axes[which]} onChange={(event) => choose(which, event.target.value)}><option value={GROUPS}>{t(`report.frontier.group.${which}`)}</option>{frontier.seats.map((seat) => <option key={seat} value={seat}>{t(`scenario:seat.${seat}.name`)}</option>)}</select>
    </label>
  );
  return (
    <>
      <p>{t(`report.frontier.size.${shown.frontier.scope}`, { items: frontier.items.length, bits: Math.round(frontier.bits), count: frontier.packages })} {t(frontier.complete ? 'report.frontier.exact' : 'report.frontier.partly')}{frontier.cut.length > 0 && ` ${t('report.frontier.cut', { count: frontier.cut.length })}`}</p>
      <p className="hint">{t('report.frontier.how')}</p>
      <div className="row no-print report-axes">{pick(0, t('report.frontier.across'))}{pick(1, t('report.frontier.up'))}
        <label className="field"><span className="field-label">{t('report.frontier.scope')}</span><select className="input" value={scope} onChange={(event) => setScope(event.target.value === 'open' ? 'open' : 'negotiated')}><option value="negotiated">{t('report.frontier.scope.negotiated')}</option><option value="open" disabled={!measures.open}>{t(measures.open ? 'report.frontier.scope.open' : 'report.making')}</option></select></label></div>
      <figure className="seminar-figure"><div className="chart-box scroll-x" tabIndex={0} role="region" aria-label={t('report.frontier.title')}><FrontierChart picture={picture} name={names} /></div>
        <figcaption><ul className="report-legend">{MARKS.filter((mark) => picture.marks.some((each) => each.mark === mark)).map((mark) => <li key={mark}><b aria-hidden="true">{LETTER[mark]}</b> {t(`report.point.${mark}`)}</li>)}</ul></figcaption></figure>
      <Worths measures={shown} />
      <Preferred frontier={frontier} />
      <Apart shown={shown} measures={measures} />
    </>
  );
}

const POINTS: readonly PointName[] = ['nash', 'kalaiSmorodinsky', 'bentham', 'rawls'];
function Worths({ measures: { frontier, surplus } }: { readonly measures: Possible }) {
  const { t } = useTranslation('seminar');
  const { points, percent, two } = useFigures();
  const rows: readonly (readonly [string, Readonly<Record<string, number>> | null])[] = [
    ['signed', frontier.signed.tenths], ['kept', frontier.kept], ...POINTS.map((name) => [name, frontier.points[name]?.tenths ?? null] as const),
    ...frontier.preferred.map(({ why, tenths }) => [why, tenths] as const), ['ideal', frontier.ideal],
  ];
  const sum = (worth: Readonly<Record<string, number>>): number => frontier.seats.reduce((all, seat) => all + (worth[seat] ?? 0), 0);
  return (
    <>
      <Wide label={t('report.frontier.worths')}><table className="plain report-worths"><caption>{t('report.frontier.worths')}</caption>
        <thead><tr><th scope="col">{t('report.frontier.package')}</th>{frontier.seats.map((seat) => <th key={seat} scope="col" className="num">{t(`scenario:seat.${seat}.code`)}</th>)}<th scope="col" className="num">{t('report.frontier.sum')}</th></tr></thead>
        <tbody>{rows.map(([name, worth]) => <tr key={name} data-strong={name === 'signed' || undefined}><th scope="row">{t(`report.point.${name}`)}</th>{worth === null ? <td colSpan={frontier.seats.length + 1}>{t('report.frontier.nobody')}</td> : <>{frontier.seats.map((seat) => <td key={seat} className="num" data-bad={(worth[seat] ?? 0) < 0 || undefined}>{points(worth[seat] ?? 0)}</td>)}<td className="num">{name === 'ideal' ? '' : points(sum(worth))}</td></>}</tr>)}</tbody></table></Wide>
      <p>{t('report.frontier.joint', { signed: percent(surplus.jointGain.signed), kept: percent(surplus.jointGain.kept) })} {t('report.frontier.gini', { signed: two(surplus.gini.signed), kept: two(surplus.gini.kept) })}</p>
      {surplus.seats.some(({ worseThanNoDeal, worseAsKept }) => worseThanNoDeal || worseAsKept) && <p className="report-blocked">{t('report.frontier.worse')} {surplus.seats.filter(({ worseThanNoDeal, worseAsKept }) => worseThanNoDeal || worseAsKept).map(({ seat }) => <SeatMark key={seat} seat={seat} short />)}</p>}
    </>
  );
}

function Preferred({ frontier }: { readonly frontier: FrontierPictures }) {
  const { t } = useTranslation('seminar');
  const { names, clause, list } = useSpeech();
  const { gain, points } = useFigures();
  const { gap, preferred, items, seats, signed } = frontier;
  /** A clause as it was drafted, where that changes its worth. */
  const inForm = ({ clause: id, form }: FrontierPictures['items'][number]): string => (form === null ? clause(id) : t('report.frontier.inForm', { clause: clause(id), form: list((['sunset', 'rider', 'snapBack'] as const).flatMap((each) => (form[each] ? [t(`report.form.${each}`)] : []))) }));
  /** A package in words: what each giver, or group of givers, gives. */
  const words = (chosen: readonly number[]) => (
    <ul className="report-clauses-of">{[...Map.groupBy(chosen.flatMap((at) => items[at] ?? []), ({ givers }) => givers.join('+'))].sort(([, a], [, b]) => (a[0]?.givers.length ?? 0) - (b[0]?.givers.length ?? 0)).map(([key, own]) => <li key={key}><b>{names(own[0]?.givers ?? [])}</b> {own.map(inForm).join(' · ')}</li>)}</ul>
  );
  return (
    <section className="stack"><h4>{t('report.frontier.preferred')}</h4>
      {gap.efficient ? <p>{t('report.frontier.efficient')}</p> : <p>{t('report.frontier.better', { count: gap.better })} {gap.leftOnTable > 0 ? t('report.frontier.left', { points: points(gap.leftOnTable) }) : t('report.frontier.noneForAll')}</p>}
      {preferred[0]?.by === 'signers' && <p>{t('report.frontier.signers', { names: names(frontier.signers) })}</p>}
      <ol className="report-preferred">{preferred.map((each) => (
        <li key={each.why} className="report-package"><h5><b aria-hidden="true">{LETTER[each.why]}</b> {t(`report.point.${each.why}`)}</h5>
          <p className="hint">{t(`report.frontier.why.${each.why}`)} {t(each.by === 'signers' ? 'report.frontier.signersGain' : each.everybody ? 'report.frontier.allGain' : 'report.frontier.noneLose')}</p>
          {each.added.length > 0 && <><p><strong>{t(signed.chosen.length > 0 ? 'report.frontier.added' : 'report.frontier.agreed', { n: each.added.length })}</strong></p>{words(each.added)}</>}
          {each.dropped.length > 0 && <><p><strong>{t('report.frontier.dropped', { n: each.dropped.length })}</strong></p>{words(each.dropped)}</>}
          <p className="report-gains">{seats.map((seat) => <span key={seat}><b>{t(`scenario:seat.${seat}.code`)}</b> {gain((each.tenths[seat] ?? 0) - (signed.tenths[seat] ?? 0))}</span>)}</p></li>
      ))}</ol></section>
  );
}

/** Coalitions that could have done better among themselves, issues traded, what a simple model expected. */
function Apart({ shown: { stability, frontier }, measures: { logrolling, forecast } }: { readonly shown: Possible; readonly measures: Measures }) {
  const { t } = useTranslation('seminar');
  const { clause, names, list } = useSpeech();
  const { gain, percent, one } = useFigures();
  return (
    <>
      <details><summary>{t('report.stable.title', { count: stability.blocking.length })}</summary>
        {stability.blocking.length === 0 ? <p>{t('report.stable.none')}</p> : <ul className="facts">{stability.blocking.map((each) => <li key={`${each.how}${each.members.join()}`}>{t(`report.stable.${each.how}`, { members: names(each.members), clauses: list(each.chosen.map((at) => clause(frontier.items[at]?.clause ?? ''))) || t('report.stable.nothing') })} {Object.entries(each.gains).map(([seat, tenths]) => `${t(`scenario:seat.${seat}.code`)} ${gain(tenths)}`).join(', ')}</li>)}</ul>}
      </details>
      <details><summary>{t('report.issues.title')}</summary>
        <Wide label={t('report.issues.title')}><table className="plain"><thead><tr><th scope="col">{t('watch.seat')}</th><th scope="col">{t('report.issues.top')}</th><th scope="col" className="num">{t('report.issues.won')}</th><th scope="col" className="num">{t('report.issues.gave')}</th><th scope="col" className="num">{t('report.issues.elsewhere')}</th></tr></thead>
          <tbody>{logrolling.map((each) => <tr key={each.seat}><th scope="row"><SeatMark seat={each.seat} /></th><td>{list(each.issues.slice(0, 2).map(({ category }) => t(`scenario:category.${category}`)))}</td><td className="num">{percent(each.wonOnTop)}</td><td className="num">{each.gave}</td><td className="num">{percent(each.gaveElsewhere)}</td></tr>)}</tbody></table></Wide>
        <Wide label={t('report.forecast.title')}><table className="plain"><caption>{t('report.forecast.title')}</caption><thead><tr><th scope="col">{t('report.forecast.issue')}</th><th scope="col" className="num">{t('report.forecast.expected')}</th><th scope="col" className="num">{t('report.forecast.signed')}</th><th scope="col" className="num">{t('report.forecast.delta')}</th></tr></thead>
          <tbody>{forecast.map((each) => <tr key={each.category}><th scope="row">{t(`scenario:category.${each.category}`)}</th><td className="num">{one(each.expected)} %</td><td className="num">{one(each.signed)} %</td><td className="num">{gain(each.delta * 10)}</td></tr>)}</tbody></table></Wide>
        <p className="hint">{t('report.forecast.help')}</p>
      </details>
    </>
  );
}
