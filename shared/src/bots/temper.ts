/** Tempers as figures, and which temper suits a seat that nobody set one for. */
import type { PublicScenario } from '../scenario/public.ts';
import type { SeatId } from '../model/ids.ts';
import type { BotInput, Profile, Temper } from './types.ts';

const PROFILES: Readonly<Record<Temper, Omit<Profile, 'temper'>>> = {
  concert: { threshold: 3, caution: 3, commonGood: 100, initiative: 75, force: 8, shirk: 0, firmness: 0, pull: 85, cunning: 0, together: 95, protest: 0 },
  dove: { threshold: 2, caution: 1, commonGood: 70, initiative: 70, force: 0, shirk: 0, firmness: -1, pull: 45, cunning: 0, together: 60, protest: 0 },
  opportunist: { threshold: 4, caution: 3, commonGood: 30, initiative: 80, force: 42, shirk: 14, firmness: -1, pull: 30, cunning: 90, together: 25, protest: 25 },
  hawk: { threshold: 6, caution: 4, commonGood: 25, initiative: 50, force: 78, shirk: 6, firmness: 1, pull: 12, cunning: 15, together: 35, protest: 35 },
  spoiler: { threshold: 9, caution: 5, commonGood: 0, initiative: 30, force: 95, shirk: 35, firmness: 2, pull: 0, cunning: 60, together: 0, protest: 60 },
  historic: { threshold: 4, caution: 3, commonGood: 45, initiative: 60, force: 40, shirk: 6, firmness: 0, pull: 35, cunning: 30, together: 50, protest: 15 },
  search: { threshold: 3, caution: 3, commonGood: 60, initiative: 80, force: 30, shirk: 5, firmness: 0, pull: 50, cunning: 40, together: 60, protest: 15 },
  random: { threshold: 0, caution: 0, commonGood: 0, initiative: 50, force: 50, shirk: 50, firmness: 0, pull: 0, cunning: 50, together: 50, protest: 50 },
};
const WHOLE = Object.fromEntries(Object.entries(PROFILES).map(([temper, figures]) => [temper, { temper: temper as Temper, ...figures }])) as Readonly<Record<Temper, Profile>>;

export const profileOf = (temper: Temper): Profile => WHOLE[temper];

type Odds = readonly (readonly [Temper, number])[];
const CHAIR: Odds = [['concert', 40], ['dove', 15], ['opportunist', 25], ['hawk', 20]];
const PROLIFERATOR: Odds = [['concert', 15], ['dove', 14], ['opportunist', 34], ['hawk', 27], ['spoiler', 10]];
const HAWKISH: Odds = [['concert', 42], ['dove', 8], ['opportunist', 15], ['hawk', 35]];
const OTHERS: Odds = [['concert', 42], ['dove', 18], ['opportunist', 26], ['hawk', 14]];

/** Draws a temper that suits the seat's place at the table, never its name. */
export function drawTemper(scenario: PublicScenario, seat: SeatId, random: () => number): Temper {
  const spec = scenario.seats.find((s) => s.id === seat);
  const odds = scenario.chair === seat ? CHAIR : scenario.proliferator === seat ? PROLIFERATOR : spec?.redLineCost.hawkishFrom != null ? HAWKISH : OTHERS;
  let at = random() * odds.reduce((sum, [, share]) => sum + share, 0);
  for (const [temper, share] of odds) { at -= share; if (at < 0) return temper; }
  return 'concert';
}

/** The temper asked for, else the one noted, else a new one; noted so that a bot keeps its character. */
export function temperOf(input: BotInput): Temper {
  if (input.temper) return input.temper;
  input.memory.temper ??= drawTemper(input.scenario, input.seat, input.random);
  return input.memory.temper;
}
