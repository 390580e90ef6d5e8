/** What waits for the desk: acts to approve, texts to ratify, places to give back, calls for help; newest last, done ones folded away. */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { getScenario } from '../../net/api.ts';
import { useLoad } from '../../store/useLoad.ts';
import type { DeskOverview, DeskPerson } from '../overview.ts';
import { Ratify } from './Ratify.tsx';
import { Request } from './Request.tsx';

interface Props { readonly overview: DeskOverview; readonly order: (order: DeskOrder) => Promise<boolean> }

export function Inbox({ overview, order }: Props) {
  const { t, i18n } = useTranslation('seminar');
  const [all, setAll] = useState(false);
  const { answer } = useLoad(useCallback(() => getScenario(location.origin, overview.scenario), [overview.scenario]));
  const asked = overview.tables.flatMap((table) => table.ratifications.map((each) => ({ table, each })));
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' });
  const who = (id: string): string => { const person = overview.people.find((each) => each.id === id); return person ? person.name : '?'; };
  const nameOf = (code: string | null): string => { const table = overview.tables.find((each) => each.code === code); return table ? t('table', { n: table.n }) : ''; };
  const items = overview.inbox.filter((item) => all || item.state !== 'done');
  const requests = overview.tables.flatMap((table) => table.requests.map((request) => ({ table, request })));
  return (
    <div className="stack">
      {requests.length === 0 && asked.length === 0 && items.length === 0 && <p className="empty">{t('inbox.empty')}</p>}
      {requests.length > 0 && <ul className="seminar-list">{requests.map(({ table, request }) => <Request key={`${table.code}${request.id}`} table={table.code} name={nameOf(table.code)} by={request.by === null ? '' : who(request.by)} request={request} scenario={answer?.ok ? answer.value : null} order={order} />)}</ul>}
      {asked.length > 0 && <ul className="seminar-list">{asked.map(({ table, each }) => <Ratify key={`${table.code}${each.proposal}${each.seat}`} table={table.code} name={nameOf(table.code)} asked={each} order={order} />)}</ul>}
      <ul className="seminar-list">
        {items.map((item) => (
          <li key={item.id} data-state={item.state}>
            <p><strong>{t(`inbox.${item.kind}`, { name: who(item.person) })}</strong> <span className="hint">{nameOf(item.table)} · {clock.format(item.at)}</span></p>
            {item.text && <p>{item.text}</p>}
            {item.kind === 'help' && item.state !== 'done' && <Answer person={overview.people.find((each) => each.id === item.person)} table={item.table} order={order} onSent={() => void order({ do: 'file', item: item.id, state: 'done' })} />}
            <p className="row">
              {item.kind === 'pin' && item.state !== 'done' && <><Button className="btn btn-main" onPress={() => void order({ do: 'nod', item: item.id, yes: true })}>{t('inbox.pinNod')}</Button><Button className="btn" onPress={() => void order({ do: 'nod', item: item.id, yes: false })}>{t('inbox.noNod')}</Button></>}
              {item.kind === 'rejoin' && item.state !== 'done' && <><Button className="btn btn-main" onPress={() => void order({ do: 'nod', item: item.id, yes: true })}>{t('inbox.nod')}</Button><Button className="btn" onPress={() => void order({ do: 'nod', item: item.id, yes: false })}>{t('inbox.noNod')}</Button></>}
              {item.kind === 'help' && item.state !== 'done' && <Button className="btn" onPress={() => void order({ do: 'file', item: item.id, state: 'done' })}>{t('inbox.done')}</Button>}
              {item.kind === 'help' && item.state === 'new' && <Button className="btn" onPress={() => void order({ do: 'file', item: item.id, state: 'read' })}>{t('inbox.read')}</Button>}
            </p>
          </li>
        ))}
      </ul>
      <p><Button className="btn" onPress={() => setAll(!all)} aria-pressed={all}>{t('inbox.showDone')}</Button></p>
    </div>
  );
}

/** A written answer to a call for help: the whole delegation of whoever called reads it, nobody else. */
function Answer({ person, table, order, onSent }: { readonly person: DeskPerson | undefined; readonly table: string | null; readonly order: Props['order']; readonly onSent: () => void }) {
  const { t } = useTranslation('seminar');
  const [text, setText] = useState('');
  const seat = person?.seat;
  if (!seat || table === null) return null;
  const send = async (): Promise<void> => { if (await order({ do: 'say', tables: [table], to: [seat], text: text.trim() })) onSent(); };
  const label = t('inbox.answer', { seat: t(`scenario:seat.${seat}.name`) });
  return <p className="row"><label className="field seminar-reason"><span className="sr">{label}</span><input className="input" value={text} maxLength={1200} placeholder={label} onChange={(event) => setText(event.target.value)} /></label><Button className="btn" isDisabled={text.trim() === ''} onPress={() => void send()}>{t('inbox.answer.send')}</Button></p>;
}
