/** The one door of the debrief: every measure of a match that is over, each made when it is first asked for. */
import type { Codebook } from '../recording/coding.ts';
import { isSnapshot, type ActEntry } from '../recording/format.ts';
import type { Opened } from '../recording/open.ts';
import { stabilityOf, type Stability } from './coalitions.ts';
import { conceptsOf, type Concept } from './concepts/concepts.ts';
import { concessionsOf, type Concessions } from './concessions.ts';
import { cooperationOf, type Course } from './cooperation.ts';
import { forecastOf, type Baseline, type IssueForecast } from './forecast.ts';
import { frontierOf, type FrontierOptions, type FrontierReport } from './frontier/frontier.ts';
import type { Facts } from './lesson.ts';
import { logrollingOf, type Logrolling } from './logrolling.ts';
import { mandateFitOf, type MandateFit } from './mandateFit.ts';
import { participationOf, type SeatPart } from './participation.ts';
import { chronicleOf, type Chronicle, type Played } from './played.ts';
import { coverageOf, promisesOf, type Coverage, type PromiseReport } from './promises.ts';
import { questionsOf, type Question } from './questions/questions.ts';
import { surplusOf, type SurplusReport } from './surplus.ts';
import { surveyOf, type Answer, type SurveyReport } from './survey.ts';
import { talkOf, type TalkReport } from './talk.ts';
import { trustOf, type TrustReport } from './trustOverTime.ts';
import { turningPointsOf, type Turn } from './turningPoints.ts';

export interface DebriefOptions extends FrontierOptions {
  /** Answers of the survey before the reveal. */
  readonly answers?: readonly Answer[];
  /** assets/codebooks/cameo.json; without it `courses` is empty. */
  readonly book?: Codebook;
  /** A forecast from elsewhere, percent by category (forecast.ts). */
  readonly baseline?: Baseline;
  /** A frontier made before, e.g. in a worker, so that it is not made twice. */
  readonly frontier?: FrontierReport;
}

/** Every part is made on first reading and kept. What needs the frontier takes seconds in a long match; all else milliseconds. */
export interface Debrief extends Facts {
  readonly chronicle: Chronicle;
  // At once.
  readonly turns: readonly Turn[]; readonly promises: PromiseReport; readonly coverage: Coverage; readonly talk: TalkReport; readonly courses: readonly Course[];
  readonly trust: TrustReport; readonly parts: readonly SeatPart[]; readonly concessions: Concessions; readonly fit: readonly MandateFit[];
  // After the frontier.
  readonly frontier: FrontierReport; readonly surplus: SurplusReport; readonly stability: Stability; readonly logrolling: readonly Logrolling[];
  readonly forecast: readonly IssueForecast[]; readonly survey: SurveyReport; readonly concepts: readonly Concept[]; readonly questions: readonly Question[];
}
/** The parts that come at once, and those that wait for the frontier, in the order in which a page may show them. */
export const QUICK = ['turns', 'promises', 'coverage', 'talk', 'courses', 'trust', 'parts', 'concessions', 'fit'] as const;
export const SLOW = ['frontier', 'surplus', 'stability', 'logrolling', 'forecast', 'survey', 'concepts', 'questions'] as const;

/** The acts of an opened recording, as the measures read them. */
export const playedOf = ({ scenario, entries }: Pick<Opened, 'scenario' | 'entries'>): Played => ({ scenario, entries: entries.filter((entry): entry is ActEntry => !isSnapshot(entry)) });

/** All measures of a match. Throws nothing for a sound recording, whether its match has ended or not. */
export function debriefOf(match: Pick<Opened, 'scenario' | 'entries'>, options: DebriefOptions = {}): Debrief {
  return new Report(playedOf(match), options);
}

class Report implements Debrief {
  readonly #made = new Map<string, unknown>();
  readonly #played: Played;
  readonly #options: DebriefOptions;
  constructor(played: Played, options: DebriefOptions) { this.#played = played; this.#options = options; }

  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }
  get #scenario() { return this.#played.scenario; }
  get #end() { return this.chronicle.end; }

  get chronicle() { return this.#once('chronicle', () => chronicleOf(this.#played)); }
  get turns() { return this.#once('turns', () => turningPointsOf(this.chronicle)); }
  get promises() { return this.#once('promises', () => promisesOf(this.#scenario, this.#end)); }
  get coverage() { return this.#once('coverage', () => coverageOf(this.#scenario, this.#end)); }
  get talk() { return this.#once('talk', () => talkOf(this.chronicle)); }
  get courses() { const { book } = this.#options; return this.#once('courses', () => (book ? cooperationOf(this.chronicle, book) : [])); }
  get trust() { return this.#once('trust', () => trustOf(this.chronicle)); }
  get parts() { return this.#once('parts', () => participationOf(this.chronicle)); }
  get concessions() { return this.#once('concessions', () => concessionsOf(this.chronicle)); }
  get fit() { return this.#once('fit', () => mandateFitOf(this.chronicle)); }

  get frontier() { return this.#once('frontier', () => this.#options.frontier ?? frontierOf(this.chronicle, this.#options)); }
  get surplus() { return this.#once('surplus', () => surplusOf(this.frontier)); }
  get stability() { return this.#once('stability', () => stabilityOf(this.#scenario, this.#end, this.frontier.items, this.#options.limits)); }
  get logrolling() { return this.#once('logrolling', () => logrollingOf(this.frontier)); }
  get forecast() { return this.#once('forecast', () => forecastOf(this.#scenario, this.frontier, this.#options.baseline)); }
  get survey() { return this.#once('survey', () => surveyOf(this.#scenario.seats.map(({ id }) => id), this.#options.answers ?? [], this.promises, this.surplus)); }
  get concepts() { return this.#once('concepts', () => conceptsOf(this.chronicle, this)); }
  get questions() { return this.#once('questions', () => questionsOf(this.chronicle, this, this.concepts)); }
}

export { conceptsOf, questionsOf };
export { QUESTION_KINDS } from './questions/questions.ts';
export type { QuestionKind } from './questions/questions.ts';
export type { School } from './concepts/concepts.ts';
export type { Evidence, LessonParams } from './lesson.ts';
export type { Answer, Baseline, Chronicle, Concept, Concessions, Coverage, Course, Facts, FrontierOptions, FrontierReport, IssueForecast, Logrolling, MandateFit, Played, PromiseReport, Question, SeatPart, Stability, SurplusReport, SurveyReport, TalkReport, TrustReport, Turn };
