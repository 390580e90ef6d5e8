/** A part of a table's report, and a table of figures that may be wider than the page. */
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReelStep } from '@concert/shared/recording/index';
import { Link } from 'wouter';

export function Part({ title, help, children }: { readonly title: string; readonly help?: string; readonly children: ReactNode }) {
  const id = useId();
  return <section className="sheet card report-part" aria-labelledby={id}><h3 id={id}>{title}</h3>{help !== undefined && <p className="hint">{help}</p>}{children}</section>;
}

export const Wide = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>{children}</div>;

/** A way to the moment in the replay; on paper it is left out. */
export function ToMoment({ match, at }: { readonly match: string; readonly at: Pick<ReelStep, 'round' | 'inRound'> | undefined }) {
  const { t } = useTranslation('seminar');
  return at ? <Link className="no-print report-moment" href={`/r/${match}#${at.round}.${at.inRound}`}>{t('report.see')}</Link> : null;
}
