/** Two recordings side by side: one slider and one pair of eyes for both, their curves over each other, and in what they differ. */
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Waiting } from '../../frame/Waiting.tsx';
import { useSentence } from '../../i18n/sentence.ts';
import { Page } from '../../screens/Page.tsx';
import { DropZone } from '../Drop.tsx';
import { Unbroken } from '../Unbroken.tsx';
import { useReplay } from '../replayStore.ts';
import { Bar } from './Bar.tsx';
import { Choose } from './Choose.tsx';
import { compareStore, leavePair, nameOf, openPair, useCompared, type Loaded } from './compareStore.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { useCompareKeys } from './keys.ts';
import { Overlay } from './Overlay.tsx';
import { inRound, SIDES } from './pair.ts';
import { COMPARE_PATH, readPair } from './paths.ts';
import { Side } from './Side.tsx';
import '../replay.css';
import './compare.css';

const QUIET_MS = 250;

/** The address follows the stop and the eyes. */
function useStopAddress(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = compareStore.subscribe(({ at, stops, viewer }, before) => {
      if (at === before.at && viewer === before.viewer) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const here = stops[at];
        const who = nameOf(viewer);
        // A page opened from a disk may be refused this.
        try { if (here) history.replaceState(history.state, '', `${location.pathname}${location.search}#${here.round}.${inRound(stops, at)}${who === undefined ? '' : `@${who}`}`); } catch { /* no address then */ }
      }, QUIET_MS);
    });
    return () => { stop(); clearTimeout(timer); };
  }, []);
}

export default function CompareScreen({ pair }: { readonly pair: string | null }) {
  const { t } = useTranslation('replay');
  const ids = pair === null ? null : readPair(pair);
  const turn = useCompared((state) => state.turn);
  const loaded = useCompared((state) => state.loaded);
  const reels = useCompared((state) => state.reels);
  useEffect(() => {
    const asked = pair === null ? null : readPair(pair);
    if (asked) void openPair(asked, location.hash);
    return leavePair;
  }, [pair, turn]);
  useStopAddress();
  if (!ids) return <Page title={t('compare')}><DropZone /><Choose /></Page>;
  if (!loaded) return <Page title={t('compare')}><Waiting what="replay:opening" /></Page>;
  if (!reels) return <Page title={t('compare')}><DropZone /><section className="sheet card narrow" role="alert"><h1>{t('compare.lost')}</h1>{SIDES.map((side) => <Lost key={side} side={side} loaded={loaded[side]} />)}<p className="row"><Link className="btn" href="/library">{t('library')}</Link></p></section></Page>;
  return <Unbroken key={pair}><Both /></Unbroken>;
}

function Lost({ side, loaded: { id, reel, refusal, lost, source } }: { readonly side: 'a' | 'b'; readonly loaded: Loaded }) {
  const { t } = useTranslation('replay');
  const say = useSentence();
  const why = reel ? t('compare.sound') : refusal ? t(`problem.${refusal.code}`, { ...refusal.params }) : lost?.code === 'no-file' ? t('lost.noFile') : lost ? say.refusal(lost.code, { match: id, ...lost.params }) : '';
  return <p><strong className={`cmp-letter cmp-${side}`}>{t(`compare.${side}`)}</strong> {source?.name ?? id}: {why}</p>;
}

const Map = lazy(() => import('./SideMap.tsx'));

function Both() {
  const { t } = useTranslation('replay');
  useCompareKeys();
  const asWeGo = useReplay((state) => state.asWeGo);
  return (
    <Page title={t('compare')}>
      <DropZone />
      <div className="cmp" data-hidden={asWeGo || undefined}>
        <h1 className="sr">{t('compare')}</h1>
        <Overlay />
        <Bar />
        <div className="cmp-sides">{SIDES.map((side) => <Side key={side} side={side} map={<Suspense fallback={<p className="quiet">{t('frame:map.loading')}</p>}><Map side={side} /></Suspense>} />)}</div>
        <DifferenceTable />
        <p className="row"><Link className="btn" href={COMPARE_PATH}>{t('compare.others')}</Link><Link className="btn" href="/library">{t('library')}</Link></p>
      </div>
    </Page>
  );
}
