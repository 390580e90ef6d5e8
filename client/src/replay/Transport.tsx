/** The player at the foot of the table: what happened in this step, the timeline, how to move, whose eyes, and the drawers. */
import { ChevronFirst, ChevronLast, ChevronRight, ChevronLeft, CircleHelp, EyeOff, Link2, ListTree, Pause, Play, Lightbulb, NotebookPen, SkipBack, SkipForward, TriangleAlert, Users, X } from 'lucide-react';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Flag } from '../frame/SeatMark.tsx';
import { useSpeech } from '../panels/speech.ts';
import { useKeys } from './keys.ts';
import { LearnedList, Moments } from './Moments.tsx';
import { SPEEDS, stretch, type Speed } from './pace.ts';
import { Problems } from './Problems.tsx';
import { Remarks } from './Remarks.tsx';
import type { Reel } from '@concert/shared/recording/index';
import { lastShown, pause, play, replayStore, seek, setAsWeGo, setSpeed, useReel, useReplay, type ReplayState } from './replayStore.ts';
import { Legend, Timeline } from './Timeline.tsx';
import { useActWords, useStepPlace } from './useActWords.ts';
import { linkToNow } from './useAddress.ts';
import { Viewpoints } from './Viewpoints.tsx';
import { WatchBar } from './watch/WatchBar.tsx';
import WatchPanel from './watch/WatchPanel.tsx';
import { ViewsNote } from './ViewsNote.tsx';
import './replay.css';

const found = import.meta.glob<{ readonly default: () => ReactNode }>('./study/StudyPanel.tsx')['./study/StudyPanel.tsx'];
const StudyPanel = found ? lazy(found) : null;
const KEYS = [['Home', 'start'], ['End', 'end'], ['← →', 'step'], ['Shift ← →', 'phase'], ['[ ]', 'round'], ['␣', 'play'], ['?', 'help']] as const;

export function Transport() {
  const { t } = useTranslation('replay');
  const reel = useReel();
  const asWeGo = useReplay((state) => state.asWeGo);
  const [helping, setHelping] = useState(false);
  const [studying, setStudying] = useState(false);
  useKeys(useCallback(() => setHelping(true), []));
  // A file that was dropped here is nowhere else: nobody could follow.
  const kind = useReplay((state) => state.source?.kind);
  const shared = kind === 'sample' || (kind === 'match' && (reel.only === null || reel.viewAt(reel.length - 1, reel.only).table.status === 'ended'));
  const { problems } = reel.opened;
  return (
    <section className="rp" aria-label={t('player')}>
      <Remarks />
      <ViewsNote />
      <WatchBar />
      <Headline />
      <div className="rp-scale"><Legend /><Timeline /></div>
      <div className="rp-bar">
        <Moves />
        <Viewpoints />
        <div className="rp-group rp-tools" role="group" aria-label={t('tools')}>
          <Drawer label={t('moments')} icon={<ListTree size={17} aria-hidden="true" />}><Moments /></Drawer>
          <Drawer label={t('learned')} icon={<Lightbulb size={17} aria-hidden="true" />}><LearnedList /></Drawer>
          {StudyPanel && <ToggleButton className="icon-button rp-tool" aria-label={t('study')} isSelected={studying} onChange={setStudying}><NotebookPen size={17} aria-hidden="true" /></ToggleButton>}
          {shared && <Drawer label={t('watch')} icon={<Users size={17} aria-hidden="true" />}><WatchPanel /></Drawer>}
          <TooltipTrigger delay={400}><ToggleButton className="icon-button rp-tool" aria-label={t('asWeGo')} isSelected={asWeGo} onChange={setAsWeGo}><EyeOff size={17} aria-hidden="true" /></ToggleButton><Tooltip className="gauge-popover rp-tip">{t('asWeGo')}: {t('asWeGo.help')}</Tooltip></TooltipTrigger>
          <CopyLink />
          {problems.length > 0 && <Drawer label={t('problems')} icon={<TriangleAlert size={17} className="rp-warn" aria-hidden="true" />}><Problems problems={problems} /></Drawer>}
          <DialogTrigger isOpen={helping} onOpenChange={setHelping}>
            <Button className="icon-button" aria-label={t('help')}><CircleHelp size={17} aria-hidden="true" /></Button>
            <Popover className="popover rp-popover" placement="top end"><Dialog className="settings" aria-label={t('help')}><h3>{t('help')}</h3><dl className="rp-keys">{KEYS.map(([key, name]) => <div key={name}><dt><kbd>{key}</kbd></dt><dd>{t(`key.${name}.help`)}</dd></div>)}</dl></Dialog></Popover>
          </DialogTrigger>
        </div>
      </div>
      {StudyPanel && studying && <aside className="rp-study" aria-label={t('study')}><Button className="icon-button drawer-close" aria-label={t('frame:close')} onPress={() => setStudying(false)}><X size={18} aria-hidden="true" /></Button><Suspense fallback={<p className="quiet">{t('opening')}</p>}><StudyPanel /></Suspense></aside>}
    </section>
  );
}

