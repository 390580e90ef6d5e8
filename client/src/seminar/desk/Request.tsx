/** One act that waits for the desk: let it pass, change it, or send it back with a word. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActCommand, PublicScenario } from '@concert/shared';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { useCommandWords } from '../commandWords.ts';
import type { DeskTable } from '../overview.ts';
import { Amend } from './Amend.tsx';
import { isAmendable } from './amend.ts';

interface Props { readonly table: string; readonly name: string; readonly by: string; readonly request: DeskTable['requests'][number]; readonly scenario: PublicScenario | null; readonly order: (order: DeskOrder) => Promise<boolean> }

export function Request({ table, name, by, request, scenario, order }: Props) {
  const { t } = useTranslation('seminar');
  const words = useCommandWords();
  const [reason, setReason] = useState('');
  const [amended, setAmended] = useState<ActCommand | null>(null);
  const settle = (verdict: 'approve' | 'return'): void => {
    const changed = verdict === 'approve' && amended !== null && JSON.stringify(amended) !== JSON.stringify(request.command);
    // What the rules say against an amended act is told by the refusal; the form stays open for another try.
    void order({ do: 'settle', table, request: request.id, verdict, reason, ...(changed ? { amended: amended as never } : {}) });
  };
  return (
    <li data-state="new">
      <p><strong>{t('inbox.request', { seat: t(`scenario:seat.${request.seat}.name`) })}</strong> <span className="hint">{name} · {by}</span></p>
      <ul className="facts">{words(request.command).map((line, i) => <li key={i}>{line}</li>)}</ul>
      {amended !== null && scenario && <section className="notice" aria-label={t('amend.title')}><p className="field-label">{t('amend.title')}</p><Amend command={amended} onChange={setAmended} scenario={scenario} /></section>}
      <div className="row"><label className="field"><span className="sr">{t('inbox.reason')}</span><input className="input" value={reason} maxLength={400} placeholder={t('inbox.reason')} onChange={(event) => setReason(event.target.value)} /></label>
        <Button className="btn btn-main" onPress={() => settle('approve')}>{t(amended === null ? 'inbox.approve' : 'inbox.approveAmended')}</Button>
        {scenario && isAmendable(request.command) && <Button className="btn" aria-pressed={amended !== null} onPress={() => setAmended(amended === null ? request.command : null)}>{t(amended === null ? 'inbox.amend' : 'inbox.asAsked')}</Button>}
        <Button className="btn" onPress={() => settle('return')}>{t('inbox.return')}</Button>
      </div>
    </li>
  );
}
