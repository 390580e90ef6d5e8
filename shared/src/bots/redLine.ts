/** Which red line a bot declares: its own stance, pulled to the table's middle, stiffer after a provocation (RL, M05). */
import type { SeatCommand } from '../model/commands.ts';
import type { Mind } from './types.ts';

export function declare(mind: Mind): SeatCommand | null {
  const menu = mind.legal.declare;
  if (!menu || menu.levels.length === 0 || mind.me.sealed.declaration !== null) return null;
  const { view, scenario, seat, profile } = mind;
  const spec = scenario.seats.find((s) => s.id === seat);
  const levels = scenario.seats.filter((s) => s.kind === 'power').map((s) => view.seats[s.id]?.redLine).filter((level): level is number => typeof level === 'number');
  const middle = levels.reduce((sum, level) => sum + level, 0) / Math.max(1, levels.length);
  const last = view.seats[seat]?.redLine ?? 2;
  const cost = spec?.redLineCost;
  // What the seat would declare if it looked only home: a hawkish public wants firmness, a costly border wants calm.
  const home = cost?.hawkishFrom != null ? cost.hawkishFrom : (cost?.perLevel?.above ?? last);
  const pull = profile.temper === 'steady' ? 0.75 : profile.temper === 'trader' ? 0.45 : 0.15;
  let wish = home + (middle - home) * pull;
  if (profile.temper !== 'trader') wish += 0.4 * profile.firmness * (cost?.hawkishFrom != null ? 1 : -0.5);
  if (cost?.hawkishFrom != null && mind.me.ds < 40) wish += 0.5;
  // A shot that was just heard, a rung just climbed: the wall closes up where there is consensus, else only hawks harden.
  const shock = Object.values(view.history).some((record) => record.round === view.table.round - 1 && record.sides !== null);
  if (shock) wish += view.gauges.values.CON >= 50 || cost?.hawkishFrom != null ? 0.6 : -0.3;
  if (view.gauges.values.W >= view.gauges.brink - 15) wish += (2 - wish) * 0.4;
  wish += (mind.random() - 0.5) * 0.8;
  const step = Math.max(last - 1, Math.min(last + 1, Math.round(wish)));
  const level = [...menu.levels].sort((a, b) => Math.abs(a - step) - Math.abs(b - step))[0];
  return level === undefined ? null : { type: 'declare', level };
}
