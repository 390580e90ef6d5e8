/** Which two to compare: samples, finished matches of this server, or two files of the reader's. */
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { EVERYTHING, listRecordings, listSamples } from '../../library/recordingsApi.ts';
import { useLoad } from '../../store/useLoad.ts';
import { useOpenFiles } from '../Drop.tsx';
import { useReplay } from '../replayStore.ts';
import { comparePath } from './paths.ts';

const all = () => listRecordings(EVERYTHING);

export function Choose() {
  const { t } = useTranslation('replay');
  const [, go] = useLocation();
  const take = useOpenFiles();
  const hide = useReplay((state) => state.asWeGo);
  const [picked, setPicked] = useState<readonly [string, string]>(['', '']);
  const { answer: samples } = useLoad(listSamples);
  const { answer: finished } = useLoad(all);
  const options = [
    ...(samples?.ok ? samples.value.map(({ file, title, scenario }, i) => ({ id: `sample-${file}`, name: hide ? `${t(`scenario:scenario.${scenario}.short`)} ${i + 1}` : t(title) })) : []),
    ...(finished?.ok ? finished.value.recordings.map(({ code, title }) => ({ id: code, name: `${title || code} · ${code}` })) : []),
  ];
  const [a, b] = picked;
  const choice = (which: 0 | 1) => (
    <label className="field"><span className="field-label">{t(which === 0 ? 'compare.first' : 'compare.second')}</span>
      <select className="input" value={picked[which]} onChange={(event) => setPicked(which === 0 ? [event.target.value, b] : [a, event.target.value])}><option value="">{t('compare.choose')}</option>{options.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></label>
  );
  return (
    <section className="sheet card narrow cmp-choose"><h1>{t('compare')}</h1><p>{t('compare.lead')}</p>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); if (a && b && a !== b) go(comparePath(a, b)); }}>
        {choice(0)}{choice(1)}
        <p className="row"><Button className="btn btn-main" type="submit" isDisabled={!a || !b || a === b}><GitCompareArrows size={16} aria-hidden="true" />{t('compare.go')}</Button>
          <FileTrigger allowsMultiple acceptedFileTypes={['.jsonl', '.txt', 'application/x-ndjson', 'application/json', 'text/plain']} onSelect={(files) => { if (files) void take(files); }}><Button className="btn">{t('compare.files')}</Button></FileTrigger></p>
      </form>
    </section>
  );
}
