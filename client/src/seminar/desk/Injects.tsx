/** Injects: news, intelligence or word from an absent actor, with or without an effect; now, at a phase, or when an indicator stands so. */
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskOrder, InjectShape, InjectWhen } from '@concert/shared/protocol/seminar';
import type { DeskOverview } from '../overview.ts';

interface Props { readonly overview: DeskOverview; readonly tables: readonly string[]; readonly order: (order: DeskOrder) => Promise<boolean> }
const KINDS = ['news', 'intelligence', 'message'] as const;
const PHASES = ['brief', 'declaration', 'bilateral', 'plenary', 'secret'] as const;
const KEYS = ['TEN', 'BLOC', 'CON', 'W'] as const;

export function Injects({ overview, tables, order }: Props) {
  const { t } = useTranslation('seminar');
  const seats = overview.tables[0]?.seats.map(({ seat }) => seat) ?? [];
  const [kind, setKind] = useState<InjectShape['kind']>('news');
  const [to, setTo] = useState<readonly string[]>([]);
  const [from, setFrom] = useState('');
  const [text, setText] = useState('');
  const [ten, setTen] = useState(0);
  const [when, setWhen] = useState<'now' | 'phase' | 'indicator'>('now');
  const [round, setRound] = useState(1);
  const [phase, setPhase] = useState<string>('plenary');
  const [key, setKey] = useState<(typeof KEYS)[number]>('TEN');
  const [least, setLeast] = useState(70);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const inject: InjectShape = { kind, to: [...to], text: text.trim(), ...(kind === 'message' ? { from: from.trim() } : {}), ...(ten === 0 ? {} : { effects: { ten } }) };
    const moment: InjectWhen | null = when === 'phase' ? { is: 'phase', round, phase } : when === 'indicator' ? { is: 'indicator', key, atLeast: least } : null;
    if (await order(moment ? { do: 'prepare', tables: [...tables], inject, when: moment } : { do: 'inject', tables: [...tables], inject })) { setText(''); setTen(0); }
  };
  return (
    <div className="seminar-injects">
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="row" role="group" aria-label={t('inject.kind')}>{KINDS.map((id) => <button key={id} type="button" className="btn" aria-pressed={kind === id} onClick={() => setKind(id)}>{t(`inject.${id}`)}</button>)}</div>
        {kind === 'message' && <label className="field"><span>{t('inject.from')}</span><input className="input" value={from} maxLength={80} onChange={(event) => setFrom(event.target.value)} /></label>}
        <label className="field"><span>{t('inject.text')}</span><textarea className="input" rows={4} maxLength={1200} value={text} onChange={(event) => setText(event.target.value)} /></label>
        <div className="row" role="group" aria-label={t('inject.to')}><span className="field-label">{t('inject.to')}</span>
          <button type="button" className="btn" aria-pressed={to.length === 0} onClick={() => setTo([])}>{t('inject.everybody')}</button>
          {seats.map((seat) => <button key={seat} type="button" className="btn" aria-pressed={to.includes(seat)} onClick={() => setTo(to.includes(seat) ? to.filter((each) => each !== seat) : [...to, seat])}>{t(`scenario:seat.${seat}.code`)}</button>)}
        </div>
        <div className="row"><label className="field"><span>{t('inject.ten')}</span><input className="input seminar-number" type="number" min={-12} max={12} value={ten} onChange={(event) => setTen(Number(event.target.value))} /></label>
          <label className="field"><span>{t('inject.when')}</span><select className="input" value={when} onChange={(event) => setWhen(event.target.value as typeof when)}><option value="now">{t('inject.now')}</option><option value="phase">{t('inject.atPhase')}</option><option value="indicator">{t('inject.atIndicator')}</option></select></label>
          {when === 'phase' && <><label className="field"><span>{t('inject.round')}</span><input className="input seminar-number" type="number" min={1} max={40} value={round} onChange={(event) => setRound(Number(event.target.value))} /></label><label className="field"><span>{t('inject.phase')}</span><select className="input" value={phase} onChange={(event) => setPhase(event.target.value)}>{PHASES.map((id) => <option key={id} value={id}>{t(`ui:phase.${id}`)}</option>)}</select></label></>}
          {when === 'indicator' && <><label className="field"><span>{t('inject.indicator')}</span><select className="input" value={key} onChange={(event) => setKey(event.target.value as typeof key)}>{KEYS.map((id) => <option key={id} value={id}>{t(`indicator.${id}`)}</option>)}</select></label><label className="field"><span>{t('inject.least')}</span><input className="input seminar-number" type="number" value={least} onChange={(event) => setLeast(Number(event.target.value))} /></label></>}
        </div>
        <p><Button type="submit" className="btn btn-main" isDisabled={text.trim() === '' || (kind === 'message' && from.trim() === '')}>{t(when === 'now' ? 'inject.send' : 'inject.prepare', { count: tables.length })}</Button></p>
      </form>
      <section className="stack" aria-labelledby="prepared-title"><h3 id="prepared-title">{t('inject.prepared')}</h3>
        {overview.prepared.length === 0 && <p className="empty">{t('inject.none')}</p>}
        <ul className="seminar-list">{overview.prepared.map((each) => (
          <li key={each.id}><p>{each.inject.text}</p><p className="hint">{each.when.is === 'phase' ? t('inject.whenPhase', { round: each.when.round, phase: t(`ui:phase.${each.when.phase}`) }) : t('inject.whenIndicator', { indicator: t(`indicator.${each.when.key}`), value: each.when.atLeast ?? each.when.atMost })} · {t('inject.fired', { count: each.fired.length, all: each.tables.length })}</p>
            <p><Button className="btn" onPress={() => void order({ do: 'unprepare', prepared: each.id })}>{t('inject.remove')}</Button></p></li>
        ))}</ul>
      </section>
    </div>
  );
}
