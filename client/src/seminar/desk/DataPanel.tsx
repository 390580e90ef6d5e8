/** The data of a class: how long it is kept, grades, observers' notes, and research once everybody's consent may count. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskOrder } from '@concert/shared/protocol/seminar';
import { researchZip } from '../../net/classes.ts';
import { tellRefusal } from '../../store/gameStore.ts';
import { deskToken } from '../keys.ts';
import { notesCsv, notesFileOf } from '../notes.ts';
import type { DeskOverview } from '../overview.ts';
import { saveFile, saveText } from '../saveFile.ts';

interface Props { readonly code: string; readonly overview: DeskOverview; readonly order: (order: DeskOrder) => Promise<boolean> }

export function DataPanel({ code, overview, order }: Props) {
  const { t, i18n } = useTranslation('seminar');
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' });
  return (
    <div className="seminar-watch">
      <section className="stack" aria-labelledby="data-research"><h3 id="data-research">{t('data.research')}</h3><Research code={code} overview={overview} order={order} /></section>
      <section className="stack" aria-labelledby="data-notes"><h3 id="data-notes">{t('data.notes')}</h3><Notes code={code} overview={overview} /></section>
      <section className="stack" aria-labelledby="data-kept"><h3 id="data-kept">{t('data.kept')}</h3><p>{t('data.kept.until', { day: day.format(overview.keepUntil) })}</p><p className="hint">{t('data.kept.help')}</p></section>
    </div>
  );
}

function Research({ code, overview, order }: Props) {
  const { t } = useTranslation('seminar');
  const [sure, setSure] = useState(false);
  const { consents, stage } = overview;
  const download = async (): Promise<void> => {
    const zip = await researchZip(location.origin, code, deskToken(code) ?? '');
    if (zip.ok) saveFile(`concert-research-${new Date().toISOString().slice(0, 10)}.zip`, zip.value); else tellRefusal(zip);
  };
  if (consents) return <><p><strong>{t('data.consents', { count: consents.all, yes: consents.yes })}</strong></p><p className="hint">{t('data.export.help')}</p><p><Button className="btn btn-main" isDisabled={consents.yes === 0} onPress={() => void download()}>{t('data.export')}</Button></p></>;
  return (
    <>
      <p>{t('data.research.help')}</p>
      <ol className="facts"><li>{t('data.step.close')}</li><li>{t('data.step.grades')}</li><li>{t('data.step.release')}</li></ol>
      {stage === 'closed'
        ? <><label className="row"><input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} /> {t('data.sure')}</label><p><Button className="btn btn-main" isDisabled={!sure} onPress={() => void order({ do: 'release' })}>{t('data.release')}</Button></p></>
        : <p className="hint">{t('data.notClosed')}</p>}
    </>
  );
}

function Notes({ code, overview }: Pick<Props, 'code' | 'overview'>) {
  const { t } = useTranslation('seminar');
  const { notes, tables, people } = overview;
  const who = (id: string): string => people.find((person) => person.id === id)?.alias ?? '';
  if (notes.length === 0) return <p className="empty">{t('data.notes.none')}</p>;
  const inReplay = async (table: string): Promise<void> => saveText(`${table}.concert-notes.jsonl`, await notesFileOf(code, table, notes.filter((note) => note.table === table), who, (tag) => t(`note.${tag}`)), 'application/x-ndjson');
  return (
    <>
      <ol className="seminar-talk">{notes.slice(-30).map((note) => <li key={note.id}><span className="hint">{t('table', { n: tables.find((each) => each.code === note.table)?.n ?? '' })} · {t('observe.round', { round: note.round })} · {t(`ui:phase.${note.phase}`)} · {t(`note.${note.tag}`)} · {who(note.person)}</span> {note.text}</li>)}</ol>
      <p className="row"><Button className="btn" onPress={() => saveText(`${code}-notes.csv`, notesCsv(notes, (table) => tables.find((each) => each.code === table)?.n ?? 0, who), 'text/csv')}>{t('data.notes.sheet')}</Button>
        {tables.filter((table) => table.status === 'ended' && notes.some((note) => note.table === table.code)).map((table) => <Button key={table.code} className="btn" onPress={() => void inReplay(table.code)}>{t('data.notes.replay', { n: table.n })}</Button>)}</p>
      <p className="hint">{t('data.notes.help')}</p>
    </>
  );
}
