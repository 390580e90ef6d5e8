/** The table: gauges, map and panels around one view. On a phone one pane at a time, chosen at the foot. */
import { BookOpenText, Files, Map as MapIcon, MessagesSquare, SquarePen, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { TUTORIAL } from '@concert/shared/protocol/messages';
import { CodexHost } from '../codex/CodexHost.tsx';
import { mapInput } from '../frame/mapInput.ts';
import { ConnectionBanner } from '../frame/ConnectionBadge.tsx';
import { WatcherBar } from '../frame/WatcherBar.tsx';
import { LiveRegion } from '../frame/LiveRegion.tsx';
import { PanelTabs, type TabId } from '../frame/PanelTabs.tsx';
import { RefusalNote } from '../frame/RefusalNote.tsx';
import { useMatch } from '../frame/useMatch.ts';
import { TopBar } from '../frame/TopBar.tsx';
import { Gauges } from '../gauges/Gauges.tsx';
import Composer from '../panels/Composer.tsx';
import { useFocus } from '../panels/focus.ts';
import WhatNow from '../panels/WhatNow.tsx';
import { ClassStage, HelpButton, PauseBanner } from '../seminar/TableTools.tsx';
import { select, useGame, useRecorded, useSeat } from '../store/gameStore.ts';
import { useSettings } from '../store/settings.ts';
import '../styles/table.css';

/** Wide enough for map and panels side by side; the style sheet's own limit. */
const SIDE_BY_SIDE = '(min-width: 861px)';
const MapPanel = lazy(async () => ({ default: (await import('../map/MapPanel.tsx')).MapPanel }));
const Coach = lazy(() => import('../tutorial/Coach.tsx'));
type Pane = 'map' | 'act' | 'table' | 'talk' | 'more';
const PANES: readonly { readonly id: Pane; readonly icon: typeof MapIcon }[] = [
  { id: 'map', icon: MapIcon }, { id: 'act', icon: SquarePen }, { id: 'table', icon: Files }, { id: 'talk', icon: MessagesSquare }, { id: 'more', icon: BookOpenText },
];
/** Which pane of a phone shows a tab. */
const PANE_OF: Readonly<Record<TabId, Pane>> = { proposals: 'table', ledger: 'table', channels: 'talk', news: 'more', delegation: 'more', relations: 'more' };
const FIRST_TAB: Readonly<Partial<Record<Pane, TabId>>> = { table: 'proposals', talk: 'channels', more: 'news' };

/** `onDebrief`, given once the match has ended: the way back to the debrief. `foot`: the player of a recording. */
export default function Table({ onDebrief, foot }: { readonly onDebrief?: () => void; readonly foot?: ReactNode }) {
  const { t } = useTranslation('frame');
  const { view, scenario } = useMatch();
  const { still, nameOrder } = useSettings();
  const seat = useSeat();
  const recorded = useRecorded();
  const selection = useGame((state) => state.selection);
  const isLesson = useGame((state) => state.lobby?.preset === TUTORIAL);
  const focus = useFocus();
  const [tab, setTab] = useState<TabId>('proposals');
  const [pane, setPane] = useState<Pane>('act');
  const [composing, setComposing] = useState(false);
  const input = useMemo(() => mapInput(view, scenario, selection, nameOrder), [view, scenario, selection, nameOrder]);

  useEffect(() => {
    if (focus.panel === null) return;
    setComposing(focus.panel === 'composer');
    if (focus.panel === 'now') setPane('act');
    else if (focus.panel !== 'composer') { setTab(focus.panel); setPane(PANE_OF[focus.panel]); }
  }, [focus.panel, focus.turn]);
  // A text that was tabled is looked for among the proposals, not in an empty composer.
  const phase = view.table.phaseSeq;
  // On a phone every phase begins with what it asks of us.
  useEffect(() => { setComposing(false); if (!recorded) setPane('act'); }, [phase, recorded]);

  // The page's title tells, from another tab, where the match stands and whether it waits for us.
  const waits = !recorded && seat !== null && view.table.awaited.includes(seat);
  useEffect(() => { document.title = `${waits ? '● ' : ''}${t(`ui:phase.${view.table.phase}`)} ${view.table.round}/${view.table.rounds} · ${t('ui:brand')}`; }, [t, waits, view.table.phase, view.table.round, view.table.rounds]);

  // A phone fetches the map when it is first looked at, and keeps it.
  const [mapSeen, setMapSeen] = useState(() => matchMedia(SIDE_BY_SIDE).matches);
  useEffect(() => {
    const wide = matchMedia(SIDE_BY_SIDE);
    const look = (): void => setMapSeen((seen) => seen || wide.matches);
    wide.addEventListener('change', look);
    return () => wide.removeEventListener('change', look);
  }, []);

  const show = (next: Pane): void => {
    setPane(next);
    if (next === 'map') setMapSeen(true);
    const first = FIRST_TAB[next];
    if (first && PANE_OF[tab] !== next) setTab(first);
  };
  return (
    <div className="table" data-recorded={recorded || undefined} data-pane={pane} data-phase={view.table.phase} data-round={view.table.round} data-seq={view.table.phaseSeq}>
      <TopBar />
      <div className="notices">
        <ConnectionBanner />
        {onDebrief && <p className="banner">{t('ended')} <Button className="btn" onPress={onDebrief}>{t('debrief')}</Button></p>}
        <PauseBanner />
        <ClassStage />
        <HelpButton />
        <WatcherBar />
      </div>
      <Gauges />
      <main className="table-main">
        <div className="table-map"><h2 className="sr">{t('pane.map')}</h2>{mapSeen && <Suspense fallback={<p className="quiet">{t('map.loading')}</p>}><MapPanel input={input} onSelect={select} still={still} /></Suspense>}</div>
        <div className="table-side">
          <div className="table-now"><WhatNow /></div>
          <PanelTabs tab={tab} onTab={setTab} />
        </div>
        <CodexHost />
      </main>
      {foot}
      <nav className="panes" aria-label={t('panes')}>
        {PANES.map(({ id, icon: Icon }) => (
          <button key={id} type="button" className="pane-button" data-coach={`pane-${id}`} aria-current={pane === id ? 'page' : undefined} onClick={() => show(id)}><Icon size={20} aria-hidden="true" />{t(`pane.${id}`)}</button>
        ))}
      </nav>
      <ModalOverlay className="drawer-overlay" isOpen={composing && seat !== null} onOpenChange={setComposing} isDismissable>
        <Modal className="drawer">
          <Dialog className="drawer-dialog" aria-label={t('composer')}>
            <Button className="icon-button drawer-close" aria-label={t('close')} onPress={() => setComposing(false)}><X size={18} aria-hidden="true" /></Button>
            <Composer />
          </Dialog>
        </Modal>
      </ModalOverlay>
      <Suspense fallback={null}>{isLesson && <Coach />}</Suspense>
      <RefusalNote />
      {!recorded && <LiveRegion />}
    </div>
  );
}

