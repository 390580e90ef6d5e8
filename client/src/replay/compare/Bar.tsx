/** How to move through both recordings at once, and whose eyes look at them. */
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, Eye, EyeOff, Globe, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Radio, RadioGroup, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Flag, seatStyle } from '../../frame/SeatMark.tsx';
import { setAsWeGo, useReplay } from '../replayStore.ts';
import { compareStore, goTo, hideFromHere, lastStop, lookWith, pausePair, playPair, useCompared, type Compared } from './compareStore.ts';
import { roundFrom } from './pair.ts';
import { useStopWords } from './useStopWords.ts';

function Tool({ label, off, onPress, children }: { readonly label: string; readonly off: boolean; readonly onPress: () => void; readonly children: ReactNode }) {
  return <Button className="icon-button" aria-label={label} isDisabled={off} onPress={onPress}>{children}</Button>;
}

export function Bar() {
  const { t } = useTranslation('replay');
  const asWeGo = useReplay((state) => state.asWeGo);
  const playing = useCompared((state) => state.playing);
  const at = useCompared((state) => state.at);
  const end = useCompared((state) => state.stops.length - 1);
  const last = useCompared((state) => lastStop(state, asWeGo));
  const words = useStopWords();
  const to = (next: (state: Compared) => number): void => { pausePair(); goTo(next(compareStore.getState())); };
  return (
    <div className="cmp-bar">
      <div className="rp-group" role="group" aria-label={t('move')}>
        <Tool label={t('key.start')} off={at === 0} onPress={() => to(() => 0)}><ChevronFirst size={19} aria-hidden="true" /></Tool>
        <Tool label={t('key.roundBack')} off={at === 0} onPress={() => to((state) => roundFrom(state.stops, state.at, -1))}><SkipBack size={16} aria-hidden="true" /></Tool>
        <Tool label={t('compare.back')} off={at === 0} onPress={() => to((state) => state.at - 1)}><ChevronLeft size={19} aria-hidden="true" /></Tool>
        <Button className="btn btn-main rp-play" aria-label={t(playing ? 'pause' : 'compare.play')} onPress={() => { if (playing) pausePair(); else playPair(); }}>{playing ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}</Button>
        <Tool label={t('compare.forth')} off={at >= end} onPress={() => to((state) => state.at + 1)}><ChevronRight size={19} aria-hidden="true" /></Tool>
        <Tool label={t('key.roundForth')} off={at >= end} onPress={() => to((state) => roundFrom(state.stops, state.at, 1))}><SkipForward size={16} aria-hidden="true" /></Tool>
        <Tool label={t(asWeGo ? 'key.furthest' : 'key.end')} off={at >= last} onPress={() => to(() => last)}><ChevronLast size={19} aria-hidden="true" /></Tool>
      </div>
      <p className="cmp-where" aria-live="polite">{words(at)}</p>
      <div className="cmp-tools"><Eyes /><ToggleButton className="icon-button rp-tool" aria-label={t('asWeGo')} isSelected={asWeGo} onChange={(on) => { setAsWeGo(on); hideFromHere(); }}><EyeOff size={17} aria-hidden="true" /></ToggleButton></div>
    </div>
  );
}

const SEAT = 'seat:';
function Eyes() {
  const { t } = useTranslation('replay');
  const eyes = useCompared((state) => state.eyes);
  const viewer = useCompared((state) => state.viewer);
  if (eyes.length === 0) return <p className="hint">{t('compare.eyes.none')}</p>;
  return (
    <RadioGroup className="rp-eyes" aria-label={t('eyes')} orientation="horizontal" value={viewer.kind === 'seat' ? `${SEAT}${viewer.seat}` : viewer.kind} onChange={(next) => lookWith(next.startsWith(SEAT) ? { kind: 'seat', seat: next.slice(SEAT.length) } : { kind: next as 'all' | 'public' })}>
      {eyes.map((each) => (each.kind === 'seat'
        ? <Radio key={each.seat} className="rp-eye" value={`${SEAT}${each.seat}`} aria-label={t('eyes.seat', { seat: t(`scenario:seat.${each.seat}.name`) })} style={seatStyle(each.seat)}><span title={t('eyes.seat.help', { seat: t(`scenario:seat.${each.seat}.the`) })}><Flag seat={each.seat} /><span className="rp-eye-word">{t(`scenario:seat.${each.seat}.code`)}</span></span></Radio>
        : <Radio key={each.kind} className="rp-eye" value={each.kind} aria-label={t(`eyes.${each.kind}`)}><span title={t(`eyes.${each.kind}.help`)}>{each.kind === 'all' ? <Eye size={16} aria-hidden="true" /> : <Globe size={16} aria-hidden="true" />}<span className="rp-eye-word">{t(`eyes.${each.kind}.short`)}</span></span></Radio>))}
    </RadioGroup>
  );
}
