/** Which red line a bot declares: its own stance, pulled to the table's middle, stiffer after a provocation (RL, M05). */
import type { SeatCommand } from '../model/commands.ts';
import { atlasOf, type Atlas } from './atlas.ts';
import { bandBetween } from './sense.ts';
import type { Mind } from './types.ts';

/** Where a concert likes to stand: moderate and together (T3). */
const MODERATE = 2;

export function declare(mind: Mind): SeatCommand | null {
  const menu = mind.legal.declare;
  if (!menu || menu.levels.length === 0 || mind.me.sealed.declaration !== null) return null;
  const wish = redLineWish(mind) + (mind.random() - 0.5) * (0.8 - mind.profile.together / 250);
  const last = mind.view.seats[mind.seat]?.redLine ?? MODERATE;
  const step = Math.max(last - 1, Math.min(last + 1, Math.round(wish)));
  let level = menu.levels[0] as number;
  for (const each of menu.levels) if (Math.abs(each - step) < Math.abs(level - step)) level = each;
  return { type: 'declare', level };
}

/** D, M04: whoever trusts the other powers meets them half-way, whoever does not stands where his own public wants him. */
function drawn(mind: Mind, atlas: Atlas): number {
  let sum = 0;
  let count = 0;
  for (const power of atlas.powers) if (power !== mind.seat) { sum += bandBetween(mind.view, mind.seat, power); count += 1; }
  return count === 0 ? 1 : Math.max(0.3, 0.35 + 0.28 * sum / count);
}

/** The level this seat would stand at, in fractions. */
export function redLineWish(mind: Mind): number {
  const { view, scenario, seat, profile } = mind;
  const atlas = atlasOf(scenario);
  const spec = atlas.spec.get(seat);
  let sum = 0;
  let count = 0;
  for (const power of atlas.powers) { const level = view.seats[power]?.redLine; if (typeof level === 'number') { sum += level; count += 1; } }
  const middle = count > 0 ? sum / count : MODERATE;
  const last = view.seats[seat]?.redLine ?? MODERATE;
  const cost = spec?.redLineCost;
  const { CON, W } = view.gauges.values;
  // What the seat would declare if it looked only home: a hawkish public wants firmness, a costly border wants calm.
  const home = cost?.hawkishFrom != null ? cost.hawkishFrom : (cost?.perLevel?.above ?? last);
  const meeting = profile.together >= 60 ? (middle + MODERATE) / 2 : middle;
  let wish = home + (meeting - home) * Math.min(1, profile.pull / 100 * drawn(mind, atlas));
  wish += 0.4 * profile.firmness * (cost?.hawkishFrom != null || profile.firmness < 0 ? 1 : -0.5);
  if (cost?.hawkishFrom != null && mind.me.ds < 40) wish += 0.5;
  // A shot that was just heard: the wall closes up where there is consensus, else only hawks harden.
  const shock = view.history[String(view.table.round - 1)]?.sides != null;
  if (shock) wish += CON >= 50 || (cost?.hawkishFrom != null && profile.force >= 40) ? 0.6 : profile.together >= 60 ? 0.2 : -0.3;
  if (W >= view.gauges.brink - 15) wish += (MODERATE - wish) * 0.4;
  // Cover for an own client while blocs harden: loose where the others are firm.
  if (profile.cunning >= 60 && scenario.patrons.some((link) => link.patron === seat && link.client === scenario.proliferator)) wish -= 0.3 + view.gauges.values.BLOC / 150;
  return wish;
}
