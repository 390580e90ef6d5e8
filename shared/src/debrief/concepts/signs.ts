/** How a concept finds its evidence: signs read one event of the match each; of many the strongest are shown. */
import type { MatchEvent } from '../../model/events.ts';
import { momentsOf, placeOf, type Chronicle, type Moment, type Place } from '../played.ts';
import type { Evidence, Facts, LessonParams } from '../lesson.ts';

/** A piece of evidence and how telling it is beside others of its concept. */
export interface Find extends Evidence { readonly weight: number }
/** All the evidence there is for one concept. */
export type Finder = (chronicle: Chronicle, facts: Facts) => readonly Find[];

export const find = (place: Place, code: string, params: LessonParams = {}, weight = 1): Find => ({ ...placeOf(place), code, params, weight });

/** Evidence from every event of one kind. */
export function on<T extends MatchEvent['type']>(type: T, read: (event: Extract<MatchEvent, { type: T }>, moment: Moment, chronicle: Chronicle) => readonly Find[]): Finder {
  return (chronicle) => momentsOf(chronicle, type).flatMap((moment) => read(moment.event, moment, chronicle));
}
/** Evidence from news of one code, told with its own parameters. */
export const onNews = (news: string, code: string, names: readonly string[], weight = 1): Finder =>
  on('newsPosted', ({ item }, moment) => (item.code === news ? [find(moment, code, Object.fromEntries(names.map((name) => [name, item.params[name] ?? ''])), weight)] : []));
export const both = (...finders: readonly Finder[]): Finder => (chronicle, facts) => finders.flatMap((each) => each(chronicle, facts));

/** Where a measure speaks about the whole: the last moment there is. */
export const endOf = ({ moments, end }: Chronicle): Place => moments.at(-1) ?? { seq: 0, step: 0, round: end.round, phase: end.phase };
/** The last text that came into force, else the end. */
export function placeOfDeal(chronicle: Chronicle): Place {
  const last = momentsOf(chronicle, 'proposalAdopted').at(-1);
  return last ? placeOf(last) : placeOf(endOf(chronicle));
}

const MOST = 3;
/** The strongest, oldest first; what would be told in the same words once, by its strongest place. */
export function strongest(found: readonly Find[]): readonly Evidence[] {
  const told = new Set<string>();
  const once = [...found].sort((a, b) => b.weight - a.weight || a.seq - b.seq).filter(({ code, params }) => { const key = JSON.stringify([code, params]); return !told.has(key) && told.add(key); });
  return once.slice(0, MOST).sort((a, b) => a.seq - b.seq).map(({ weight: _weight, ...evidence }) => evidence);
}
