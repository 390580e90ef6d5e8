/** All measures of one table's debrief, small enough to be handed from a worker to the page: what is drawn of the frontier instead of its thousands of packages. */
import { debriefOf, type Answer, type Concept, type Concessions, type Coverage, type Course, type Debrief, type FrontierReport, type IssueForecast, type Logrolling, type MandateFit, type PromiseReport, type Question, type SeatPart, type Stability, type SurplusReport, type SurveyReport, type TalkReport, type TrustReport, type Turn } from '@concert/shared/debrief/index';
import { powersAndRegionals, projected, type Projection } from '@concert/shared/debrief/frontier/projection';
import type { Codebook, Opened } from '@concert/shared/recording/index';

/** The frontier without its rows: how many there are, and its picture for each pair of seats and for powers against regionals. */
export interface FrontierPictures extends Omit<FrontierReport, 'front'> { readonly packages: number; readonly pictures: readonly Projection[]; readonly groups: Projection }
/** What was possible over one set of clauses. */
export interface Possible { readonly frontier: FrontierPictures; readonly surplus: SurplusReport; readonly stability: Stability }
export interface Measures extends Possible {
  readonly logrolling: readonly Logrolling[]; readonly forecast: readonly IssueForecast[];
  readonly concessions: Concessions; readonly fit: readonly MandateFit[]; readonly promises: PromiseReport; readonly coverage: Coverage;
  readonly courses: readonly Course[]; readonly trust: TrustReport; readonly talk: TalkReport; readonly parts: readonly SeatPart[]; readonly turns: readonly Turn[]; readonly survey: SurveyReport;
  readonly concepts: readonly Concept[]; readonly questions: readonly Question[];
  /** The same with the known packages of the scenario added; null while it is being worked out. */
  readonly open: Possible | null;
}
export interface Asked { readonly match: Pick<Opened, 'scenario' | 'entries'>; readonly answers: readonly Answer[]; readonly book: Codebook }

function possibleOf({ chronicle: { scenario }, frontier: whole, surplus, stability }: Debrief): Possible {
  const { front, ...frontier } = whole;
  const pictures = whole.seats.flatMap((a, i) => whole.seats.slice(i + 1).map((b) => projected(whole, [a], [b])));
  return { frontier: { ...frontier, packages: front.length, pictures, groups: powersAndRegionals(scenario, whole) }, surplus, stability };
}

/** Seconds of work for a long match: nearly all of it is the frontier. */
export function measuresOf({ match, answers, book }: Asked): Measures {
  const debrief = debriefOf(match, { answers, book });
  const { logrolling, forecast, concessions, fit, promises, coverage, courses, trust, talk, parts, turns, survey, concepts, questions } = debrief;
  return { ...possibleOf(debrief), logrolling, forecast, concessions, fit, promises, coverage, courses, trust, talk, parts, turns, survey, concepts, questions, open: null };
}

/** What was possible with the known packages of the scenario too, whether anybody tabled them or not. */
export const openOf = ({ match }: Pick<Asked, 'match'>): Possible => possibleOf(debriefOf(match, { scope: 'open' }));

/** The picture of these two seats; asked the other way round it is turned. */
export function pictureOf({ pictures }: FrontierPictures, x: string, y: string): Projection | undefined {
  const straight = pictures.find((each) => each.x[0] === x && each.y[0] === y);
  if (straight) return straight;
  const turned = pictures.find((each) => each.x[0] === y && each.y[0] === x);
  return turned && { x: turned.y, y: turned.x, dots: turned.dots.map((dot) => ({ ...dot, x: dot.y, y: dot.x })), marks: turned.marks.map((mark) => ({ ...mark, x: mark.y, y: mark.x })) };
}
