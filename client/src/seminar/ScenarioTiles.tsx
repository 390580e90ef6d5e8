/** Which scenario a class plays: every one on offer with what it is about, its length and its seats. */
import { useCallback } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { listScenarios } from '../net/api.ts';
import { useLoad } from '../store/useLoad.ts';

export function ScenarioTiles({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useTranslation('seminar');
  const { answer } = useLoad(useCallback(() => listScenarios(location.origin), []));
  const offered = answer?.ok ? answer.value : [];
  return (
    <RadioGroup className="radios presets" value={value} onChange={onChange}><Label className="field-label">{t('setup.scenario')}</Label>
      <div className="preset-tiles seminar-scenarios">{offered.map(({ id, rounds, seats, firstYear }) => (
        <Radio key={id} value={id} className="preset-tile"><strong>{t(`scenario:scenario.${id}.title`)}</strong>
          <span>{t('setup.scenario.facts', { count: rounds, year: firstYear, seats: seats.length })}</span>
          <span className="hint">{t(`scenario:scenario.${id}.summary`)}</span>
          <span className="hint">{seats.map((seat) => t(`scenario:seat.${seat}.code`)).join(' ')}</span></Radio>
      ))}</div>
    </RadioGroup>
  );
}
