/** Recordings that come with the program: one for each way to end, with a paragraph on what to look at. */
import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLoad } from '../store/useLoad.ts';
import { CompareTick } from './CompareTick.tsx';
import { listSamples, type Sample } from './recordingsApi.ts';

export function Samples({ hide }: { readonly hide: boolean }) {
  const { t } = useTranslation('replay');
  const { answer } = useLoad(listSamples);
  if (!answer) return <p className="hint" role="status">{t('opening')}</p>;
  if (!answer.ok || answer.value.length === 0) return <p className="empty">{t('library.samples.none')}</p>;
  return <ul className="samples">{answer.value.map((sample) => <Card key={sample.file} sample={sample} hide={hide} />)}</ul>;
}

function Card({ sample, hide }: { readonly sample: Sample; readonly hide: boolean }) {
  const { t } = useTranslation(['replay', 'ui', 'scenario']);
  const { file, scenario, outcome, rounds, acts, title, look } = sample;
  // Title and paragraph tell the ending; who wants no foreknowledge sees the scenario and the size.
  return (
    <li className="sheet sample" data-tier={hide ? undefined : outcome}>
      {!hide && <p className="eyebrow">{t(`ui:tier.${outcome}`)}</p>}
      <h3>{hide ? t(`scenario:scenario.${scenario}.short`) : t(title, { ns: 'replay' })}</h3>
      {!hide && <p>{t(look, { ns: 'replay' })}</p>}
      <p className="hint">{hide ? t('replay:library.acts', { count: acts }) : t('replay:library.size', { scenario: t(`scenario:scenario.${scenario}.short`), count: rounds, acts })}</p>
      <p className="row"><Link className="btn" href={`/r/sample-${encodeURIComponent(file)}`}><Play size={15} aria-hidden="true" />{t('replay:library.watch')}</Link><CompareTick id={`sample-${file}`} name={hide ? t('replay:library.acts', { count: acts }) : t(title, { ns: 'replay' })} /></p>
    </li>
  );
}
