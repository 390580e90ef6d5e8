/** One gauge: a button that shows where the value stands and, on hover, focus or tap, the terms that made it. */
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import { CodexLink } from '../codex/CodexLink.tsx';
import { useCodexTexts } from '../codex/useCodexTexts.ts';
import { mechanismsAt } from '../codex/entries.ts';
import { usePlays } from '../panels/plays.ts';
import { GaugeTerms } from './GaugeTerms.tsx';
import type { GaugeModel } from './model.ts';
import { Trend } from './Trend.tsx';

const HOVER_MS = 350;
const share = (gauge: GaugeModel, value: number): string => `${Math.max(0, Math.min(100, ((value - gauge.low) / (gauge.high - gauge.low)) * 100))}%`;

export function Gauge({ gauge, conBand }: { readonly gauge: GaugeModel; readonly conBand: string }) {
  const { t } = useTranslation('frame');
  const named = useCodexTexts();
  const plays = usePlays();
  const shown = String(gauge.value ?? gauge.band ?? '');
  const level = gauge.value ?? gauge.range?.[0] ?? 0;
  const alarm = gauge.key === 'W' && level >= (gauge.marks[0] ?? gauge.high);
  const word = gauge.key === 'CON' ? t(`band.${conBand}`) : gauge.key === 'PRO' ? t(`rung.${level}`) : alarm ? t('brink') : gauge.key === 'W' ? t('gauge.W.marks', { brink: gauge.marks[0], war: gauge.high }) : '';
  const mechanisms = mechanismsAt(`gauge.${gauge.key}`).filter(({ id }) => plays(id));
  const terms = <GaugeTerms gauge={gauge} shown={shown} />;
  return (
    <DialogTrigger>
      <TooltipTrigger delay={HOVER_MS} closeDelay={120}>
        <Button className={`gauge gauge-${gauge.sense}${alarm ? ' gauge-alarm' : ''}`} data-gauge={gauge.key} aria-label={[t(`gauge.${gauge.key}`), shown, word].filter(Boolean).join(', ')}>
          <span className="gauge-head">
            <span className="gauge-name">{t(`gauge.${gauge.key}`)}</span>
            {gauge.trend ? <span className={`gauge-trend ${gauge.sense === 'plain' ? '' : (gauge.trend > 0) === (gauge.sense === 'good') ? 'gauge-better' : 'gauge-worse'}`}>{gauge.trend > 0 ? '▲' : '▼'}{Math.abs(gauge.trend)}</span> : null}
            <span className="gauge-value">{shown}</span>
          </span>
          <span className={gauge.range ? 'gauge-track gauge-ladder' : 'gauge-track'} aria-hidden="true">
            {gauge.value === null && gauge.range && <span className="gauge-maybe" style={{ inlineSize: share(gauge, gauge.range[1]) }} />}
            <span className="gauge-fill" style={{ inlineSize: share(gauge, level) }} />
            {gauge.marks.map((mark) => <span key={mark} className="gauge-mark" style={{ insetInlineStart: share(gauge, mark) }} />)}
          </span>
          <span className="gauge-foot"><span className="gauge-word">{word}</span><Trend series={gauge.series} low={gauge.low} high={gauge.high} /></span>
        </Button>
        <Tooltip className="gauge-popover gauge-dialog" placement="bottom start" offset={2}>{terms}</Tooltip>
      </TooltipTrigger>
      <Popover className="gauge-popover" placement="bottom start" offset={2}>
        <Dialog className="gauge-dialog" aria-label={t(`gauge.${gauge.key}`)}>{({ close }) => <>{terms}<p><CodexLink id={gauge.key} onOpen={close}>{t('codex.more')}</CodexLink></p>{named && mechanisms.length > 0 && <p className="gauge-mechanisms"><span>{t('codex.moves')}</span>{mechanisms.map(({ id }) => <CodexLink key={id} id={id} onOpen={close}>{t(`codex:${id}.name`)}</CodexLink>)}</p>}</>}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}
