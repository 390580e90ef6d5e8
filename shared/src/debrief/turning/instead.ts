/** The last moments at which another choice would have changed the war index: restraint instead of backing, another red line. The engine is asked, nothing is guessed. */
import type { SeatId } from '../../model/ids.ts';
import { momentsOf, type Chronicle } from '../played.ts';
import { forkAt, playedAgain, playedOtherwise, type Fork, type Outcome } from './fork.ts';
import { turnAt, type Turn } from './turn.ts';

/** The latest crisis in which a patron who backed, or all of them, could have lowered the war index by restraint; the one seat that could do most, if one alone was enough. */
export function restraintInstead(chronicle: Chronicle): Turn | null {
  const { scenario } = chronicle;
  for (const moment of [...momentsOf(chronicle, 'sidesRevealed')].reverse()) {
    const fork = forkAt(chronicle, moment.step);
    const real = fork && playedAgain(chronicle, fork);
    if (!fork || !real) continue;
    const backers = Object.entries(moment.event.picks).filter(([, side]) => side === 'back').map(([seat]) => seat);
    const tried = [...backers.map((seat) => [seat]), ...(backers.length > 1 ? [backers] : [])].flatMap((seats) => {
      const would = playedOtherwise(scenario, fork, { first: seats.map((seat) => ({ seat, command: { type: 'pickSide', side: 'restrain' } })) });
      return would && would.war < real.war ? [{ seats, would: would.war }] : [];
    });
    // One seat's choice says more than that of all at once; where that is the only way, it is said of all.
    const best = lowest(tried.filter(({ seats }) => seats.length === 1)) ?? tried[0];
    if (!best) continue;
    const averted = real.war >= scenario.war && best.would < scenario.war;
    return turnAt(moment, averted ? 'restrain.war' : 'restrain', { seats: best.seats, w: real.war, would: best.would, provoker: moment.before.crisis?.provoker ?? '' }, (averted ? 90 : 36) + real.war - best.would);
  }
  return null;
}
const lowest = <T extends { readonly would: number }>(all: readonly T[]): T | undefined => all.reduce<T | undefined>((best, each) => (best === undefined || each.would < best.would ? each : best), undefined);

/** The level in the middle of those the others declared. */
function middleOf(levels: Readonly<Record<SeatId, number>>, seat: SeatId): number | undefined {
  const others = Object.entries(levels).filter(([id]) => id !== seat).map(([, level]) => level).sort((a, b) => a - b);
  return others[Math.floor((others.length - 1) / 2)];
}

/** The latest round in which one seat, declaring the level in the middle of the others', would have lowered the war index, all else as it was done. */
export function redLineInstead(chronicle: Chronicle): Turn | null {
  for (const moment of [...momentsOf(chronicle, 'redLinesRevealed')].reverse()) {
    const { levels } = moment.event;
    const opened = chronicle.moments.findLast(({ event, round }) => event.type === 'phaseOpened' && event.phase === 'declaration' && round === moment.round);
    const fork = opened ? forkAt(chronicle, opened.step + 1) : null;
    if (!fork || fork.start.phase !== 'declaration') continue;
    const apart = Object.keys(levels).flatMap((seat) => { const level = middleOf(levels, seat); return level === undefined || level === levels[seat] ? [] : [{ seat, level }]; });
    const real = apart.length > 0 ? playedAgain(chronicle, fork) : null;
    if (!real) continue;
    const best = lowest(apart.flatMap(({ seat, level }) => {
      const would = declared(chronicle, fork, seat, level);
      return would && would.war < real.war ? [{ seat, level, would: would.war }] : [];
    }));
    if (best) return turnAt(moment, 'redLine', { seat: best.seat, level: best.level, drawn: levels[best.seat] ?? 0, w: real.war, would: best.would }, 16 + 2 * (real.war - best.would));
  }
  return null;
}

/** The round with this seat's level replaced; null where a promise or its office kept it from counting. */
function declared({ scenario }: Chronicle, fork: Fork, seat: SeatId, level: number): Outcome | null {
  const spoke = fork.acts.some((act) => act.seat === seat && act.command.type === 'declare');
  const outcome = playedOtherwise(scenario, fork, {
    ...(spoke ? {} : { first: [{ seat, command: { type: 'declare', level } }] }),
    instead: (act) => (act.seat === seat && act.command.type === 'declare' ? { type: 'declare', level } : act.command),
  });
  return outcome?.events.some((event) => event.type === 'redLinesRevealed' && event.levels[seat] === level) ? outcome : null;
}
