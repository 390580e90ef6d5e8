/** FD-9: a text that waits for a capital, answered by the desk as that capital. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { useSpeech } from '../../panels/speech.ts';
import type { DeskTable } from '../overview.ts';

interface Props { readonly table: string; readonly name: string; readonly asked: DeskTable['ratifications'][number]; readonly order: (order: DeskOrder) => Promise<boolean> }

export function Ratify({ table, name, asked, order }: Props) {
  const { t } = useTranslation('seminar');
  const { clause } = useSpeech();
  const [reason, setReason] = useState('');
  const { seat, proposal, clauses, by, gains, costs } = asked;
  const answer = (verdict: 'ratify' | 'reject'): void => { void order({ do: 'ratify', table, seat, proposal, verdict, reason }); };
  return (
    <li data-state="new">
      <p><strong>{t('ratify.title', { seat: t(`scenario:seat.${seat}.name`) })}</strong> <span className="hint">{name} · {t('ratify.by', { round: by })}</span></p>
      <ul className="facts">{clauses.map((id, i) => <li key={`${id} ${i}`}>{clause(id)}</li>)}{gains !== undefined && costs !== undefined && <li>{t('ratify.worth', { gains, costs })}</li>}</ul>
      <div className="row"><label className="field"><span className="sr">{t('ratify.reason')}</span><input className="input" value={reason} maxLength={400} placeholder={t('ratify.reason')} onChange={(event) => setReason(event.target.value)} /></label>
        <Button className="btn btn-main" onPress={() => answer('ratify')}>{t('ratify.yes')}</Button>
        <Button className="btn" onPress={() => answer('reject')}>{t('ratify.no')}</Button>
      </div>
    </li>
  );
}
