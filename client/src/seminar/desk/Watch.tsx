/** Reading a table as far as the door said the desk may: its messages, its news; rewinding it; the word of a seat on paper. */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message, View } from '@concert/shared';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { useSentence } from '../../i18n/sentence.ts';
import { seeTable } from '../../net/classes.ts';
import { useLoad } from '../../store/useLoad.ts';
import { deskToken } from '../keys.ts';
import type { DeskOverview } from '../overview.ts';

const EVERY_MS = 3000;
interface Props { readonly code: string; readonly overview: DeskOverview; readonly order: (order: DeskOrder) => Promise<boolean> }

export function Watch({ code, overview, order }: Props) {
  const { t } = useTranslation('seminar');
  const [table, setTable] = useState(overview.tables[0]?.code ?? '');
  const token = deskToken(code) ?? '';
  const { answer } = useLoad(useCallback(() => seeTable<{ readonly view: View | null; readonly messages: readonly Message[] }>(location.origin, code, token, table, null), [code, token, table]), EVERY_MS);
  const now = overview.tables.find((each) => each.code === table);
  const seen = answer?.ok ? answer.value : null;
  return (
    <div className="stack">
      <div className="row" role="group" aria-label={t('watch.table')}>{overview.tables.map((each) => <button key={each.code} type="button" className="btn" aria-pressed={each.code === table} onClick={() => setTable(each.code)}>{t('table', { n: each.n })}</button>)}</div>
      {overview.oversight === 'public' && <p className="hint">{t('watch.publicOnly')}</p>}
      <div className="seminar-watch">
        <section className="stack" aria-labelledby="watch-talk"><h3 id="watch-talk">{t('watch.talk')}</h3>{seen && <Talk messages={seen.messages} />}</section>
        <section className="stack" aria-labelledby="watch-news"><h3 id="watch-news">{t('watch.news')}</h3>{seen?.view && <News view={seen.view} />}</section>
        <section className="stack" aria-labelledby="watch-paper"><h3 id="watch-paper">{t('watch.paper')}</h3><Paper table={table} seats={now?.seats.map(({ seat }) => seat) ?? []} phase={now?.phase ?? ''} order={order} />
          <h3>{t('watch.rewind')}</h3><p className="hint">{t('watch.rewind.help')}</p>
          <p className="row">{Array.from({ length: now?.round ?? 0 }, (_, i) => i + 1).map((round) => <Button key={round} className="btn" onPress={() => { if (confirm(t('watch.rewind.sure', { round }))) void order({ do: 'rewind', table, round }); }}>{t('watch.rewindTo', { round })}</Button>)}</p>
        </section>
      </div>
    </div>
  );
}

function Talk({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation('seminar');
  if (messages.length === 0) return <p className="empty">{t('watch.silent')}</p>;
  return <ol className="seminar-talk">{messages.slice(-60).map((message) => <li key={`${message.channel} ${message.id}`}><span className="hint">{t('observe.round', { round: message.round })} · {message.channel.split('+').map((seat) => t(`scenario:seat.${seat}.code`)).join(' ')}</span> <strong>{t(`scenario:seat.${message.from}.code`)}</strong> {message.text}</li>)}</ol>;
}
function News({ view }: { readonly view: View }) {
  const say = useSentence();
  return <ol className="seminar-talk">{Object.values(view.news).slice(-30).map((item) => <li key={item.id}>{say(item.code, item.params)}</li>)}</ol>;
}

/** The decisions a class without screens takes most: a level, a side. Everything else is entered from the seat's own page. */
function Paper({ table, seats, phase, order }: { readonly table: string; readonly seats: readonly string[]; readonly phase: string; readonly order: Props['order'] }) {
  const { t } = useTranslation('seminar');
  const [seat, setSeat] = useState(seats[0] ?? '');
  const [note, setNote] = useState('');
  const enter = (command: Extract<DeskOrder, { do: 'enter' }>['command']): void => { void order({ do: 'enter', table, seat: seat || (seats[0] ?? ''), command, note }).then((done) => { if (done) setNote(''); }); };
  return (
    <div className="stack">
      <p className="hint">{t('watch.paper.help')}</p>
      <div className="row"><label className="field"><span>{t('watch.seat')}</span><select className="input" value={seat} onChange={(event) => setSeat(event.target.value)}>{seats.map((id) => <option key={id} value={id}>{t(`scenario:seat.${id}.name`)}</option>)}</select></label>
        <label className="field"><span>{t('watch.note')}</span><input className="input" value={note} maxLength={400} onChange={(event) => setNote(event.target.value)} /></label></div>
      <p className="row">
        {phase === 'declaration' && [0, 1, 2, 3, 4].map((level) => <Button key={level} className="btn" onPress={() => enter({ type: 'declare', level })}>{t('watch.level', { level })}</Button>)}
        {phase === 'crisis' && (['back', 'restrain'] as const).map((side) => <Button key={side} className="btn" onPress={() => enter({ type: 'pickSide', side })}>{t(`act.pickSide.${side}`)}</Button>)}
        <Button className="btn" onPress={() => enter({ type: 'ready', on: true })}>{t('watch.done')}</Button>
      </p>
    </div>
  );
}
