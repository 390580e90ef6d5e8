/** The course of a class: play, survey, reveal, report; the desk moves it on, with minutes if it likes. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES, type DeskOrder } from '@concert/shared/protocol/seminar';
import { Clock } from '../Clock.tsx';
import type { DeskOverview } from '../overview.ts';
import { Guide } from './Guide.tsx';

export function Stages({ overview, order }: { readonly overview: DeskOverview; readonly order: (order: DeskOrder) => Promise<boolean> }) {
  const { t } = useTranslation('seminar');
  const [minutes, setMinutes] = useState(5);
  const joined = overview.people.filter((person) => person.joined && !person.observes);
  return (
    <>
    <section className="seminar-stages" aria-label={t('stage.title')}>
      <ol className="row">{STAGES.map((stage) => <li key={stage}><button type="button" className="btn" aria-current={overview.stage === stage ? 'step' : undefined} onClick={() => void order({ do: 'stage', stage, minutes: stage === 'survey' || stage === 'reveal' ? minutes : null })}>{t(`stage.${stage}`)}</button></li>)}</ol>
      <p className="row hint">
        {overview.stageUntil !== null && <Clock deadline={overview.stageUntil} />}
        <label className="row">{t('stage.minutes')}<input className="input seminar-number" type="number" min={1} max={600} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))} /></label>
        {(overview.stage === 'survey' || overview.stage === 'play') && <span>{t('stage.surveyed', { count: joined.filter((person) => person.surveyed).length, all: joined.length })}</span>}
      </p>
    </section>
    <Guide overview={overview} order={order} />
    </>
  );
}
