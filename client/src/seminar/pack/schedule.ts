/** A plan as a timetable: when every phase of every round begins and how long it may last, in the lengths the table's clock uses. */
import type { PublicScenario } from '@concert/shared';
import { PLANS, type PlanId } from '@concert/shared/protocol/seminar';

/** Minutes of the whole lesson: what play and debrief leave is for coming in and for the briefing. */
const LESSON: Readonly<Record<PlanId, number | null>> = { class50: 50, class75: 75, class90: 90, class150: 150, meetings: null, weeks: null };

/** One phase of a round; a phase that comes several times has a turn. */
export interface Step { readonly phase: string; readonly turn: number; readonly turns: number }
export interface Slot extends Step { /** Seconds after the first round began. */ readonly at: number | null; readonly seconds: number | null }
export interface Timetable {
  readonly lesson: number | null; readonly opening: number | null; readonly play: number | null; readonly debrief: number | null;
  readonly steps: readonly Step[]; readonly rounds: readonly (readonly Slot[])[];
}

/** Whole seconds that add up to the minutes of the plan: every boundary is rounded once, lengths are what lies between. */
export function timetable(plan: PlanId, scenario: Pick<PublicScenario, 'rounds' | 'phaseSeconds' | 'bilateralSlots'>): Timetable {
  const { minutes: play, debrief } = PLANS[plan];
  const lesson = LESSON[plan];
  const steps = Object.keys(scenario.phaseSeconds).flatMap((phase) => {
    const turns = phase === 'bilateral' ? scenario.bilateralSlots : 1;
    return Array.from({ length: turns }, (_, i): Step => ({ phase, turn: i + 1, turns }));
  });
  const count = Math.min(PLANS[plan].rounds, scenario.rounds);
  const whole = steps.reduce((sum, { phase }) => sum + (scenario.phaseSeconds[phase] ?? 0), 0) * count;
  let passed = 0;
  const moment = (): number => Math.round((passed / whole) * (play ?? 0) * 60);
  const rounds = Array.from({ length: count }, () => steps.map((step): Slot => {
    const at = moment();
    passed += scenario.phaseSeconds[step.phase] ?? 0;
    return play === null ? { ...step, at: null, seconds: null } : { ...step, at, seconds: moment() - at };
  }));
  return { lesson, play, debrief, opening: lesson === null || play === null ? null : lesson - play - (debrief ?? 0), steps, rounds };
}

/** Minutes and seconds as on a clock. */
export const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
