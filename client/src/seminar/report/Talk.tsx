/** Who talked to whom: messages and words, who answered, who stood between others and who stood outside, when pairs first met. */
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useSpeech } from '../../panels/speech.ts';
import { TalkNet } from './charts/TalkNet.tsx';
import { useFigures } from './figures.ts';
import type { Measures } from './measures.ts';
import { Wide } from './Part.tsx';

export function Talk({ measures: { talk, frontier: { seats } } }: { readonly measures: Measures }) {
  const { t } = useTranslation('seminar');
  const { names, list } = useSpeech();
  const { percent, one } = useFigures();
  const tie = (from: string, to: string) => talk.ties.find((each) => each.from === from && each.to === to);
  const strangers = talk.contacts.filter(({ first }) => first === null);
  return (
    <div className="report-talk" data-silent={talk.ties.length === 0 || undefined}>
      <div className="stack">
        <Wide label={t('report.talk')}><table className="plain">
          <thead><tr><th scope="col">{t('report.fromTo')}</th>{seats.map((seat) => <th key={seat} scope="col" className="num">{t(`scenario:seat.${seat}.code`)}</th>)}<th scope="col" className="num">{t('report.plenary')}</th><th scope="col" className="num">{t('report.inside')}</th><th scope="col" className="num">{t('report.talk.words')}</th><th scope="col" className="num">{t('report.talk.between')}</th></tr></thead>
          <tbody>{talk.talkers.map((each) => (
            <tr key={each.seat}><th scope="row"><SeatMark seat={each.seat} /></th>{seats.map((to) => { const own = tie(each.seat, to); return <td key={to} className="num" data-zero={(each.seat !== to && !own) || undefined}>{each.seat === to ? '' : own ? <>{own.messages} <span className="hint">({own.words})</span></> : 0}</td>; })}<td className="num">{each.publicly}</td><td className="num">{each.inside}</td><td className="num">{each.words}</td><td className="num">{percent(each.betweenness)}</td></tr>
          ))}</tbody></table></Wide>
        <ul className="facts">
          {talk.reciprocity !== null && <li>{t('report.talk.reciprocity', { share: percent(talk.reciprocity) })}</li>}
          {talk.publicToPrivate !== null && <li>{t('report.talk.public', { ratio: one(talk.publicToPrivate) })}</li>}
          <li>{talk.ties.length === 0 ? t('report.talk.silent') : talk.brokers.length > 0 ? t('report.talk.brokers', { names: names(talk.brokers), count: talk.brokers.length }) : t('report.talk.noBroker')}</li>
          {talk.isolates.length > 0 && <li>{t('report.talk.isolates', { names: names(talk.isolates), count: talk.isolates.length })}</li>}
          {strangers.length > 0 && <li>{t('report.talk.strangers', { pairs: list(strangers.map(({ a, b }) => `${t(`scenario:seat.${a}.code`)}–${t(`scenario:seat.${b}.code`)}`)) })}</li>}
        </ul>
        <details><summary>{t('report.talk.first')}</summary><ul className="report-columns">{talk.contacts.map(({ a, b, first }) => <li key={`${a}${b}`}><b>{t(`scenario:seat.${a}.code`)}–{t(`scenario:seat.${b}.code`)}</b> {first ? t('report.talk.when', { round: first.round, minutes: first.minutes }) : t('report.talk.never')}</li>)}</ul></details>
      </div>
      {talk.ties.length > 0 && <TalkNet talk={talk} seats={seats} />}
    </div>
  );
}
