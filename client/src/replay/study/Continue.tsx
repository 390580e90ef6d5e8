/** A fork: a new match that begins with the recorded acts up to here and goes on live, bots in the other seats until people come. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MatchTicket } from '@concert/shared/protocol/messages';
import { readRefusal } from '../../net/answer.ts';
import { BotPicker, type BotChoice } from '../../screens/home/BotPicker.tsx';
import { matchPath } from '../../screens/home/enter.ts';
import { useName } from '../../screens/home/useName.ts';
import { useSentence } from '../../i18n/sentence.ts';
import { keepTicket } from '../../store/tickets.ts';
import { useReel, useReplay } from '../replayStore.ts';
import { fetchRecording } from '../sources.ts';

export function Continue() {
  const { t } = useTranslation('replay');
  const say = useSentence();
  const [, go] = useLocation();
  const reel = useReel();
  const step = useReplay((state) => state.step);
  const source = useReplay((state) => state.source);
  const { nameOrDefault } = useName();
  const seats = reel.opened.scenario.seats.map(({ id }) => id);
  const [seat, setSeat] = useState(seats[0] ?? '');
  const [bots, setBots] = useState<BotChoice>('mixed');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const over = reel.viewAt(step, { kind: 'public' }).table.status === 'ended';
  if (!reel.whole) return <section><h3>{t('study.continue')}</h3><p className="hint">{t('study.views')}</p></section>;
  if (source?.kind === 'page' || location.protocol === 'file:') return <section><h3>{t('study.continue')}</h3><p className="hint">{t('study.noServer')}</p></section>;

  const fork = async (): Promise<Response> => {
    const wish = { name: nameOrDefault, seat, bots };
    if (source?.kind === 'match') return fetch('/api/matches', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...wish, fork: { recording: source.id, step } }) });
    const found = await fetchRecording(source?.id ?? '');
    return fetch(`/api/matches/fork?${new URLSearchParams({ ...wish, step: String(step) }).toString()}`, { method: 'POST', body: found.ok ? found.text : '' });
  };
  const start = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const response = await fork().catch(() => null);
    const body: unknown = await response?.json().catch(() => null);
    setBusy(false);
    if (!response?.ok) { const { code, params } = readRefusal(body ?? { code: 'server-busy' }); setRefusal(say.refusal(code, params)); return; }
    keepTicket(body as MatchTicket);
    go(matchPath((body as MatchTicket).code));
  };
  return (
    <section className="stack"><h3>{t('study.continue')}</h3>
      <p className="hint">{t('study.continue.help', { round: reel.steps[step]?.round ?? 1 })}</p>
      <label className="field"><span className="field-label">{t('study.seat')}</span><select className="input" value={seat} onChange={(event) => setSeat(event.target.value)}>{seats.map((id) => <option key={id} value={id}>{t(`scenario:seat.${id}.name`)}</option>)}</select></label>
      <BotPicker value={bots} onChange={setBots} />
      {refusal !== null && <p className="problem" role="alert">{refusal}</p>}
      <p><Button className="btn btn-main" isDisabled={busy || over} onPress={() => void start()}>{t(over ? 'study.over' : 'study.go')}</Button></p>
    </section>
  );
}
