/** The questions a debrief may ask: most follow from one piece of evidence, some from a measure, a few fit every match. */
import type { Concept } from '../concepts/concepts.ts';
import { endOf, placeOfDeal } from '../concepts/signs.ts';
import type { Evidence, Facts, LessonParams } from '../lesson.ts';
import { placeOf, type Chronicle, type Place } from '../played.ts';

/** why: causes; whatIf: the road not taken; interest: whose it served; theory: a term tested on this case; history: beside what happened in 2003 to 2009 and before. */
export const QUESTION_KINDS = ['why', 'whatIf', 'interest', 'theory', 'history'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
/** `rank`: how much a class gets out of it beside the others; 0..100. */
export interface Candidate { readonly code: string; readonly kind: QuestionKind; readonly params: LessonParams; readonly place: Place; readonly concept: string | null; readonly rank: number }

/** Asked when a concept has this evidence; the question knows its parameters and its round. */
interface Following { readonly code: string; readonly kind: QuestionKind; readonly concept: string; readonly evidence: readonly string[]; readonly rank: number }
const following = (kind: QuestionKind, rows: readonly (readonly [code: string, concept: string, evidence: readonly string[], rank: number])[]): readonly Following[] =>
  rows.map(([code, concept, evidence, rank]) => ({ code: `${kind}.${code}`, kind, concept, evidence, rank }));

export const FOLLOWING: readonly Following[] = [
  ...following('why', [
    ['war', 'M14', ['war'], 95], ['broke', 'commitmentProblem', ['broke'], 80], ['suspended', 'M20', ['suspended'], 78], ['spiral', 'securityDilemma', ['spiral'], 66], ['apart', 'M05', ['apart'], 62],
    ['tookBack', 'commitmentProblem', ['tookBack'], 60], ['leak', 'M07', ['leak.found'], 58], ['deadlock', 'deadlock', ['deadlock'], 50], ['chip', 'M10', ['card.traded'], 48],
  ]),
  ...following('whatIf', [
    ['missed', 'zopa', ['zopa.missed'], 82], ['left', 'valueLeft', ['left'], 76], ['objected', 'spoiler', ['spoiler.objected'], 74], ['backed', 'M12', ['sides.backed'], 72], ['brink', 'M14', ['brink'], 70],
    ['feigned', 'M23', ['feigned'], 68], ['wedge', 'M11', ['wedge'], 66], ['silence', 'M13', ['silence.backed'], 64], ['bloomed', 'M19', ['bud.bloomed'], 52], ['window', 'M18', ['window'], 46], ['first', 'unilateral', ['gaveFirst', 'preStep'], 40],
  ]),
  ...following('interest', [
    ['below', 'batna', ['batna.below'], 74], ['overHeads', 'M21', ['overHeads'], 66], ['uneven', 'fairness', ['uneven'], 64], ['notRatified', 'twoLevel', ['notRatified'], 62], ['leave', 'batna', ['batna.leave', 'batna.alone'], 60],
    ['belowBrief', 'twoLevel', ['belowBrief'], 54], ['pact', 'coalition', ['pact'], 50], ['coalition', 'coalition', ['coalition'], 44],
  ]),
  ...following('theory', [
    ['logrolling', 'logrolling', ['logroll'], 62], ['commitment', 'commitmentProblem', ['broke', 'tookBack'], 60], ['verification', 'verification', ['caught', 'uncovered'], 58], ['ripeness', 'ripeness', ['ripe'], 56],
    ['deadline', 'deadline', ['deadline'], 54], ['ambiguity', 'ambiguity', ['vague', 'reading.strict', 'reading.loose'], 52], ['anchoring', 'anchoring', ['anchor'], 50], ['reciprocity', 'reciprocity', ['reciprocal'], 48],
    ['linkage', 'linkage', ['linked'], 46], ['twoLevel', 'twoLevel', ['notRatified', 'belowBrief'], 44], ['mediation', 'mediation', ['mediated', 'broker'], 36],
  ]),
  ...following('history', [
    ['july', 'M12', ['sides.backed'], 74], ['suspended', 'M20', ['suspended'], 70], ['ambiguity', 'ambiguity', ['vague', 'reading.strict', 'reading.loose'], 68], ['verification', 'verification', ['caught', 'uncovered'], 66],
    ['libya', 'M08', ['force.alone', 'force.objected'], 60], ['salt', 'twoLevel', ['notRatified'], 58], ['spoiler', 'spoiler', ['spoiler.provoked'], 57], ['demarche', 'M03', ['demarche.joint'], 56], ['mechanism', 'M17', ['institution.up'], 54],
    ['overHeads', 'M21', ['overHeads'], 52], ['sequence', 'reciprocity', ['actionForAction'], 51], ['package', 'linkage', ['linked'], 42],
  ]),
];

export function fromEvidence(concepts: readonly Concept[]): readonly Candidate[] {
  return FOLLOWING.flatMap(({ code, kind, concept, evidence, rank }): Candidate[] => {
    const found = concepts.find((each) => each.code === concept)?.evidence.find((each: Evidence) => evidence.includes(each.code));
    return found ? [{ code, kind, params: { ...found.params, round: found.round }, place: placeOf(found), concept, rank }] : [];
  });
}

/** Those that follow from figures rather than from a moment. */
export function fromMeasures(chronicle: Chronicle, { frontier, fit, survey, talk, trust, parts, surplus }: Facts): readonly Candidate[] {
  const [end, deal] = [placeOf(endOf(chronicle)), placeOfDeal(chronicle)];
  const found: Candidate[] = [];
  const ask = (code: string, params: LessonParams, place: Place, concept: string | null, rank: number): void => { found.push({ code, kind: code.split('.')[0] as QuestionKind, params, place, concept, rank }); };

  const small = frontier.preferred.find(({ added, dropped, by }) => by === 'all' && dropped.length === 0 && added.length > 0 && added.length <= 3);
  if (small && frontier.signed.chosen.length > 0) ask('whatIf.added', { clauses: small.added.flatMap((i) => frontier.items[i]?.clause ?? []) }, deal, 'valueLeft', 73);
  const trusts = new Map(trust.lines.map((line) => [`${line.a} ${line.b}`, line.end]));
  const never = talk.contacts.filter(({ first }) => first === null).sort((x, y) => (trusts.get(`${x.a} ${x.b}`) ?? 0) - (trusts.get(`${y.a} ${y.b}`) ?? 0));
  const apart = never.length < talk.contacts.length ? never[0] : undefined;
  if (apart) ask('why.never', { a: apart.a, b: apart.b }, end, 'M04', 64);
  if (trust.fall && trust.fall.change <= -10) { const { a, b, change, round, ...rest } = trust.fall; ask('why.trustFell', { a, b, points: -change, round }, placeOf({ ...rest, round }), 'M04', 61); }
  const failed = [...chronicle.end.proposals].filter(({ status, exclusive }) => !exclusive && (status === 'expired' || status === 'refused')).sort((a, b) => b.lines.length - a.lines.length)[0];
  if (failed && failed.lines.length >= 2) {
    const missing = failed.parties.filter((seat) => !failed.signed.includes(seat));
    const place = chronicle.moments.find(({ event }) => event.type === 'proposalTabled' && event.proposal.id === failed.id);
    if (missing.length > 0 && place) ask('why.notSigned', { author: failed.author, lines: failed.lines.length, seats: missing, round: failed.round }, placeOf(place), 'zopa', 63);
  }
  const bound = fit.find(({ mandate, met }) => mandate !== null && met === true);
  const loose = fit.find(({ mandate, met }) => mandate !== null && met === false);
  if (bound) ask('interest.mandateMet', { seat: bound.seat, mandate: bound.mandate ?? '' }, end, 'M22', 58);
  else if (loose) ask('interest.mandateMissed', { seat: loose.seat, mandate: loose.mandate ?? '' }, end, 'M22', 47);
  const kinds = new Set(Object.values(frontier.points).map(({ chosen }) => chosen.join()));
  if (frontier.points.nash && kinds.size > 1) ask('theory.fair', { count: kinds.size }, deal, 'fairness', 45);
  if (survey.seats.filter(({ answers }) => answers > 0).length >= 3) ask('theory.feeling', {}, end, 'fairness', 57);
  if (survey.bestJudge !== null) ask('theory.judge', { seat: survey.bestJudge }, end, 'M23', 49);
  const quiet = parts.filter(({ silentRounds }) => silentRounds.length * 2 > chronicle.end.history.length && chronicle.end.history.length >= 3)[0];
  if (quiet) ask('why.quiet', { seat: quiet.seat, count: quiet.silentRounds.length }, end, null, 45);
  const least = surplus.seats.reduce((a, b) => (b.kept < a.kept ? b : a));
  ask('interest.least', { seat: least.seat }, end, null, 30);
  return found;
}

/** So that even a match of a few rounds gives a class something to talk about. */
export function always(chronicle: Chronicle): readonly Candidate[] {
  const end = placeOf(endOf(chronicle));
  const first = placeOf(chronicle.moments.find(({ round }) => round > 0) ?? endOf(chronicle));
  const { ending } = chronicle.end;
  return [
    ending ? { code: 'why.ending', kind: 'why', params: { tier: ending.tier }, place: end, concept: null, rank: 35 } : { code: 'why.open', kind: 'why', params: {}, place: end, concept: null, rank: 90 },
    { code: 'why.first', kind: 'why', params: {}, place: first, concept: null, rank: 20 },
    { code: 'whatIf.more', kind: 'whatIf', params: {}, place: end, concept: null, rank: 25 },
    { code: 'whatIf.seats', kind: 'whatIf', params: {}, place: end, concept: null, rank: 15 },
    { code: 'theory.concert', kind: 'theory', params: {}, place: end, concept: null, rank: 28 },
    { code: 'history.ending', kind: 'history', params: {}, place: end, concept: null, rank: 32 },
  ];
}
