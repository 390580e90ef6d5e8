/** The chosen plan on one page: the lesson from door to debrief, and every round with the minutes of its phases. */
import { useTranslation } from 'react-i18next';
import { Sheet } from './Sheet.tsx';
import { usePack } from './packContext.ts';
import { clock, timetable } from './schedule.ts';

export function ScheduleSheet() {
  const { t } = useTranslation('pack');
  const { facts, plan, scenario, tables, title, level } = usePack();
  const { lesson, opening, play, debrief, steps, rounds } = timetable(plan, facts);
  const timed = play !== null;
  const label = ({ phase, turn, turns }: (typeof steps)[number]): string => (turns > 1 ? t('schedule.turn', { phase: t(`ui:phase.${phase}`), turn }) : t(`ui:phase.${phase}`));
  const blocks = [['opening', opening], ['play', play], ['debrief', debrief]] as const;
  return (
    <Sheet part="schedule" title={t('schedule.title', { plan: t(`seminar:plan.${plan}`) })} lead={t('schedule.lead', { scenario: t(`scenario:scenario.${scenario}.title`), level: t(`ui:level.${level}`), count: tables.length })}>
      <p className="pack-brief">{t(`scenario:scenario.${scenario}.summary`)}</p>
      {rounds.length < facts.rounds && <p className="pack-note">{t('schedule.part', { count: rounds.length, all: facts.rounds })}</p>}
      {timed && lesson !== null && (
        <ol className="pack-lesson" aria-label={t('schedule.lesson', { count: lesson })}>{blocks.map(([id, minutes]) => minutes !== null && <li key={id} style={{ flexGrow: minutes }}><strong>{t('minutes', { count: minutes })}</strong><span>{t(`schedule.${id}`)}</span></li>)}</ol>
      )}
      <table className="pack-table pack-schedule" data-wide={rounds.length > 5 || undefined}>
        <caption>{t(timed ? 'schedule.caption' : 'schedule.caption.open', { count: play ?? 0 })}</caption>
        <thead><tr><th scope="col">{t('schedule.phase')}</th>{rounds.map((round, i) => <th key={i} scope="col" className="num">{t('schedule.round', { round: i + 1 })}<small>{t(`scenario:${facts.roundLabels[i] ?? ''}`)}</small>{timed && <small>{t('schedule.from', { clock: clock(round[0]?.at ?? 0) })}</small>}</th>)}</tr></thead>
        <tbody>{steps.map((step, i) => <tr key={`${step.phase}${step.turn}`}><th scope="row">{label(step)}</th>{rounds.map((round, n) => <td key={n} className="num">{round[i]?.seconds == null ? <span className="pack-blank" /> : clock(round[i].seconds)}</td>)}</tr>)}</tbody>
        {timed && <tfoot><tr><th scope="row">{t('schedule.sum')}</th>{rounds.map((round, n) => <td key={n} className="num">{clock(round.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0))}</td>)}</tr></tfoot>}
      </table>
      <p className="pack-note">{t(timed ? 'schedule.note' : 'schedule.note.open')}</p>
      <section><h3>{t('schedule.who')}</h3><p>{t('schedule.who.text', { name: title || t('untitled') })}</p>
        <table className="pack-table"><thead><tr><th scope="col">{t('schedule.table')}</th>{facts.seats.map(({ id }) => <th key={id} scope="col">{t(`scenario:seat.${id}.name`)}</th>)}</tr></thead>
          <tbody>{tables.map(({ n }) => <tr key={n}><th scope="row">{n}</th>{facts.seats.map(({ id }) => <td key={id} className="pack-blank" />)}</tr>)}</tbody></table></section>
    </Sheet>
  );
}
