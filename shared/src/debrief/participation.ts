/** Who took part: speaking, writing and acting, by seat and by member of a delegation. An aid to a grade, not a grade. */
import type { SeatId } from '../model/ids.ts';
import { giniOf, shareOf, sumOf } from './figures.ts';
import type { Act, Chronicle } from './played.ts';
import { wordsOf } from './talk.ts';

export interface Doings {
  /** Messages and their words; texts written and drafts prepared; signatures, refusals and votes; all other decisions. */
  readonly messages: number; readonly words: number; readonly written: number; readonly answered: number; readonly decided: number;
  /** Rounds in which there was nothing at all but being ready. */
  readonly silentRounds: readonly number[];
}
export interface SeatPart extends Doings {
  readonly seat: SeatId; readonly share: number | null;
  readonly members: readonly (Doings & { readonly member: string })[];
  /** Gini of what its members did: 0 = all alike. Null without a delegation of two. */
  readonly inside: number | null;
  /** Acts entered by the desk from paper (FD-6). */
  readonly onPaper: number;
}

const WRITTEN: readonly string[] = ['propose', 'draft', 'preStep', 'tableDemarche'];
const ANSWERED: readonly string[] = ['sign', 'refuse', 'object', 'withdraw', 'voteDraft', 'confirmDraft', 'dropDraft', 'answerDemarche', 'answerAct', 'answerCard', 'acceptInvite', 'declineInvite'];

function doingsOf(acts: readonly Act[], rounds: readonly number[]): Doings {
  const said = acts.flatMap(({ command }) => (command.type === 'message' ? [command.text] : []));
  const done = acts.filter(({ command }) => command.type !== 'ready');
  const of = (kinds: readonly string[]): number => done.filter(({ command }) => kinds.includes(command.type)).length;
  const [written, answered] = [of(WRITTEN), of(ANSWERED)];
  return { messages: said.length, words: sumOf(said.map(wordsOf)), written, answered, decided: done.length - said.length - written - answered, silentRounds: rounds.filter((round) => !done.some((act) => act.round === round)) };
}
const weight = ({ messages, written, answered, decided }: Doings): number => messages + written + answered + decided;

export function participationOf({ scenario, acts, end }: Chronicle): readonly SeatPart[] {
  const rounds = end.history.map(({ round }) => round);
  const delegates = end.desk?.delegates ?? [];
  const rows = scenario.seats.map(({ id: seat }) => {
    const own = acts.filter((act) => act.seat === seat);
    const names = [...new Set([...delegates.filter((each) => each.seat === seat).map(({ member }) => member), ...own.flatMap(({ member }) => (member === null ? [] : [member]))])];
    const members = names.map((member) => ({ member, ...doingsOf(own.filter((act) => act.member === member), rounds) }));
    const onPaper = acts.filter(({ command }) => command.type === 'desk' && command.act.type === 'enter' && command.act.seat === seat).length;
    return { seat, members, onPaper, inside: members.length < 2 ? null : giniOf(members.map(weight)), ...doingsOf(own, rounds) };
  });
  const all = sumOf(rows.map(weight));
  return rows.map((row): SeatPart => ({ ...row, share: shareOf(weight(row), all) }));
}
