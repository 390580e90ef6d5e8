/** While the talks are suspended: a first step done at once, without a signature, brings the table back (SU-3). */
import { Meter } from 'react-aria-components';
import type { LegalSlice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SeatList, SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function PreSteps({ view, steps }: { readonly view: View; readonly steps: LegalSlice['preStep'] }) {
  const { t, clause, line, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const { table, me } = view;
  const sum = table.preSteps.reduce((all, step) => all + step.worth, 0);
  if (!me) return null;
  return (
    <div className="pn-block">
      <h3 className="pn-subtitle">{t('presteps.title')} <CodexLink id="M20" /></h3>
      <p>{t('presteps.help')}</p>
      <Meter aria-label={t('presteps.meter')} value={sum} maxValue={Math.max(1, table.preStepsNeeded)} className="pn-meter">
        {({ percentage }) => <span style={{ inlineSize: `${percentage}%` }} />}
      </Meter>
      <p className="pn-note">{t(sum >= table.preStepsNeeded ? 'presteps.enough' : 'presteps.sum', { sum: num(sum), needed: num(table.preStepsNeeded) })}</p>
      {table.preSteps.length > 0 && <ul className="pn-rows">{table.preSteps.map((step, i) => <li key={i}><SeatTag seat={step.seat} /> {clause(step.clause)}</li>)}</ul>}
      <Fold title={t('presteps.mine', { count: steps.length, number: num(steps.length) })} open={table.preSteps.length === 0} level={4}><ul className="pn-rows">
        {[...steps].sort((a, b) => b.worth - a.worth).map((step) => step.receivers.map((receivers) => (
          <li key={`${step.clause}>${receivers.join('+')}`} className="pn-line">
            <span>{clause(step.clause)} {step.receivers.length > 1 && <SeatList seats={receivers} short />} <span className="pn-note">{t('presteps.worth', { worth: num(step.worth) })}</span></span>
            <Confirm trigger={t('presteps.do')} title={t('presteps.confirm')} confirm={t('presteps.do')} tone="plain" disabled={busy} onConfirm={() => void act({ type: 'preStep', clause: step.clause, receivers })}>
              <p>{line({ clause: step.clause, givers: [me.seat], receivers })}</p><p>{t('presteps.warning')}</p>
            </Confirm>
          </li>
        )))}
      </ul></Fold>
      <Refused refusal={refused} />
    </div>
  );
}
