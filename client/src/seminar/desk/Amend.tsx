/** The form in which the desk changes an act that waits: lines of a text, acts of a secret decision, a red line. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActCommand, DueChoice, PublicScenario } from '@concert/shared';
import { useSpeech } from '../../panels/speech.ts';
import { isAmendable, toggled, withDue, withLine, withoutAction, withoutLine, withoutReversal, withTarget } from './amend.ts';

interface Props<T> { readonly command: T; readonly onChange: (command: T) => void; readonly scenario: PublicScenario }
const DUES: readonly DueChoice[] = ['perform', 'delay', 'withhold', 'feign'];
/** Levels of a red line. */
const LEVELS = [0, 1, 2, 3, 4];

export function Amend({ command, onChange, scenario }: Props<ActCommand>) {
  const { t } = useTranslation('seminar');
  if (!isAmendable(command)) return <p className="hint">{t('amend.none')}</p>;
  if (command.type === 'declare') return <p className="row" role="group" aria-label={t('amend.level')}>{LEVELS.map((level) => <button key={level} type="button" className="btn" aria-pressed={command.level === level} onClick={() => onChange({ ...command, level })}>{t(`scenario:level.${level}`)}</button>)}</p>;
  return command.type === 'propose' ? <Lines command={command} onChange={onChange} scenario={scenario} /> : <Decision command={command} onChange={onChange} scenario={scenario} />;
}

function Lines({ command, onChange, scenario }: Props<Extract<ActCommand, { type: 'propose' }>>) {
  const { t } = useTranslation('seminar');
  const { clause, line: sentence } = useSpeech();
  return (
    <ol className="seminar-amend">
      {command.lines.map((line, n) => (
        <li key={`${n} ${line.clause}`} className="stack">
          <p>{sentence(line)}</p>
          <div className="row">
            <label className="field"><span className="field-label">{t('amend.clause')}</span><select className="input" value={line.clause} onChange={(event) => onChange(withLine(command, n, { clause: event.target.value }))}>{scenario.clauses.map(({ id }) => <option key={id} value={id}>{id} {clause(id)}</option>)}</select></label>
            <div className="row" role="group" aria-label={t('amend.mode')}>{(['WRITTEN', 'ORAL'] as const).map((mode) => <button key={mode} type="button" className="btn" aria-pressed={line.mode === mode} onClick={() => onChange(withLine(command, n, { mode }))}>{t(`amend.${mode}`)}</button>)}</div>
          </div>
          {(['givers', 'receivers'] as const).map((side) => (
            <div key={side} className="row" role="group" aria-label={t(`amend.${side}`)}><span className="field-label">{t(`amend.${side}`)}</span>
              {scenario.seats.map(({ id }) => <button key={id} type="button" className="btn" aria-pressed={line[side].includes(id)} onClick={() => onChange(withLine(command, n, { [side]: toggled(line[side], id) }))}>{t(`scenario:seat.${id}.code`)}</button>)}</div>
          ))}
          {command.lines.length > 1 && <p><Button className="btn" onPress={() => onChange(withoutLine(command, n))}>{t('amend.drop')}</Button></p>}
        </li>
      ))}
    </ol>
  );
}

function Decision({ command, onChange, scenario }: Props<Extract<ActCommand, { type: 'choose' }>>) {
  const { t } = useTranslation('seminar');
  const { action, clause } = useSpeech();
  // An id of a promise begins with its text; the clause is not told here, the ledger of the seat names it.
  const promise = (id: string): string => t('amend.promise', { id });
  return (
    <ul className="seminar-amend">
      {command.actions.map((act, n) => (
        <li key={`${n} ${act.action}`} className="row"><strong>{action(act.action)}{act.clause !== undefined && ` (${clause(act.clause)})`}</strong>
          {act.target !== undefined && <label className="row"><span className="hint">{t('amend.target')}</span><select className="input" value={act.target} onChange={(event) => onChange(withTarget(command, n, event.target.value))}>{scenario.seats.map(({ id }) => <option key={id} value={id}>{t(`scenario:seat.${id}.name`)}</option>)}</select></label>}
          <Button className="btn" onPress={() => onChange(withoutAction(command, n))}>{t('amend.dropAct')}</Button></li>
      ))}
      {Object.entries(command.dues).map(([id, due]) => (
        <li key={id} className="row"><span>{promise(id)}</span><select className="input" aria-label={promise(id)} value={due} onChange={(event) => onChange(withDue(command, id, event.target.value as DueChoice))}>{DUES.map((each) => <option key={each} value={each}>{t(`amend.due.${each}`)}</option>)}</select></li>
      ))}
      {[...command.reversals, ...command.denials].map((id) => <li key={id} className="row"><span>{t('amend.takenBack', { id })}</span><Button className="btn" onPress={() => onChange(withoutReversal(command, id))}>{t('amend.dropAct')}</Button></li>)}
      {command.actions.length + Object.keys(command.dues).length + command.reversals.length + command.denials.length === 0 && <li>{t('act.choose.none')}</li>}
    </ul>
  );
}
