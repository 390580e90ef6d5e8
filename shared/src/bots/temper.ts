/** Tempers as figures, and which temper suits a seat that nobody set one for. */
import type { PublicScenario } from '../scenario/public.ts';
import type { SeatId } from '../model/ids.ts';
import type { BotInput, Profile, Temper } from './types.ts';

const PROFILES: Readonly<Record<Temper, Omit<Profile, 'temper'>>> = {
  steady: { threshold: 3, caution: 3, commonGood: 100, initiative: 70, force: 10, shirk: 0, firmness: 0, oral: false },
  trader: { threshold: 4, caution: 3, commonGood: 40, initiative: 80, force: 42, shirk: 12, firmness: -1, oral: true },
  tough: { threshold: 6, caution: 4, commonGood: 25, initiative: 50, force: 75, shirk: 8, firmness: 1, oral: false },
  spoiler: { threshold: 9, caution: 5, commonGood: 0, initiative: 30, force: 95, shirk: 35, firmness: 2, oral: true },
  random: { threshold: 0, caution: 0, commonGood: 0, initiative: 50, force: 50, shirk: 50, firmness: 0, oral: true },
};

export const profileOf = (temper: Temper): Profile => ({ temper, ...PROFILES[temper] });

type Odds = readonly (readonly [Temper, number])[];
const CHAIR: Odds = [['steady', 50], ['trader', 30], ['tough', 20]];
const PROLIFERATOR: Odds = [['steady', 30], ['trader', 30], ['tough', 33], ['spoiler', 7]];
const HAWKISH: Odds = [['steady', 45], ['trader', 20], ['tough', 35]];
const OTHERS: Odds = [['steady', 50], ['trader', 35], ['tough', 15]];

/** Draws a temper that suits the seat's place at the table, never its name. */
export function drawTemper(scenario: PublicScenario, seat: SeatId, random: () => number): Temper {
  const spec = scenario.seats.find((s) => s.id === seat);
  const odds = scenario.chair === seat ? CHAIR : scenario.proliferator === seat ? PROLIFERATOR : spec?.redLineCost.hawkishFrom != null ? HAWKISH : OTHERS;
  let at = random() * odds.reduce((sum, [, share]) => sum + share, 0);
  for (const [temper, share] of odds) { at -= share; if (at < 0) return temper; }
  return 'steady';
}

/** The temper asked for, else the one noted, else a new one; noted so that a bot keeps its character. */
export function temperOf(input: BotInput): Temper {
  if (input.temper) return input.temper;
  input.memory.temper ??= drawTemper(input.scenario, input.seat, input.random);
  return input.memory.temper;
}
