/** What the teaching part of the debrief is made of: the measures it reads, and the places in the match it points at. */
import type { Stability } from './coalitions.ts';
import type { Concessions } from './concessions.ts';
import type { Course } from './cooperation.ts';
import type { FrontierReport } from './frontier/frontier.ts';
import type { Logrolling } from './logrolling.ts';
import type { MandateFit } from './mandateFit.ts';
import type { SeatPart } from './participation.ts';
import type { Place } from './played.ts';
import type { Coverage, PromiseReport } from './promises.ts';
import type { SurplusReport } from './surplus.ts';
import type { SurveyReport } from './survey.ts';
import type { TalkReport } from './talk.ts';
import type { TrustReport } from './trustOverTime.ts';

/** Values of a sentence; ids are named by the reader's language (client i18n/sentence). */
export type LessonParams = Readonly<Record<string, string | number | readonly string[]>>;
/** Something that happened at a place, told as `evidence.<code>` (namespace debrief). */
export interface Evidence extends Place { readonly code: string; readonly params: LessonParams }

/** The measures that concepts and questions are drawn from: the parts of a debrief under the same names. */
export interface Facts {
  readonly frontier: Pick<FrontierReport, 'items' | 'signed' | 'gap' | 'preferred' | 'points' | 'seats'>;
  readonly stability: Stability; readonly surplus: SurplusReport; readonly logrolling: readonly Logrolling[]; readonly concessions: Concessions; readonly fit: readonly MandateFit[];
  readonly promises: PromiseReport; readonly coverage: Coverage; readonly courses: readonly Course[]; readonly trust: TrustReport; readonly talk: TalkReport; readonly parts: readonly SeatPart[]; readonly survey: SurveyReport;
}
