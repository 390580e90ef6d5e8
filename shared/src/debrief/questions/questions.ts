/** Questions for the discussion, made from what happened at this table: templates with conditions, chosen by rank and kind. */
import type { Concept } from '../concepts/concepts.ts';
import type { Facts } from '../lesson.ts';
import type { Chronicle } from '../played.ts';
import { always, fromEvidence, fromMeasures, QUESTION_KINDS, type Candidate } from './templates.ts';

export { QUESTION_KINDS };
export type { QuestionKind } from './templates.ts';
/** Rendered as `question.<code>` (namespace debrief), its kind as `question.kind.<kind>`. `place` is the end of the match where it asks about the whole; `concept` one that this match shows. */
export type Question = Omit<Candidate, 'rank'>;

/** Of these only the first is asked: they ask the same of the same moment. */
const EITHER: readonly (readonly [string, string])[] = [['whatIf.missed', 'whatIf.left'], ['interest.notRatified', 'theory.twoLevel'], ['history.verification', 'theory.verification'], ['history.ambiguity', 'theory.ambiguity']];
const LEAST = 6;
const MOST = 10;
const OF_A_KIND = 3;
const OF_A_CONCEPT = 2;
/** From here a question is worth asking even when there are enough of them. */
const TELLING = 55;

/** Six to ten, one of every kind at least, in the order of a discussion: why, what if, whose interest, theory, history; within a kind the most telling first. */
export function questionsOf(chronicle: Chronicle, facts: Facts, concepts: readonly Concept[]): readonly Question[] {
  const all = [...fromEvidence(concepts), ...fromMeasures(chronicle, facts), ...always(chronicle)].sort((a, b) => b.rank - a.rank);
  const picked: Candidate[] = [];
  const asked = (code: string): boolean => picked.some((each) => each.code === code);
  const free = (each: Candidate): boolean => !picked.includes(each) && !EITHER.some(([one, other]) => (each.code === other && asked(one)) || (each.code === one && asked(other))) && picked.filter(({ kind }) => kind === each.kind).length < OF_A_KIND && (each.concept === null || picked.filter(({ concept }) => concept === each.concept).length < OF_A_CONCEPT);
  for (const kind of QUESTION_KINDS) { const best = all.find((each) => each.kind === kind && free(each)); if (best) picked.push(best); }
  for (const each of all) if (picked.length < MOST && free(each) && (picked.length < LEAST || each.rank >= TELLING)) picked.push(each);
  const shown = new Set(concepts.map(({ code }) => code));
  return picked.sort((a, b) => QUESTION_KINDS.indexOf(a.kind) - QUESTION_KINDS.indexOf(b.kind) || b.rank - a.rank)
    .map(({ rank: _rank, concept, ...question }) => ({ ...question, concept: concept !== null && shown.has(concept) ? concept : null }));
}
