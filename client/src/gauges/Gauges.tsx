/** The strip of gauges over the table. */
import { useTranslation } from 'react-i18next';
import { useMatch } from '../frame/useMatch.ts';
import { Gauge } from './Gauge.tsx';
import { gaugeModels } from './model.ts';
import '../styles/gauges.css';

export function Gauges() {
  const { t } = useTranslation('frame');
  const { view, scenario } = useMatch();
  return (
    <section className="gauges" aria-label={t('gauges')}>
      {gaugeModels(view, scenario.clock.every).map((gauge) => <Gauge key={gauge.key} gauge={gauge} conBand={view.gauges.conBand} />)}
    </section>
  );
}
