/** What observers wrote down at a table, in the order of the match, each remark with its way to the moment. */
import { useTranslation } from 'react-i18next';
import type { Reel } from '@concert/shared/recording/index';
import { ToMoment } from './Part.tsx';
import type { ReportTable } from './useTables.ts';

export function Observed({ notes, reel, named }: { readonly notes: ReportTable['notes']; readonly reel: Reel; readonly named: boolean }) {
  const { t } = useTranslation('seminar');
  return (
    <ol className="report-turns">{notes.map((note) => (
      <li key={note.id}>
        <span className="eyebrow">{t('report.round', { round: note.round })} · {t(`ui:phase.${note.phase}`)} · {t(`note.${note.tag}`)}{named && note.by !== '' && ` · ${note.by}`}</span>
        <p>{note.text} <ToMoment match={reel.opened.header.match} at={reel.steps.findLast((step) => step.seq <= note.seq)} /></p>
      </li>
    ))}</ol>
  );
}
