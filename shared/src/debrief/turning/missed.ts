/** Deals that all would have preferred: texts worth something to every party that still came to nothing, and the one that nobody put together. */
import type { LineDraft } from '../../model/commands.ts';
import { proposalOf } from '../../model/entries.ts';
import type { Proposal } from '../../model/state.ts';
import { worthOf } from '../concessions.ts';
import { momentsOf, type Chronicle, type Moment } from '../played.ts';
import { turnAt, type Turn } from './turn.ts';
import { unjoined } from './unjoined.ts';

interface Fallen { readonly moment: Moment; readonly text: Proposal; readonly how: 'refused' | 'objected' | 'expired'; readonly seats: readonly string[] }
/** A line without its drafting: what was agreed otherwise is agreed all the same. */
export const lineKey = ({ clause, givers }: Pick<LineDraft, 'clause' | 'givers'>): string => `${clause}:${[...givers].sort().join('+')}`;

/** Known to nobody at the table: what a text is worth to the others is each delegation's own secret. */
export function missed(chronicle: Chronicle): readonly Turn[] {
  const { scenario } = chronicle;
  // An adopted text may be superseded later; what it agreed was agreed.
  const kept = new Set(momentsOf(chronicle, 'proposalAdopted').flatMap(({ event, after }) => (proposalOf(after, event.proposal)?.lines ?? []).map(lineKey)));
  const told = new Set<string>();
  const lost = new Set<string>();
  const texts = fallen(chronicle).flatMap(({ moment, text, how, seats }): Turn[] => {
    const lines = text.lines.map(lineKey);
    const same = [...lines].sort().join();
    // What was agreed in another text, before or after, was not missed.
    if (told.has(same) || lines.every((line) => kept.has(line))) return [];
    const worth = text.parties.map((seat) => worthOf(scenario, text.lines, seat));
    if (text.parties.length < 2 || !worth.every((each) => each > 0)) return [];
    told.add(same);
    for (const line of lines) lost.add(line);
    const least = Math.min(...worth);
    return [turnAt(moment, `missed.${how}`, { author: text.author, clauses: [...new Set(text.lines.map(({ clause }) => clause))], seats, worth: least }, 24 + Math.min(16, 2 * least), [])];
  });
  return [...texts, ...unjoined(chronicle, lost)];
}

/** The last thing that befell each text that did not live; a text refused twice falls once. */
function fallen(chronicle: Chronicle): readonly Fallen[] {
  return chronicle.end.proposals.flatMap((text): Fallen[] => {
    const { id, status } = text;
    if (status === 'objected') {
      const objected = momentsOf(chronicle, 'proposalObjected').findLast(({ event }) => event.proposal === id);
      return objected ? [{ moment: objected, text, how: 'objected', seats: [objected.event.seat] }] : [];
    }
    if (status !== 'refused' && status !== 'expired') return [];
    const refused = momentsOf(chronicle, 'proposalRefused').findLast(({ event }) => event.proposal === id);
    if (refused) return [{ moment: refused, text, how: 'refused', seats: text.refusals.map(({ seat }) => seat) }];
    const expired = momentsOf(chronicle, 'proposalExpired').findLast(({ event }) => event.proposal === id);
    return expired ? [{ moment: expired, text, how: 'expired', seats: expired.event.silent }] : [];
  });
}
