/** M14: every seat's ranking of outcomes side by side, war last for all, and the restraint that was missed. */
import type { EndingSlice, View } from '@concert/shared';
import { useTranslation } from 'react-i18next';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { capitalised, useSentence } from '../../i18n/sentence.ts';
import './debrief.css';

export function Rankings({ ending, mine }: { readonly ending: EndingSlice; readonly mine: string | null }) {
  const { t } = useTranslation();
  const { rankings } = ending.unveiled;
  const par = new Map(ending.scores.map((score) => [score.seat, score.par]));
  const tiers = rankings[0]?.results.map(({ tier }) => tier) ?? [];
  return (
    <>
      <p className="hint">{t('rank.help')}</p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('rank.title')}>
        <table className="plain rankings">
          <thead><tr><th scope="col">{t('scores.seat')}</th>{tiers.map((tier) => <th key={tier} scope="col" className="num" data-here={tier === ending.tier || undefined}>{t(`tier.${tier}`)}{tier === ending.tier && <span className="rank-here">{t('rank.here')}</span>}</th>)}</tr></thead>
          <tbody>
            {rankings.map(({ seat, results }) => (
              <tr key={seat} data-mine={seat === mine || undefined}>
                <th scope="row"><SeatMark seat={seat} /></th>
                {results.map(({ tier, score }) => <td key={tier} className="num" data-here={tier === ending.tier || undefined} data-good={score > (par.get(seat) ?? 0) || undefined} data-zero={score === 0 || undefined}>{score}{score > (par.get(seat) ?? 0) && <span className="sr"> {t('rank.overPar')}</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{t('rank.last')} <CodexLink id="M14" /> <CodexLink id="M15" /></p>
    </>
  );
}

/** The crisis in which restraint would have counted most, in words; with the rest of the match as it was. */
export function Missed({ view, ending }: { readonly view: View; readonly ending: EndingSlice }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { restraint } = ending.unveiled;
  if (!restraint) {
    const crises = Object.values(view.history).filter((round) => round.sides !== null).length;
    return <p className="missed">{t(crises === 0 ? 'restraint.noCrisis' : 'restraint.kept', { count: crises })}</p>;
  }
  const { round, provoker, picks, readIn, was, would, prevents } = restraint;
  const backers = Object.entries(picks).flatMap(([seat, pick]) => (pick === 'back' ? [t(`scenario:seat.${seat}.the`)] : []));
  const key = prevents ? 'prevents' : ending.tier === 'war' ? 'tooLate' : 'lower';
  const words = { round, readIn, was, would, provoker: t(`scenario:seat.${provoker}.the`), seats: say.list(backers) };
  return (
    <div className="missed" data-grave={prevents || undefined}>
      <h3>{t(`restraint.${key}.title`, words)}</h3>
      <p>{capitalised(t('restraint.what', words))} {t(`restraint.${key}`, words)}</p>
      <dl className="missed-figures"><div><dt>{t('restraint.was')}</dt><dd className="figure">{was}</dd></div><div><dt>{t('restraint.would')}</dt><dd className="figure" data-good={would < was || undefined}>{would}</dd></div></dl>
      <p className="hint">{t('restraint.note')}</p>
    </div>
  );
}
