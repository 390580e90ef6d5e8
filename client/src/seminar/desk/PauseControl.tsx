/** A word to tables or to one delegation of each; holding them: why, for how long at most, and whether everybody talks or each delegation for itself. */
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskOrder } from '@concert/shared/protocol/seminar';

const MINUTES = [3, 5, 10, 15, 30, 60] as const;

interface Props {
  /** Tables that can be held now. */
  readonly running: readonly string[];
  readonly held: number;
  readonly seats: readonly string[];
  readonly order: (order: DeskOrder) => Promise<boolean>;
  /** What else the desk does to running tables. */
  readonly children?: ReactNode;
}

export function PauseControl({ running, held, seats, order, children }: Props) {
  const { t } = useTranslation('seminar');
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number | null>(15);
  const [to, setTo] = useState('');
  const none = running.length === 0;
  const send = async (wish: DeskOrder): Promise<void> => { if (await order(wish)) setReason(''); };
  const pause = (huddle: boolean): void => { void send({ do: 'pause', tables: [...running], reason: reason.trim() || (huddle ? t('huddle.reason') : ''), minutes, ...(huddle ? { huddle: true } : {}) }); };
  return (
    <>
      <div className="row seminar-hold">
        <label className="field seminar-reason"><span className="sr">{t('desk.reason')}</span><input className="input" value={reason} maxLength={400} placeholder={t('desk.reason')} onChange={(event) => setReason(event.target.value)} /></label>
        <label className="row seminar-most"><span className="hint">{t('desk.sayTo')}</span>
          <select className="input" value={to} onChange={(event) => setTo(event.target.value)}><option value="">{t('desk.sayTo.all')}</option>{seats.map((seat) => <option key={seat} value={seat}>{t(`scenario:seat.${seat}.name`)}</option>)}</select></label>
        <Button className="btn" isDisabled={none || reason.trim() === ''} onPress={() => void send({ do: 'say', tables: [...running], to: to === '' ? [] : [to], text: reason.trim() })}>{t('desk.say')}</Button>
      </div>
      <div className="row">
        <label className="row seminar-most"><span className="hint">{t('pause.most')}</span>
          <select className="input" value={minutes ?? ''} onChange={(event) => setMinutes(event.target.value === '' ? null : Number(event.target.value))}>{MINUTES.map((n) => <option key={n} value={n}>{t('pause.minutes', { count: n })}</option>)}<option value="">{t('pause.open')}</option></select></label>
        <Button className="btn" isDisabled={none} onPress={() => pause(false)}>{t('desk.pause')}</Button>
        <Button className="btn" isDisabled={none} onPress={() => pause(true)}>{t('huddle.start')}</Button>
        <Button className="btn" data-kind={held > 0 ? 'main' : undefined} isDisabled={held === 0} onPress={() => void order({ do: 'resume', tables: [...running] })}>{t('desk.resume')}</Button>
        {children}
      </div>
    </>
  );
}
