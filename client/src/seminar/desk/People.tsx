/** Everybody of the class: place, office, presence, what they have done; the desk moves, silences and adds. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { gradingSheet } from '@concert/shared/seminar/grading';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { useLocation } from 'wouter';
import { deleteClass } from '../../net/classes.ts';
import { tellRefusal } from '../../store/gameStore.ts';
import { deskToken } from '../keys.ts';
import type { DeskOverview, DeskPerson } from '../overview.ts';
import { saveText } from '../saveFile.ts';

/** From so many people on a filter is worth its line. */
const MANY = 10;

interface Props { readonly overview: DeskOverview; readonly order: (order: DeskOrder) => Promise<boolean> }

export function People({ overview, order }: Props) {
  const { t, i18n } = useTranslation('seminar');
  const [name, setName] = useState('');
  const [wanted, setWanted] = useState('');
  const sorted = [...overview.people].sort((a, b) => (a.table ?? '').localeCompare(b.table ?? '') || (a.seat ?? '').localeCompare(b.seat ?? '') || a.name.localeCompare(b.name, i18n.language));
  const tableOf = (person: DeskPerson): string => { const table = overview.tables.find((each) => each.code === person.table); return table ? t('table', { n: table.n }) : ''; };
  const words = (person: DeskPerson): string => [person.name, person.alias, tableOf(person), person.seat === null ? '' : `${t(`scenario:seat.${person.seat}.name`)} ${person.seat}`, person.observes ? t('people.observer') : ''].join(' ').toLowerCase();
  const shown = wanted.trim() === '' ? sorted : sorted.filter((person) => words(person).includes(wanted.trim().toLowerCase()));
  const add = async (): Promise<void> => { if (await order({ do: 'add', people: [{ name: name.trim() }] })) setName(''); };
  return (
    <div className="stack">
      {sorted.length > MANY && <label className="field seminar-find"><span className="sr">{t('people.find')}</span><input className="input" type="search" value={wanted} placeholder={t('people.find')} onChange={(event) => setWanted(event.target.value)} /></label>}
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('desk.people')}>
        <table className="plain">
          <thead><tr><th scope="col">{t('people.name')}</th><th scope="col">{t('people.place')}</th><th scope="col">{t('people.here')}</th><th scope="col" className="num">{t('people.acts')}</th><th scope="col" className="num">{t('people.messages')}</th><th scope="col" className="num">{t('people.words')}</th><th scope="col"><span className="sr">{t('people.do')}</span></th></tr></thead>
          <tbody>{shown.map((person) => <Row key={person.id} person={person} overview={overview} order={order} />)}</tbody>
        </table>
      </div>
      {overview.people.length === 0 && <p className="empty">{t('people.none')}</p>}
      <p><Button className="btn" isDisabled={overview.people.length === 0} onPress={() => saveText(`${overview.code}-people.csv`, grades(overview), 'text/csv')}>{t('people.sheet')}</Button></p>
      <Forget code={overview.code} />
      <div className="row"><label className="field"><span className="sr">{t('people.add')}</span><input className="input" value={name} maxLength={60} placeholder={t('people.add')} onChange={(event) => setName(event.target.value)} /></label><Button className="btn" isDisabled={name.trim() === ''} onPress={() => void add()}>{t('people.addButton')}</Button></div>
    </div>
  );
}

/** Everything of the class goes, what was played and said included; asked twice. */
function Forget({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const [, go] = useLocation();
  const forget = async (): Promise<void> => {
    if (!confirm(t('people.forget.sure'))) return;
    const done = await deleteClass(location.origin, code, deskToken(code) ?? '');
    if (done.ok) go('/class/new');
    else tellRefusal(done);
  };
  return <p><Button className="btn" onPress={() => void forget()}>{t('people.forget')}</Button></p>;
}

/** One row a person; the sheet holds real names and is for the desk alone. */
const grades = (overview: DeskOverview): string => gradingSheet(overview.people.map((person) => {
  const table = overview.tables.find((each) => each.code === person.table);
  const result = person.seat === null ? undefined : table?.scores[person.seat];
  return { name: person.name, alias: person.alias, table: table?.n ?? null, seat: person.seat, office: person.office, acts: person.doings?.acts ?? 0, messages: person.doings?.messages ?? 0, words: person.doings?.words ?? 0, surveyed: person.surveyed, outcome: table?.outcome ?? null, score: result?.score ?? null, par: result?.par ?? null };
}));
/** Where a seat would stand, for those who watch. */
const WATCHES = '*';

function Row({ person, overview, order }: Props & { readonly person: DeskPerson }) {
  const { t } = useTranslation('seminar');
  const place = person.table === null ? '' : person.observes ? `${person.table} ${WATCHES}` : person.seat === null ? '' : `${person.table} ${person.seat}`;
  const move = (value: string): void => {
    const [table = '', seat = ''] = value.split(' ');
    if (seat === WATCHES) return void order({ do: 'observe', person: person.id, table });
    if (value === '' && person.observes) return void order({ do: 'observe', person: person.id, table: null });
    void order({ do: 'seat', person: person.id, table: value === '' ? null : table, seat: value === '' ? null : seat, office: null });
  };
  return (
    <tr data-away={person.joined && !person.online ? true : undefined}>
      <th scope="row">{person.name}{person.alias !== person.name && <span className="hint"> · {person.alias}</span>}</th>
      <td className="seminar-place">
        <select className="input" aria-label={t('people.placeOf', { name: person.name })} value={place} onChange={(event) => move(event.target.value)}>
          <option value="">{t('people.noPlace')}</option>
          {overview.tables.map((table) => <optgroup key={table.code} label={t('table', { n: table.n })}>{table.seats.map(({ seat }) => <option key={seat} value={`${table.code} ${seat}`}>{t(`scenario:seat.${seat}.name`)}</option>)}<option value={`${table.code} ${WATCHES}`}>{t('people.observer')}</option></optgroup>)}
        </select>
        {person.seat !== null && person.office !== null && (
          <select className="input" aria-label={t('people.officeOf', { name: person.name })} value={person.office} onChange={(event) => void order({ do: 'seat', person: person.id, table: person.table, seat: person.seat, office: event.target.value })}>
            {overview.offices.map((office) => <option key={office} value={office}>{t(`scenario:office.${office}`)}</option>)}
          </select>
        )}
      </td>
      <td>{person.online ? t('people.online') : person.joined ? t('people.away') : t('people.notYet')}</td>
      <td className="num">{person.doings?.acts ?? 0}</td><td className="num">{person.doings?.messages ?? 0}</td><td className="num">{person.doings?.words ?? 0}</td>
      <td><Button className="btn" aria-pressed={person.muted} onPress={() => void order({ do: 'mute', person: person.id, on: !person.muted })}>{t(person.muted ? 'people.unmute' : 'people.mute')}</Button> <Button className="btn" onPress={() => { if (confirm(t('people.forgetOne.sure', { name: person.name }))) void order({ do: 'forget', person: person.id }); }}>{t('people.forgetOne')}</Button></td>
    </tr>
  );
}
