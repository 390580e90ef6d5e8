/** The moments at which the match turned, in words, each with its way into the replay. */
import { useTranslation } from 'react-i18next';
import type { Reel } from '@concert/shared/recording/index';
import { useLater } from '../../i18n/useLater.ts';
import { namesIn, capitalised, type Params, type Translate } from '../../i18n/sentence.ts';
import type { Measures } from './measures.ts';
import { useActWords } from '../../replay/useActWords.ts';
import { ToMoment } from './Part.tsx';

const ALL = { kind: 'all' } as const;

export function Turns({ measures: { turns }, reel }: { readonly measures: Measures; readonly reel: Reel }) {
  const { t, i18n } = useTranslation('seminar');
  const translate = t as unknown as Translate;
  const words = useActWords();
  const worded = useLater('debrief');
  if (turns.length === 0) return <p className="empty">{t('report.turns.none')}</p>;
  if (!worded) return <p className="empty">{t('report.making')}</p>;
  return (
    <ol className="report-turns">{turns.map((turn, i) => {
      const at = reel.steps[turn.step];
      const key = `debrief:${turn.code}`;
      // A turn without words of its own is told by the act that brought it.
      const said = i18n.exists(key, turn.params as Record<string, unknown>) ? translate(key, namesIn(translate, i18n.language, turn.params as Params)) : at ? words(reel, at, ALL).news[0] ?? words(reel, at, ALL).act : '';
      return <li key={i}><span className="eyebrow">{t('report.round', { round: turn.round })} · {t(`ui:phase.${turn.phase}`)}</span><p>{capitalised(said)} <ToMoment match={reel.opened.header.match} at={at} /></p></li>;
    })}</ol>
  );
}
