/** M06, M07: the wall round by round: levels declared and really held, and the pressure on paper beside the pressure that got through. */
import type { View } from '@concert/shared';
import { useTranslation } from 'react-i18next';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { useSentence } from '../../i18n/sentence.ts';
import { leakRuns } from './unveil.ts';

export function Wall({ view, seats }: { readonly view: View; readonly seats: readonly string[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  const rounds = Object.values(view.history).sort((a, b) => a.round - b.round);
  const holders = seats.filter((seat) => rounds.some(({ redLines }) => redLines[seat] !== undefined));
  const runs = leakRuns(view.history);
  if (rounds.length === 0) return <p className="empty">{t('course.none')}</p>;
  return (
    <>
      <p className="hint">{t('wall.help')} <CodexLink id="M06" /></p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('wall.title')}>
        <table className="plain wall">
          <thead><tr><th scope="col">{t('course.round')}</th>{holders.map((seat) => <th key={seat} scope="col" className="num"><abbr title={say.seat(seat)}>{t(`scenario:seat.${seat}.code`)}</abbr></th>)}<th scope="col" className="num">{t('wall.paper')}</th><th scope="col" className="num">{t('wall.through')}</th></tr></thead>
          <tbody>
            {rounds.map(({ round, redLines, enforcement, paperPressure, pressure, tests }) => (
              <tr key={round}>
                <th scope="row">{round}{tests > 0 && <span className="chip">{t('wall.test')}</span>}</th>
                {holders.map((seat) => {
                  const [said, held] = [redLines[seat], enforcement?.[seat] ?? redLines[seat]];
                  return <td key={seat} className="num" data-bad={held !== said || undefined}>{said === held ? said : <><s aria-hidden="true">{said}</s> {held}<span className="sr"> {t('wall.instead', { said, held })}</span></>}</td>;
                })}
                <td className="num">{paperPressure}</td>
                <td className="num" data-bad={(pressure ?? paperPressure) < paperPressure || undefined}>{pressure}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {runs.length > 0
        ? <ul className="facts">{runs.map(({ seat, from, to }) => <li key={`${seat}${from}`}><span>{t(from === to ? 'wall.leak' : 'wall.leaks', { seat: say.seat(seat), from, to })} <CodexLink id="M07" /></span></li>)}</ul>
        : <p>{t('wall.whole')}</p>}
    </>
  );
}
