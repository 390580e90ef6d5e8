/** What is wrong with a file, in words, and what can be seen of it all the same. */
import { useTranslation } from 'react-i18next';
import type { Problem, RecordingRefusal } from '@concert/shared/recording/index';
import { FileButton } from './Drop.tsx';

export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('replay');
  return <ul className="facts rp-problems">{problems.map(({ code, params }, i) => <li key={i}>{t(`problem.${code}`, { ...params })}</li>)}</ul>;
}

/** A file of which nothing can be played. */
export function RefusedFile({ refusal, name }: { readonly refusal: RecordingRefusal; readonly name: string }) {
  const { t, i18n } = useTranslation('replay');
  const { seen } = refusal;
  const rows = [
    ['title', seen.title], ['match', seen.match], ['scenario', seen.scenario === undefined ? undefined : t(`scenario:scenario.${seen.scenario}.title`, { defaultValue: seen.scenario })],
    ['startedAt', seen.startedAt === undefined ? undefined : new Date(seen.startedAt).toLocaleDateString(i18n.language, { dateStyle: 'long' })], ['software', seen.software],
  ].filter((row): row is [string, string] => !!row[1]);
  return (
    <section className="sheet card narrow rp-refused" role="alert">
      <h1>{t('refused.title')}</h1>
      <p className="hint">{name}</p>
      <p>{t(`problem.${refusal.code}`, { ...refusal.params })}</p>
      {rows.length > 0 && <><h2>{t('refused.seen')}</h2><dl className="rp-seen">{rows.map(([key, value]) => <div key={key}><dt>{t(`seen.${key}`)}</dt><dd>{value}</dd></div>)}</dl></>}
      <p className="row"><FileButton /></p>
    </section>
  );
}
