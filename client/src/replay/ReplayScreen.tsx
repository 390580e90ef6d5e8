/** One recording at its address: fetched or taken from the reader's file, then the table itself, fed by it; the debrief after the last step. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Waiting } from '../frame/Waiting.tsx';
import { useSentence } from '../i18n/sentence.ts';
import type { Refused } from '../net/answer.ts';
import { Page } from '../screens/Page.tsx';
import { Shown, useGame } from '../store/gameStore.ts';
import { DropZone, FileButton } from './Drop.tsx';
import { RefusedFile } from './Problems.tsx';
import { leave, replayStore, useReplay } from './replayStore.ts';
import { showMoments, useShown } from './show.ts';
import { fetchRecording, openText, tokenFor } from './sources.ts';
import { Transport } from './Transport.tsx';
import { Unbroken } from './Unbroken.tsx';
import { useAddress } from './useAddress.ts';
import { useWatching } from './watch/WatchBar.tsx';

const Table = lazy(() => import('../screens/Table.tsx'));
const Debrief = lazy(() => import('../screens/Debrief.tsx'));

export default function ReplayScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation('replay');
  const say = useSentence();
  const reel = useReplay((state) => state.reel);
  const refusal = useReplay((state) => state.refusal);
  const source = useReplay((state) => state.source);
  const [lost, setLost] = useState<Refused | null>(null);

  useEffect(() => {
    let gone = false;
    // A file that was dropped a moment ago is there already.
    if (replayStore.getState().source?.id === id) return;
    setLost(null);
    leave();
    void fetchRecording(id, tokenFor(id)).then((found) => {
      if (gone) return;
      if (found.ok) void openText(found.text, found.source);
      else setLost(found);
    });
    return () => { gone = true; };
  }, [id]);
  useEffect(() => leave, []);

  if (lost) {
    return (
      <Page title={t('lost.title')}>
        <DropZone />
        <section className="sheet card narrow"><h1>{t('lost.title')}</h1><p>{lost.code === 'no-file' ? t('lost.noFile') : say.refusal(lost.code, { match: id, ...lost.params })}</p>
          <p className="row"><FileButton /><Link className="btn" href="/library">{t('library')}</Link></p>
        </section>
      </Page>
    );
  }
  if (source?.id !== id || (!reel && !refusal)) return <Page title={t('title')}><Waiting what="replay:opening" /></Page>;
  if (refusal) return <Page title={t('refused.title')}><DropZone /><RefusedFile refusal={refusal} name={source.name} /></Page>;
  return <Unbroken key={`${source.id} ${source.name}`}><Player /></Unbroken>;
}

function Player() {
  const reel = useReplay((state) => state.reel);
  useEffect(() => showMoments(), [reel]);
  useAddress();
  useWatching();
  return <Shown value={useShown()}>{STAGE}</Shown>;
}

/** The table or its debrief, drawn from the moment handed down. */
function Stage() {
  const view = useGame((state) => state.view);
  const [debriefing, setDebriefing] = useState(false);
  const ended = view?.ending != null;
  useEffect(() => { if (!ended) setDebriefing(false); }, [ended]);
  if (!view) return null;
  return (
    <Suspense fallback={<Waiting what="replay:opening" />}>
      <DropZone />
      {ended && debriefing ? <Debrief onLook={() => setDebriefing(false)} /> : <Table foot={FOOT} {...(ended ? { onDebrief: () => setDebriefing(true) } : {})} />}
    </Suspense>
  );
}
/** One and the same element each: the player and the table draw themselves again only for their own reasons, not with whoever holds them. */
const FOOT = <Transport />;
const STAGE = <Stage />;
