/** The lessons there are, by the scenario they play; data from assets/tutorial, checked by the server at its start. */
import type { Tutorial } from '@concert/shared/tutorial/schema';
import first from '../../../assets/tutorial/verification-cliff.json';

const LESSONS: readonly Tutorial[] = [first as unknown as Tutorial];
export const FIRST_LESSON = LESSONS[0] as Tutorial;
export const lessonOf = (scenario: string): Tutorial | null => LESSONS.find((lesson) => lesson.scenario === scenario) ?? null;
