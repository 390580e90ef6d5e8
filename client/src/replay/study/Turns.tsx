/** The turning points of a recording, each with its reason and a way there; nothing from later than the reader has come, nothing these eyes could not know. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '@concert/shared/debrief/turningPoints';
import type { Reel } from '@concert/shared/recording/index';
import { capitalised, namesIn, type Params, type Translate } from '../../i18n/sentence.ts';
import { useLater } from '../../i18n/useLater.ts';
import { placeOf } from '../address.ts';
import { pause, seek, useLastShown, useReel, useReplay } from '../replayStore.ts';
import { useStepPlace } from '../useActWords.ts';

type Finder = typeof import('./findTurns.ts');
/** The measures come with the drawer: whoever only watches need not fetch them. */
function useFinder(): Finder | 'failed' | null {
  const [finder, setFinder] = useState<Finder | 'failed' | null>(null);
  useEffect(() => {
    let gone = false;
    // A moment later, so that the drawer stands before rounds are played again.
    const timer = setTimeout(() => void import('./findTurns.ts').then((found) => { if (!gone) setFinder(found); }, () => { if (!gone) setFinder('failed'); }), 0);
    return () => { gone = true; clearTimeout(timer); };
  }, []);
  return finder;
}

/** A recording of views has no truth behind it that rounds could be played again from. */
export function Turns() {
  const { t } = useTranslation('replay');
  const reel = useReel();
  return <section className="stack"><h3>{t('study.turns')}</h3>{reel.whole ? <Found reel={reel} /> : <p className="hint">{t('study.turns.views')}</p>}</section>;
}

function Found({ reel }: { readonly reel: Reel }) {
  const { t } = useTranslation('replay');
  const finder = useFinder();
  const worded = useLater('debrief');
  const viewer = useReplay((state) => state.viewer);
  const asWeGo = useReplay((state) => state.asWeGo);
  const last = useLastShown();
  const turns = useMemo(() => (finder === null || finder === 'failed' ? null : finder.turnsIn(reel, last, viewer)), [finder, reel, last, viewer]);
  if (finder === 'failed' || turns === 'failed') return <p className="hint" role="status">{t('study.turns.failed')}</p>;
  if (turns === null || !worded) return <p className="hint" role="status">{t('study.turns.looking')}</p>;
  return (
    <>
      <p className="hint">{t('study.turns.help')}{(asWeGo || viewer.kind !== 'all') && ` ${t('study.turns.seen')}`}</p>
      {turns.length === 0 ? <p className="hint">{t('study.turns.none')}</p> : <ol className="study-turns">{turns.map((turn) => <Row key={`${turn.seq}${turn.code}`} turn={turn} reel={reel} />)}</ol>}
    </>
  );
}

function Row({ turn, reel }: { readonly turn: Turn; readonly reel: Reel }) {
  const { t, i18n } = useTranslation(['replay', 'debrief']);
  const viewer = useReplay((state) => state.viewer);
  const here = useReplay((state) => state.step === turn.step);
  const place = useStepPlace();
  const at = reel.steps[turn.step];
  if (!at) return null;
  const translate = t as unknown as Translate;
  return (
    <li data-kind={turn.code.split('.')[1]}>
      <a className="study-link" href={placeOf(reel, turn.step, viewer)} aria-current={here ? 'step' : undefined} onClick={(event) => { if (event.metaKey || event.ctrlKey || event.shiftKey) return; event.preventDefault(); pause(); seek(turn.step); }}>{place(reel, { ...at, round: turn.round, phase: turn.phase })}<span className="sr"> {t('replay:study.turns.go', { round: at.round, step: at.inRound })}</span></a>
      <p>{capitalised(translate(`debrief:${turn.code}`, namesIn(translate, i18n.language, turn.params as Params)))}</p>
    </li>
  );
}
