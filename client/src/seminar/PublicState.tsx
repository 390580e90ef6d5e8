/** What a whole table knows of itself, large enough for the back row: its gauges and its texts. */
import { useTranslation } from 'react-i18next';
import type { DeskTable } from './overview.ts';

const GAUGES = ['W', 'CON', 'TEN', 'BLOC'] as const;
const full = (value: number): string => `${Math.max(0, Math.min(100, value))}%`;

export function PublicState({ table }: { readonly table: DeskTable }) {
  const { t } = useTranslation('seminar');
  return (
    <>
      <dl className="seminar-state">
        {GAUGES.map((gauge) => (
          <div key={gauge} data-gauge={gauge}>
            <dt>{t(`frame:gauge.${gauge}`)}</dt><dd>{table.indicators[gauge]}</dd>
            <span className="seminar-level" aria-hidden="true"><span style={{ inlineSize: full(table.indicators[gauge]) }} /></span>
          </div>
        ))}
      </dl>
      <p className="hint">{t('desk.texts', { live: table.proposals, adopted: table.adopted })}</p>
    </>
  );
}
