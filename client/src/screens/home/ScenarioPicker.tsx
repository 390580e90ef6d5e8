/** Which scenario a match plays: every one the server offers, with its length and what it is about. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { listScenarios } from '../../net/api.ts';
import { useLoad } from '../../store/useLoad.ts';

export function ScenarioPicker({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useTranslation();
  const { answer } = useLoad(useCallback(() => listScenarios(location.origin), []));
  const offered = answer?.ok ? answer.value : [];
  const rounds = offered.find(({ id }) => id === value)?.rounds;
  return (
    <label className="field scenario-picker"><span className="field-label">{t('scenario.label')}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {offered.some(({ id }) => id === value) ? null : <option value={value}>{t(`scenario:scenario.${value}.title`)}</option>}
        {offered.map(({ id }) => <option key={id} value={id}>{t(`scenario:scenario.${id}.title`)}</option>)}
      </select>
      <span className="hint">{rounds !== undefined && <strong>{t('scenario.rounds', { count: rounds, number: rounds })} </strong>}{t(`scenario:scenario.${value}.summary`)}</span>
    </label>
  );
}
