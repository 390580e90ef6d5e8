/** How the bots of a match play: each with a temper of its own, or all with one. */
import { useTranslation } from 'react-i18next';
import { BOTS } from '@concert/shared/protocol/messages';

export type BotChoice = (typeof BOTS)[number];

export function BotPicker({ value, onChange }: { readonly value: BotChoice; readonly onChange: (choice: BotChoice) => void }) {
  const { t } = useTranslation();
  return (
    <label className="field bot-picker"><span className="field-label">{t('bots.label')}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value as BotChoice)}>{BOTS.map((id) => <option key={id} value={id}>{t(`bots.${id}`)}</option>)}</select>
      <span className="hint">{t(`bots.${value}.help`)}</span>
    </label>
  );
}
