/** One's own notes and named chapters at the moment shown: kept in this browser beside the recording, exported inside it. */
import { get, set } from 'idb-keyval';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { withAnnotations, type Annotation } from '@concert/shared/recording/index';
import { seek, useLastShown, useReel, useReplay } from '../replayStore.ts';
import { fetchRecording } from '../sources.ts';

const keyOf = (digest: string): string => `concert.notes.${digest}`;
const MOST_TEXT = 2000;

export function Notes() {
  const { t } = useTranslation('replay');
  const reel = useReel();
  const step = useReplay((state) => state.step);
  const source = useReplay((state) => state.source);
  const last = useLastShown();
  const { opened } = reel;
  const key = keyOf(opened.closing?.digest ?? `${opened.header.match} ${opened.entries.length}`);
  const [own, setOwn] = useState<readonly Annotation[]>([]);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'note' | 'chapter'>('note');
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
    const found = await fetchRecording(source?.id ?? '');
    if (!found.ok) return;
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([withAnnotations(found.text, [...opened.annotations, ...own])], { type: 'application/x-ndjson' })), download: `${opened.header.match}.concert.jsonl` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const words = (annotation: Annotation): string => { const said = annotation.title ?? annotation.text; return typeof said === 'string' ? said : Object.values(said)[0] ?? ''; };
  const shown = own.filter((annotation) => reel.stepOfSeq(annotation.seq) <= last);
  return (
    <section className="stack"><h3>{t('study.notes')}</h3>
      <div className="row" role="group" aria-label={t('study.kind')}>{(['note', 'chapter'] as const).map((id) => <button key={id} type="button" className="btn" aria-pressed={kind === id} onClick={() => setKind(id)}>{t(`study.${id}`)}</button>)}</div>
      <label className="field"><span className="sr">{t(`study.${kind}`)}</span><textarea className="input" rows={kind === 'chapter' ? 1 : 3} maxLength={kind === 'chapter' ? 120 : MOST_TEXT} value={text} placeholder={t(`study.${kind}.at`, { round: reel.steps[step]?.round ?? 1, step: reel.steps[step]?.inRound ?? 1 })} onChange={(event) => setText(event.target.value)} /></label>
      <p className="row"><Button className="btn btn-main" isDisabled={text.trim() === ''} onPress={add}>{t('study.add')}</Button><Button className="btn" isDisabled={own.length === 0} onPress={() => void save()}>{t('study.export')}</Button></p>
      {shown.length === 0 ? <p className="hint">{t('study.none')}</p> : (
        <ul className="study-notes">{shown.map((annotation) => {
          const at = reel.steps[reel.stepOfSeq(annotation.seq)];
          return <li key={annotation.id} data-kind={annotation.kind}><button type="button" className="study-link" onClick={() => seek(reel.stepOfSeq(annotation.seq))}>{at ? `${at.round}.${at.inRound}` : ''}</button><span>{words(annotation)}</span><Button className="btn" onPress={() => keep(own.filter((each) => each !== annotation))}>{t('study.remove')}</Button></li>;
        })}</ul>
      )}
    </section>
  );
}
