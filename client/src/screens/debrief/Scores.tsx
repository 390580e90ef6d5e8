/** Every seat's score as a sum one can follow: points, the table's factor, par, and the terms behind the points. */
import { Check, Minus, X } from 'lucide-react';
import type { EndingSlice } from '@concert/shared';
import { useTranslation } from 'react-i18next';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useSentence } from '../../i18n/sentence.ts';

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

export function Scores({ ending, mine }: { readonly ending: EndingSlice; readonly mine: string | null }) {
  const { t } = useTranslation();
  const say = useSentence();
  const scores = [...ending.scores].sort((a, b) => b.score - b.par - (a.score - a.par));
  const widest = Math.max(60, ...scores.flatMap(({ score, par }) => [score, par]));
  const share = (value: number): string => `${(Math.max(0, value) / widest) * 100}%`;
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('scores.title')}>
      <table className="scores">
        <thead><tr><th scope="col">{t('scores.seat')}</th><th scope="col" className="num">{t('scores.n')}</th><th scope="col" className="num">{t('scores.score')}</th><th scope="col" className="num">{t('scores.par')}</th><th scope="col" className="num">{t('scores.diff')}</th><th scope="col"><span className="sr">{t('scores.bar')}</span></th><th scope="col">{t('scores.mandate')}</th><th scope="col">{t('scores.terms')}</th></tr></thead>
        <tbody>
          {scores.map(({ seat, n, score, par, mandateMet, terms }) => (
            <tr key={seat} data-mine={seat === mine || undefined}>
              <th scope="row"><SeatMark seat={seat} />{ending.second.includes(seat) && <span className="chip chip-good">{t('crown.short')}</span>}</th>
              <td className="num" data-label={t('scores.n')}>{n}</td><td className="num" data-label={t('scores.score')}><strong>{score}</strong></td><td className="num" data-label={t('scores.par')}>{par}</td>
              <td className="num" data-label={t('scores.diff')} data-good={score > par || undefined} data-bad={score < par || undefined}>{signed(score - par)}</td>
              <td className="score-bar" aria-hidden="true"><div><span style={{ inlineSize: share(score), background: `var(--seat-${seat}, var(--ink))` }} /><i style={{ insetInlineStart: share(par) }} /></div></td>
              <td data-label={t('scores.mandate')}>{mandateMet === null ? <Mark icon={Minus} text={t('scores.mandate.none')} /> : mandateMet ? <Mark icon={Check} text={t('scores.mandate.met')} /> : <Mark icon={X} text={t('scores.mandate.missed')} />}</td>
              <td className="score-terms"><details><summary>{t('scores.show')}</summary><ul className="term-list">{terms.map((term, at) => <li key={at}><span>{say.term(term.code, { value: term.value, ...term.params })}</span><span className="figure">{signed(term.value)}</span></li>)}<li className="term-sum"><span>{t('scores.times', { factor: (ending.factor / 10).toLocaleString() })}</span><span className="figure">{score}</span></li></ul></details></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Mark = ({ icon: Icon, text }: { readonly icon: typeof Check; readonly text: string }) => <span className="mark"><Icon size={15} aria-hidden="true" /> {text}</span>;
