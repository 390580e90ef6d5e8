/** One's own notes and named chapters at the moment shown: kept in this browser beside the recording, carried off alone or inside it, and brought back. */
import { get, set } from 'idb-keyval';
import { useEffect, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keyOfRecording, mergeNotes, notesText, readNotes, textIn, withAnnotations, type Annotation } from '@concert/shared/recording/index';
import { seek, useLastShown, useReel, useReplay } from '../replayStore.ts';
import { fetchRecording, tokenFor } from '../sources.ts';

const storeKey = (recording: string): string => `concert.notes.${recording}`;
const MOST_TEXT = 2000;
/** A file of notes is small; a recording that carries them may be large. */
const MOST_BYTES = 64 * 1024 * 1024;
type Told = readonly [key: string, params: Readonly<Record<string, string | number>>];

function saveAs(name: string, text: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function Notes() {
  const { t, i18n } = useTranslation('replay');
  const reel = useReel();
  const step = useReplay((state) => state.step);
  const source = useReplay((state) => state.source);
  const last = useLastShown();
  const { opened } = reel;
  const recording = keyOfRecording(reel);
  const key = storeKey(recording);
  const [own, setOwn] = useState<readonly Annotation[]>([]);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'note' | 'chapter'>('note');
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let gone = false;
    void get<readonly Annotation[]>(key).then((kept) => { if (!gone) setOwn(kept ?? []); }, () => {});
    return () => { gone = true; };
  }, [key]);
  const keep = (next: readonly Annotation[]): void => { setOwn(next); void set(key, next).catch(() => {}); };
  const seq = reel.steps[step]?.seq ?? 0;
  const add = (): void => {
    const id = `own-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    keep([...own, kind === 'chapter' ? { id, kind, seq, title: text.trim(), text: '' } : { id, kind, seq, text: text.trim() }].sort((a, b) => a.seq - b.seq));
    setText('');
  };
  const save = async (): Promise<void> => {
    const found = await fetchRecording(source?.id ?? '', tokenFor(source?.id ?? ''));
    if (found.ok) saveAs(`${opened.header.match}.concert${reel.whole ? '' : '-view'}.jsonl`, withAnnotations(found.text, [...opened.annotations, ...own]));
  };
  const bring = async (file: File): Promise<void> => {
    const read = file.size > MOST_BYTES ? 'notes-large' : readNotes(await file.text());
    if (typeof read === 'string') return setTold([`study.import.${read}`, { file: file.name }]);
    if (read.recording !== recording) return setTold(['study.import.other', { file: file.name, match: read.match || '?', here: opened.header.match }]);
    const { notes, added, known, beyond } = mergeNotes(own, read.notes, opened.annotations, reel.steps.at(-1)?.seq ?? 0);
    if (added > 0) keep(notes);
    const left = beyond + read.unread;
    return setTold([added === 0 && left === 0 ? 'study.import.nothing' : left > 0 ? 'study.import.some' : 'study.import.done', { count: added, known, left }]);
  };
  const shown = own.filter((annotation) => { const at = reel.stepOfSeq(annotation.seq); return at >= 0 && at <= last; });
  return (
    <section className="stack"><h3>{t('study.notes')}</h3>
      <div className="row" role="group" aria-label={t('study.kind')}>{(['note', 'chapter'] as const).map((id) => <button key={id} type="button" className="btn" aria-pressed={kind === id} onClick={() => setKind(id)}>{t(`study.${id}`)}</button>)}</div>
      <label className="field"><span className="sr">{t(`study.${kind}`)}</span><textarea className="input" rows={kind === 'chapter' ? 1 : 3} maxLength={kind === 'chapter' ? 120 : MOST_TEXT} value={text} placeholder={t(`study.${kind}.at`, { round: reel.steps[step]?.round ?? 1, step: reel.steps[step]?.inRound ?? 1 })} onChange={(event) => setText(event.target.value)} /></label>
      <p className="row"><Button className="btn btn-main" isDisabled={text.trim() === ''} onPress={add}>{t('study.add')}</Button></p>
      {shown.length === 0 ? <p className="hint">{t('study.none')}</p> : (
        <ul className="study-notes">{shown.map((annotation) => {
          const at = reel.steps[reel.stepOfSeq(annotation.seq)];
          return (
            <li key={annotation.id} data-kind={annotation.kind}>
              <button type="button" className="study-link" onClick={() => seek(reel.stepOfSeq(annotation.seq))}>{at ? `${at.round}.${at.inRound}` : ''}</button>
              <span>{annotation.title !== undefined && annotation.kind !== 'chapter' && <strong>{textIn(annotation.title, i18n.language)} </strong>}{textIn(annotation.kind === 'chapter' ? annotation.title ?? annotation.text : annotation.text, i18n.language)}</span>
              <Button className="btn" onPress={() => keep(own.filter((each) => each !== annotation))}>{t('study.remove')}</Button>
            </li>
          );
        })}</ul>
      )}
      <p className="row">
        <Button className="btn" isDisabled={own.length === 0} onPress={() => saveAs(`${opened.header.match}.concert-notes.jsonl`, notesText(recording, opened.header.match, own))}>{t('study.export.notes')}</Button>
        <Button className="btn" isDisabled={own.length === 0} onPress={() => void save()}>{t('study.export')}</Button>
        <FileTrigger acceptedFileTypes={['.jsonl', '.txt', 'application/x-ndjson', 'application/json', 'text/plain']} onSelect={(files) => { const file = files?.[0]; if (file) void bring(file); }}><Button className="btn">{t('study.import')}</Button></FileTrigger>
      </p>
      {told && <p className="hint" role="status">{t(told[0], told[1])}</p>}
    </section>
  );
}
