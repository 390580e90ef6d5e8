/** The match round by round: what was agreed, what broke, what came from outside, and the figures each round closed with. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reel } from '@concert/shared/recording/index';
import { useSpeech } from '../../panels/speech.ts';
import { TOLD_BY } from '../../replay/Moments.tsx';
import { SignMark } from '../../replay/SignMark.tsx';
import { newsFor } from '../../replay/sight.ts';
import { signsOf, type Sign } from '../../replay/signs.ts';
import { useActWords } from '../../replay/useActWords.ts';
import { ToMoment } from './Part.tsx';

const ALL = { kind: 'all' } as const;
/** Signatures and drafts have their own part of the report. */
const LEFT: readonly Sign[] = ['signed', 'proposal'];

export function Timeline({ reel }: { readonly reel: Reel }) {
  const { t } = useTranslation('seminar');
  const { news } = useSpeech();
  const words = useActWords();
  const signs = useMemo(() => signsOf(reel, ALL, reel.length - 1).filter(({ sign }) => !LEFT.includes(sign)), [reel]);
  const rounds = useMemo(() => reel.viewAt(reel.length - 1, ALL).history, [reel]);
  // Before the first round people take their seats.
  const groups = [...Map.groupBy(signs, ({ step }) => reel.steps[step]?.round ?? 0)].filter(([round]) => round > 0).sort(([a], [b]) => a - b);
  return (
    <ol className="report-timeline">
      {groups.map(([round, own]) => {
        const closed = rounds[String(round)]?.indicators;
        return (
          <li key={round}><h4>{t('report.round', { round })} <span className="hint">{t(`scenario:${reel.opened.scenario.roundLabels[round - 1] ?? ''}`, { defaultValue: '' })}{closed && ` · ${t('report.timeline.figures', { con: closed.CON, war: closed.W, ten: closed.TEN })}`}</span></h4>
            <ul>{own.map(({ step, sign }) => {
              const at = reel.steps[step];
              if (!at) return null;
              const told = newsFor(at, ALL).find(({ code }) => TOLD_BY[sign]?.test(code));
              // A phase that the clock closed tells itself only by its news.
              const first = told ?? (at.command.type === 'advance' ? newsFor(at, ALL)[0] : undefined);
              if (!first && at.command.type === 'advance') return null;
              return <li key={`${step}${sign}`}><SignMark sign={sign} size={13} /><span><span className="sr">{t(`replay:sign.${sign}`)}: </span>{first ? news(first) : words(reel, at, ALL).act} <ToMoment match={reel.opened.header.match} at={at} /></span></li>;
            })}</ul></li>
        );
      })}
    </ol>
  );
}
