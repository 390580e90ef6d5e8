/** The slider by step with rounds and phases, the indicators over it, and the signs of what mattered; a pointer over it reads out any moment. */
import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reel } from '@concert/shared/recording/index';
import { useSpeech } from '../panels/speech.ts';
import { curvesOf, LINES, steppedPath, topOf } from './curves.ts';
import { lastShown, pause, seek, useReel, useReplay } from './replayStore.ts';
import { SignMark } from './SignMark.tsx';
import { signsAt, signsOf, spaced } from './signs.ts';
import { useActWords, useStepPlace } from './useActWords.ts';
import { useWidth } from './useWidth.ts';

const HEIGHT = 100;
/** Pixels two signs need side by side. */
const SIGN_ROOM = 13;
/** Pixels a round's number needs. */
const NUMBER_ROOM = 18;

/** Where rounds and phases begin among steps 0..last. */
export function ticksOf(reel: Reel, last: number): readonly { readonly step: number; readonly round: number; readonly whole: boolean }[] {
  return reel.steps.slice(0, last + 1).flatMap((step, at) => {
    const before = reel.steps[at - 1];
    if (before && before.round === step.round && before.phase === step.phase && before.slot === step.slot) return [];
    return [{ step: at, round: step.round, whole: before?.round !== step.round }];
  });
}

export function Timeline() {
  const { t } = useTranslation('replay');
  const reel = useReel();
  const step = useReplay((state) => state.step);
  const viewer = useReplay((state) => state.viewer);
  const last = useReplay(lastShown);
  const { num } = useSpeech();
  const words = useActWords();
  const place = useStepPlace();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [over, setOver] = useState<number | null>(null);
  const curves = curvesOf(reel);
  const top = useMemo(() => topOf(curves, reel.opened.scenario.war), [curves, reel]);
  const ticks = useMemo(() => ticksOf(reel, last), [reel, last]);
  const signs = useMemo(() => signsOf(reel, viewer, last), [reel, viewer, last]);
  const room = last === 0 || width === 0 ? 1 : (SIGN_ROOM / width) * last;
  const lanes = useMemo(() => [spaced(signs, 0, room), spaced(signs, 1, room)] as const, [signs, room]);
  const share = (at: number): string => `${last === 0 ? 0 : (at / last) * 100}%`;
  const drawing = useMemo(() => (
    <svg className="rp-curves" viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {ticks.map(({ step: at, whole }) => <line key={at} className={whole ? 'rp-tick rp-tick-round' : 'rp-tick'} x1={last === 0 ? 0 : (at / last) * 1000} x2={last === 0 ? 0 : (at / last) * 1000} y1={whole ? 0 : HEIGHT * 0.82} y2={HEIGHT} />)}
      <line className="rp-limit" x1="0" x2="1000" y1={HEIGHT - (reel.opened.scenario.war / top) * HEIGHT} y2={HEIGHT - (reel.opened.scenario.war / top) * HEIGHT} />
      {LINES.map(({ key, colour, dash, width: stroke }) => <path key={key} d={steppedPath(curves[key], last, top, 1000, HEIGHT)} stroke={colour} strokeWidth={stroke} strokeDasharray={dash} />)}
    </svg>
  ), [ticks, last, curves, top, reel]);
  const numbers = ticks.filter(({ whole }) => whole).reduce<{ readonly step: number; readonly round: number }[]>((kept, tick) => ((tick.step - (kept.at(-1)?.step ?? -Infinity)) * (width / Math.max(1, last)) >= NUMBER_ROOM ? [...kept, tick] : kept), []);

  const stepUnder = (event: PointerEvent): number => {
    const at = box.current?.getBoundingClientRect();
    return at && at.width > 0 ? Math.round(Math.min(1, Math.max(0, (event.clientX - at.left) / at.width)) * last) : 0;
  };
  const now = reel.steps[step];
  const looked = over === null ? undefined : reel.steps[over];
  const spoken = now ? `${place(reel, now)}. ${words(reel, now, viewer).act}` : '';
  return (
    <div className="rp-timeline">
      <div className="rp-track" ref={box} onPointerMove={(event) => { if (event.pointerType === 'mouse') setOver(stepUnder(event)); }} onPointerLeave={() => setOver(null)}>
        {drawing}
        <div className="rp-past" aria-hidden="true" style={{ inlineSize: share(step) }} />
        {lanes.map((lane, which) => <div key={which} className={`rp-lane rp-lane-${which}`} aria-hidden="true">{lane.map(({ step: at, sign }) => <span key={`${at}${sign}`} style={{ insetInlineStart: share(at) }}><SignMark sign={sign} /></span>)}</div>)}
        <div className="rp-needle" aria-hidden="true" style={{ insetInlineStart: share(step) }} />
        <input type="range" className="rp-slider" min={0} max={last} step={1} value={step} aria-label={t('slider')} aria-valuetext={spoken} onPointerDown={pause} onChange={(event) => seek(Number(event.target.value))} />
        {looked && (
          <div className="rp-readout" aria-hidden="true" style={{ insetInlineStart: `clamp(130px, ${share(over ?? 0)}, calc(100% - 130px))` }}>
            <strong>{place(reel, looked)}</strong>
            <span>{words(reel, looked, viewer).act}</span>
            {signsAt(reel, looked.index, viewer).map((sign) => <span key={sign} className="rp-readout-sign"><SignMark sign={sign} />{t(`sign.${sign}`)}</span>)}
            <span className="figure">{LINES.map(({ key }) => `${t(`ui:indicator.${key}`)} ${num(curves[key][looked.index] ?? 0)}`).join(' · ')}</span>
          </div>
        )}
      </div>
      <div className="rp-rounds" aria-hidden="true">{numbers.map(({ step: at, round }) => <span key={at} style={{ insetInlineStart: share(at) }}>{round}</span>)}</div>
    </div>
  );
}

/** The names of the lines with their strokes and the value of this moment. */
export function Legend() {
  const { t } = useTranslation('replay');
  const { num } = useSpeech();
  const reel = useReel();
  const step = useReplay((state) => state.step);
  const curves = curvesOf(reel);
  return (
    <ul className="rp-legend" aria-label={t('curves')}>
      {LINES.map(({ key, colour, dash, width }) => <li key={key}><svg width="22" height="6" aria-hidden="true"><line x1="0" x2="22" y1="3" y2="3" stroke={colour} strokeWidth={width} strokeDasharray={dash} /></svg><span>{t(`ui:indicator.${key}`)}</span> <strong className="figure">{num(curves[key][step] ?? 0)}</strong></li>)}
    </ul>
  );
}