/** How to move; drawn again only when a button changes. */
function Moves() {
  const { t } = useTranslation('replay');
  const playing = useReplay((state) => state.playing);
  const speed = useReplay((state) => state.speed);
  const asWeGo = useReplay((state) => state.asWeGo);
  const atStart = useReplay((state) => state.step === 0);
  const atEnd = useReplay((state) => state.step >= (state.reel?.length ?? 1) - 1);
  const atLast = useReplay((state) => state.step >= lastShown(state));
  const to = (next: (state: ReplayState & { readonly reel: Reel }) => number): void => {
    const state = replayStore.getState();
    if (!state.reel) return;
    pause();
    seek(next({ ...state, reel: state.reel }));
  };
  return (
      <div className="rp-group" role="group" aria-label={t('move')}>
        <Tool far label={t('key.start')} onPress={() => to(() => 0)} off={atStart}><ChevronFirst size={19} aria-hidden="true" /></Tool>
        <Tool far label={t('key.roundBack')} onPress={() => to(({ reel, step }) => stretch(reel.steps, step, -1, 'round'))} off={atStart}><SkipBack size={16} aria-hidden="true" /></Tool>
        <Tool label={t('key.back')} onPress={() => to(({ step }) => step - 1)} off={atStart}><ChevronLeft size={19} aria-hidden="true" /></Tool>
        <Button className="btn btn-main rp-play" aria-label={t(playing ? 'pause' : 'play')} onPress={() => { if (playing) pause(); else play(); }}>{playing ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}</Button>
        <Tool label={t('key.forth')} onPress={() => to(({ step }) => step + 1)} off={atEnd}><ChevronRight size={19} aria-hidden="true" /></Tool>
        <Tool far label={t('key.roundForth')} onPress={() => to(({ reel, step }) => stretch(reel.steps, step, 1, 'round'))} off={atEnd}><SkipForward size={16} aria-hidden="true" /></Tool>
        <Tool far label={t(asWeGo ? 'key.furthest' : 'key.end')} onPress={() => to(lastShown)} off={atLast}><ChevronLast size={19} aria-hidden="true" /></Tool>
        <label className="rp-speed"><span className="sr">{t('speed')}</span><select value={speed} onChange={(event) => setSpeed(Number(event.target.value) as Speed)}>{SPEEDS.map((each) => <option key={each} value={each}>{each}×</option>)}</select></label>
      </div>
  );
}

/** Who did what, in one line beside the moment's place. */
function Headline() {
  const { t } = useTranslation('replay');
  const { num } = useSpeech();
  const reel = useReel();
  const step = useReplay((state) => state.step);
  const viewer = useReplay((state) => state.viewer);
  const playing = useReplay((state) => state.playing);
  const asWeGo = useReplay((state) => state.asWeGo);
  const words = useActWords();
  const place = useStepPlace();
  const at = reel.steps[step];
  if (!at) return null;
  const { seat, act, news } = words(reel, at, viewer);
  return (
    <div className="rp-head" data-step={step} data-inround={at.inRound}>
      <p className="rp-where"><span>{place(reel, at)}</span><span className="figure">{asWeGo ? t('count.open', { step: num(step + 1) }) : t('count', { step: num(step + 1), all: num(reel.length) })}</span></p>
      <p className="rp-act" title={[act, ...news].join(' ')} aria-live={playing ? 'off' : 'polite'}>{seat && <Flag seat={seat} />}<strong>{act}</strong>{news.length > 0 && <span className="rp-news"> {news.slice(0, 3).join(' ')}</span>}</p>
    </div>
  );
}

/** `far`: left to the slider on a phone. */
function Tool({ label, onPress, off, far = false, children }: { readonly far?: boolean; readonly label: string; readonly onPress: () => void; readonly off: boolean; readonly children: ReactNode }) {
  return <TooltipTrigger delay={500}><Button className={far ? 'icon-button rp-far' : 'icon-button'} aria-label={label} isDisabled={off} onPress={onPress}>{children}</Button><Tooltip className="gauge-popover rp-tip">{label}</Tooltip></TooltipTrigger>;
}

function Drawer({ label, icon, children }: { readonly label: string; readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <DialogTrigger>
      <Button className="icon-button rp-tool" aria-label={label}>{icon}<span className="rp-tool-word" aria-hidden="true">{label}</span></Button>
      <Popover className="popover rp-popover rp-popover-wide" placement="top end"><Dialog className="settings" aria-label={label}><h3>{label}</h3>{children}</Dialog></Popover>
    </DialogTrigger>
  );
}

function CopyLink() {
  const { t } = useTranslation('replay');
  const [link, setLink] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const text = linkToNow();
    try { await navigator.clipboard.writeText(text); setLink(''); } catch { setLink(text); }
  };
  return (
    <DialogTrigger onOpenChange={(open) => { if (open) void copy(); else setLink(null); }}>
      <Button className="icon-button" aria-label={t('link')}><Link2 size={17} aria-hidden="true" /></Button>
      <Popover className="popover rp-popover" placement="top end"><Dialog className="settings" aria-label={t('link')}><p role="status">{link === null ? '' : link === '' ? t('link.copied') : t('link.byHand')}</p><input className="input" readOnly value={linkToNow()} aria-label={t('link')} onFocus={(event) => event.target.select()} /></Dialog></Popover>
    </DialogTrigger>
  );
}
