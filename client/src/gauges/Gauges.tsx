/** The strip of gauges: each a button that explains itself by the terms that made it. */
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { namesIn, type Translate } from '../i18n/sentence.ts';
import { useMatch } from '../frame/useMatch.ts';
import { gaugeModels, type GaugeModel } from './model.ts';
import '../styles/gauges.css';

const share = (gauge: GaugeModel, value: number): number => Math.max(0, Math.min(100, ((value - gauge.low) / (gauge.high - gauge.low)) * 100));
const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '±0');

export function Gauges() {
  const { t } = useTranslation('frame');
  const { view } = useMatch();
  return (
    <section className="gauges" aria-label={t('gauges')}>
      {gaugeModels(view).map((gauge) => <Gauge key={gauge.key} gauge={gauge} conBand={view.gauges.conBand} />)}
    </section>
  );
}

function Gauge({ gauge, conBand }: { readonly gauge: GaugeModel; readonly conBand: string }) {
  const { t } = useTranslation('frame');
  const shown = gauge.value ?? gauge.band ?? '';
  const level = gauge.value ?? Number((gauge.band ?? '0').split('–')[0]);
  const alarm = gauge.key === 'W' && level >= (gauge.marks[0] ?? 100);
  const word = gauge.key === 'CON' ? t(`band.${conBand}`) : gauge.key === 'PRO' ? t(`rung.${level}`) : alarm ? t('brink') : '';
  return (
    <DialogTrigger>
      <Button className={`gauge gauge-${gauge.sense}${alarm ? ' gauge-alarm' : ''}`} data-gauge={gauge.key} aria-label={`${t(`gauge.${gauge.key}`)}: ${shown} ${word}`}>
        <span className="gauge-head"><span className="gauge-name">{t(`gauge.${gauge.key}`)}</span><span className="gauge-value">{shown}</span>
          {gauge.trend ? <span className={`gauge-trend ${(gauge.trend > 0) === (gauge.sense === 'good') ? 'gauge-better' : 'gauge-worse'}`}>{gauge.trend > 0 ? '▲' : '▼'}{Math.abs(gauge.trend)}</span> : null}
        </span>
        <span className="gauge-track" aria-hidden="true">
          <span className="gauge-fill" style={{ inlineSize: `${share(gauge, level)}%` }} />
          {gauge.marks.map((mark) => <span key={mark} className="gauge-mark" style={{ insetInlineStart: `${share(gauge, mark)}%` }} />)}
        </span>
        <span className="gauge-word">{word}</span>
      </Button>
      <Popover className="gauge-popover" placement="bottom start">
        <Dialog className="gauge-dialog"><GaugeTerms gauge={gauge} shown={String(shown)} /></Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function GaugeTerms({ gauge, shown }: { readonly gauge: GaugeModel; readonly shown: string }) {
  const { t, i18n } = useTranslation(['frame', 'terms']);
  const moves = gauge.key !== 'W';
  return (
    <>
      <h3 slot="title">{t(`frame:gauge.${gauge.key}`)} <span className="gauge-value">{shown}</span></h3>
      <p>{t(`frame:gauge.${gauge.key}.help`)}</p>
      <h4>{t(moves ? 'frame:gauge.moved' : 'frame:gauge.made')}</h4>
      {gauge.terms.length === 0 ? <p className="quiet">{t('frame:gauge.still')}</p> : (
        <table className="terms">
          <tbody>
            {gauge.terms.map((term, index) => (
              <tr key={`${term.code}-${index}`}><th scope="row">{t(`terms:${term.code}`, namesIn(t as unknown as Translate, i18n.language, { ...term.params, value: term.value }))}</th><td>{signed(term.value)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
