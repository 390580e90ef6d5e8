/** M14, the war nobody wanted: replays the rounds as they were recorded with one thing changed, that both sides had held their clients back. */
import type { SeatId } from '../model/ids.ts';
import { pairKey } from '../model/pairs.ts';
import type { Indicators, RoundRecord, Term } from '../model/state.ts';
import type { Restraint } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { consensusStep, consensusTarget } from './consensus.ts';
import { clamp } from './integers.ts';
import { outcomeOf, OUTCOMES, RESTRAINED_VALUES } from './sideTaking.ts';
import type { Side } from './sideTaking.ts';
import { BLOC_LIMITS, limitedMove, settleTension, TENSION_LIMITS, tensionDecay, tensionFloor } from './tension.ts';
import { powerTrustIn } from './trust.ts';
import { warIndex } from './war.ts';

const BOTH = OUTCOMES['restrain-restrain'];
const SIDE = 'side.';
/** Terms that only say what a limit did; they are worked out anew. */
const LIMITS = new Set(['cap.actions', 'cap.rises', 'cap.relief', 'floor', 'ceiling', 'bound']);
const AT_DAWN = new Set(['decay', 'institutions', 'floor', 'bound']);
const HOTLINE = 'hotline';

/** What differs from the record once a side has been restrained. */
interface Course { readonly TEN: number; readonly BLOC: number; readonly CON: number; readonly values: number; readonly trust: Readonly<Record<string, number>> }

/**
 * The last crisis in which restraint on both sides would have prevented the war; if none would have, or no war came, the one in which it
 * would have lowered the war index most. Null where no patron ever backed a side. Everything else is left as it was.
 */
export function restraintMissed(scenario: Scenario, history: readonly RoundRecord[]): Restraint | null {
  const last = history.at(-1);
  if (!last) return null;
  const war = last.indicators.W >= scenario.war;
  const found = history.flatMap((record, at): Restraint[] => {
    if (!record.sides || !Object.values(record.sides.picks).includes('back')) return [];
    const course = withRestraint(scenario, history, at);
    const read = war ? history.length - 1 : at;
    return [{
      round: record.round, provoker: record.sides.provoker, picks: record.sides.picks, readIn: history[read]?.round ?? record.round,
      was: history[read]?.indicators.W ?? 0, would: course[read - at] ?? 0, prevents: war && course.every((index) => index < scenario.war),
    }];
  });
  const saving = found.findLast((each) => each.prevents);
  return saving ?? found.reduce<Restraint | null>((best, each) => (best === null || each.was - each.would >= best.was - best.would ? each : best), null);
}

/** The war index of each round from the crisis on, had both sides restrained in it. */
function withRestraint(scenario: Scenario, history: readonly RoundRecord[], from: number): number[] {
  const crisis = history[from] as RoundRecord;
  const before = history[from - 1]?.indicators ?? { ...scenario.indicators, INST: 0 };
  let course: Course = { TEN: before.TEN, BLOC: before.BLOC, CON: before.CON, values: RESTRAINED_VALUES, trust: trustWon(scenario, crisis) };
  return history.slice(from).map((record, i) => {
    course = step(scenario, history[from + i - 1]?.indicators ?? before, record, course, i === 0);
    return warIndex(course.TEN, course.BLOC, course.CON);
  });
}

/** One round: dawn, the sums of the fold within their limits, the hotline if the brink is still reached, and consensus. */
function step(scenario: Scenario, before: Pick<Indicators, 'PRO' | 'INST'>, record: RoundRecord, course: Course, changed: boolean): Course {
  const floor = tensionFloor(before.PRO, before.INST);
  const tension = folded(record.terms.TEN ?? [], changed ? BOTH.ten : null);
  const blocs = folded(record.terms.BLOC ?? [], changed ? BOTH.bloc : null);
  const { VAL, D } = record.indicators;
  const trust = Object.fromEntries(Object.entries(record.trust).map(([pair, value]) => [pair, clamp(value + (course.trust[pair] ?? 0), 0, 100)]));
  // In the round of the crisis everything up to the fold was as recorded.
  const dawnTen = changed ? record.indicators.TEN - sum(record.terms.TEN ?? []) + sum(tension.dawn) : settleTension(course.TEN, -tensionDecay(course.TEN, course.CON), [], floor).value;
  const dawnBloc = changed ? record.indicators.BLOC - sum(record.terms.BLOC ?? []) + sum(blocs.dawn) : clamp(course.BLOC - before.INST, 0, 100);
  const TEN = settleTension(dawnTen, limitedMove(tension.fold, TENSION_LIMITS).move, [], floor).value;
  const BLOC = clamp(dawnBloc + limitedMove(blocs.fold, BLOC_LIMITS).move, 0, 100);
  const { mean, least } = powerTrustIn(scenario, trust);
  const CON = clamp(course.CON + consensusStep(course.CON, consensusTarget(mean, least, clamp(VAL + course.values, 0, 100), D, moodOf(record))), 0, 100);
  const rings = tension.hotline.length > 0 && warIndex(TEN, BLOC, CON) >= scenario.brink;
  return { ...course, TEN: rings ? settleTension(TEN, sum(tension.hotline), [], floor).value : TEN, BLOC, CON };
}

const sum = (terms: readonly Term[]): number => terms.reduce((all, term) => all + term.value, 0);

/** The terms of a round by where they came from; `side` stands in for what the crisis really did. */
function folded(terms: readonly Term[], side: number | null): { readonly dawn: readonly Term[]; readonly fold: readonly Term[]; readonly hotline: readonly Term[] } {
  const first = terms.findIndex((term) => !AT_DAWN.has(term.code));
  const end = first === -1 ? terms.length : first;
  const raw = terms.slice(end).filter((term) => !LIMITS.has(term.code));
  const fold = raw.filter((term) => term.code !== HOTLINE && (side === null || !term.code.startsWith(SIDE)));
  return { dawn: terms.slice(0, end), fold: side === null ? fold : [...fold, { code: BOTH.code, value: side }], hotline: raw.filter((term) => term.code === HOTLINE) };
}

/** The mood that consensus felt in this round, as its own explanation keeps it. */
const moodOf = (record: RoundRecord): number => Number(record.terms.CON?.find((term) => term.params?.['modifier'] !== undefined)?.params?.['modifier'] ?? 0);

/** M12: what the pairs of patrons would have had more, from then on. */
function trustWon(scenario: Scenario, { sides }: RoundRecord): Record<string, number> {
  if (!sides) return {};
  const { picks, provoker } = sides;
  const own = (seat: SeatId): boolean => scenario.patrons.some((link) => link.client === provoker && link.patron === seat);
  const patrons = Object.keys(picks);
  const crisis = { action: '', provoker, victims: [], provokerPatrons: patrons.filter(own), victimPatrons: patrons.filter((seat) => !own(seat)) };
  const calm: Readonly<Record<SeatId, Side>> = Object.fromEntries(patrons.map((seat) => [seat, 'restrain' as const]));
  const won: Record<string, number> = {};
  for (const [which, sign] of [[outcomeOf(crisis, picks), -1], [outcomeOf(crisis, calm), 1]] as const) {
    for (const a of which.provokerSide) for (const b of which.victimSide) { const pair = pairKey(scenario, a, b); won[pair] = (won[pair] ?? 0) + sign * which.outcome.pair; }
  }
  return won;
}
