/** The indicators of both recordings over each other, phase by phase, with the one slider under the hand and the place where they part. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../panels/speech.ts';
import { curvesOf, LINES, steppedPath, topOf } from '../curves.ts';
import { useReplay } from '../replayStore.ts';
import { goTo, lastStop, pausePair, useCompared } from './compareStore.ts';
import { partingOf, SIDES, type Stop } from './pair.ts';
import { useStopWords } from './useStopWords.ts';

const HEIGHT = 100;
/** Consensus and the war index of both tell the story; four lines twice would be a thicket. */
const SHOWN = LINES.filter(({ key }) => key === 'W' || key === 'CON');

/** The last stop at which all acts are the same in both. */
export const partingStop = (stops: readonly Stop[], step: number): number => Math.max(0, stops.findIndex((stop) => stop.step.a >= step || stop.step.b >= step));

export function Overlay() {
  const { t } = useTranslation('replay');
  const { num } = useSpeech();
  const reels = useCompared((state) => state.reels);
  const stops = useCompared((state) => state.stops);
  const at = useCompared((state) => state.at);
  const asWeGo = useReplay((state) => state.asWeGo);
  const last = useCompared((state) => lastStop(state, asWeGo));
  const words = useStopWords();
  const drawn = useMemo(() => {
    if (!reels) return null;
    const curves = { a: curvesOf(reels.a), b: curvesOf(reels.b) };
    const war = Math.max(reels.a.opened.scenario.war, reels.b.opened.scenario.war);
    const top = Math.max(topOf(curves.a, war), topOf(curves.b, war));
    return { curves, war, top, parting: partingOf(reels) };
  }, [reels]);
  if (!reels || !drawn) return null;
  const { curves, war, top, parting } = drawn;
  const x = (stop: number): number => (last === 0 ? 0 : (stop / last) * 1000);
  const share = (stop: number): string => `${x(stop) / 10}%`;
  const rounds = stops.slice(0, last + 1).flatMap(({ round }, i) => (stops[i - 1]?.round === round ? [] : [{ round, i }]));
  const parted = parting.at && parting.shared > 0 ? partingStop(stops, parting.at.step) : null;
  return (
    <section className="cmp-overlay" aria-label={t('compare.curves')}>
      <table className="cmp-legend">
        <caption className="sr">{t('compare.curves')}</caption>
        <thead><tr><td />{SIDES.map((side) => <th key={side} scope="col"><span className={`cmp-letter cmp-${side}`}>{t(`compare.${side}`)}</span></th>)}</tr></thead>
        <tbody>{SHOWN.map(({ key, colour }) => (
          <tr key={key}><th scope="row">{t(`ui:indicator.${key}`)}</th>{SIDES.map((side) => <td key={side}><svg width="24" height="6" aria-hidden="true"><line x1="0" x2="24" y1="3" y2="3" stroke={colour} strokeWidth="2.2" strokeDasharray={side === 'b' ? '5 3' : ''} /></svg><strong className="figure">{num(curves[side][key][stops[at]?.step[side] ?? 0] ?? 0)}</strong></td>)}</tr>
        ))}</tbody>
      </table>
      <div className="rp-timeline">
        <div className="rp-track cmp-track">
          <svg className="rp-curves cmp-curves" viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            {rounds.map(({ i }) => <line key={i} className="rp-tick rp-tick-round" x1={x(i)} x2={x(i)} y1="0" y2={HEIGHT} />)}
            <line className="rp-limit" x1="0" x2="1000" y1={HEIGHT - (war / top) * HEIGHT} y2={HEIGHT - (war / top) * HEIGHT} />
            {SHOWN.flatMap(({ key, colour }) => SIDES.map((side) => <path key={`${key}${side}`} d={steppedPath(stops.map(({ step }) => curves[side][key][step[side]] ?? 0), last, top, 1000, HEIGHT)} stroke={colour} strokeWidth="2" strokeDasharray={side === 'b' ? '6 4' : ''} opacity={side === 'b' ? 0.9 : 1} />))}
          </svg>
          {parted !== null && parted <= last && <span className="cmp-parting" aria-hidden="true" style={{ insetInlineStart: share(parted) }} />}
          <div className="rp-past" aria-hidden="true" style={{ inlineSize: share(at) }} />
          <div className="rp-needle" aria-hidden="true" style={{ insetInlineStart: share(at) }} />
          <input type="range" className="rp-slider" min={0} max={last} step={1} value={at} aria-label={t('compare.slider')} aria-valuetext={words(at)} onPointerDown={pausePair} onChange={(event) => goTo(Number(event.target.value))} />
        </div>
        <div className="rp-rounds" aria-hidden="true">{rounds.map(({ round, i }) => <span key={i} style={{ insetInlineStart: share(i) }}>{round}</span>)}</div>
        <p className="cmp-parted">
          {parting.at && parting.shared > 0 && parted !== null && parted <= last ? <>{t('compare.parted', { count: parting.shared, round: parting.at.round, phase: t(`ui:phase.${parting.at.phase}`), a: parting.at.seq.a, b: parting.at.seq.b })} <button type="button" className="cmp-link" onClick={() => { pausePair(); goTo(parted); }}>{t('compare.parted.go')}</button></> : parting.at || !reels.a.whole || !reels.b.whole ? parting.shared > 0 ? t('compare.parted.not') : t('compare.strangers') : t('compare.same', { count: parting.shared })}
        </p>
      </div>
    </section>
  );
}
