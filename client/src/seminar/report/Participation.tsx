/** Who took part: speaking, writing, answering, deciding, by seat and by member; an aid to a grade, not a grade. */
import { useTranslation } from 'react-i18next';
import type { Doings } from '@concert/shared/debrief/participation';
import { SeatMark } from '../../frame/SeatMark.tsx';
import { useSpeech } from '../../panels/speech.ts';
import { useFigures } from './figures.ts';
import type { Measures } from './measures.ts';
import { Wide } from './Part.tsx';

const COLUMNS = ['messages', 'words', 'written', 'answered', 'decided'] as const;

export function Participation({ measures: { parts }, people }: { readonly measures: Measures; /** Names of members; without them only seats are shown. */ readonly people: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation('seminar');
  const { list, num } = useSpeech();
  const { percent, two } = useFigures();
  const nameOf = (member: string): string => people.find(({ id }) => id === member)?.name ?? t('report.part.left');
  const cells = (doings: Doings) => <>{COLUMNS.map((column) => <td key={column} className="num">{num(doings[column])}</td>)}</>;
  const silent = (doings: Doings): string => list(doings.silentRounds.map(num)) || '–';
  return (
    <Wide label={t('report.part.title')}><table className="plain">
      <thead><tr><th scope="col">{t('watch.seat')}</th>{COLUMNS.map((column) => <th key={column} scope="col" className="num">{t(`report.part.${column}`)}</th>)}<th scope="col" className="num">{t('report.part.share')}</th><th scope="col" className="num">{t('report.part.gini')}</th><th scope="col">{t('report.part.silent')}</th></tr></thead>
      {parts.map((part) => (
        <tbody key={part.seat}>
          <tr><th scope="row"><SeatMark seat={part.seat} /></th>{cells(part)}<td className="num">{percent(part.share)}</td><td className="num">{two(part.inside)}</td><td>{silent(part)}{part.onPaper > 0 && ` · ${t('report.part.paper', { count: part.onPaper })}`}</td></tr>
          {people.length > 0 && part.members.length > 1 && part.members.map((member) => <tr key={member.member} className="report-member"><th scope="row">{nameOf(member.member)}</th>{cells(member)}<td /><td /><td>{silent(member)}</td></tr>)}
        </tbody>
      ))}</table></Wide>
  );
}
