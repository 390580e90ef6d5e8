/** What a gauge means, the terms that moved it since dawn, and its course over the rounds. */
import { useTranslation } from 'react-i18next';
import { useSentence } from '../i18n/sentence.ts';
import type { GaugeModel } from './model.ts';
import { Trend } from './Trend.tsx';

export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '±0');

export function GaugeTerms({ gauge, shown }: { readonly gauge: GaugeModel; readonly shown: string }) {
  const { t } = useTranslation('frame');
  const say = useSentence();
  return (
    <>
      <h3>{t(`gauge.${gauge.key}`)} <span className="gauge-value">{shown}</span></h3>
      <p>{t(`gauge.${gauge.key}.help`)}</p>
      <h4>{t(gauge.key === 'W' ? 'gauge.made' : 'gauge.moved')}</h4>
      {gauge.terms.length === 0 ? <p className="quiet">{t('gauge.still')}</p> : (
        <table className="terms">
          <tbody>{gauge.terms.map((term, at) => <tr key={at}><th scope="row">{say.term(term.code, { value: term.value, ...term.params })}</th><td>{signed(term.value)}</td></tr>)}</tbody>
        </table>
      )}
      {gauge.clock !== null && <p>{t('gauge.PRO.clock', gauge.clock)}</p>}
      {gauge.series.length > 2 && <p className="gauge-course"><Trend series={gauge.series} low={gauge.low} high={gauge.high} large /><span>{t('gauge.course', { values: gauge.series.join(' → ') })}</span></p>}
    </>
  );
}
