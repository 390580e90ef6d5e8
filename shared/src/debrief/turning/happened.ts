/** Turns that one event makes by itself: a text stands or falls, a word is broken, the talks stop or go on, a crisis, a leak, the end. */
import { commitmentOf, proposalOf } from '../../model/entries.ts';
import { marksOf, type Mark } from '../../recording/marks.ts';
import type { Chronicle, Moment } from '../played.ts';
import { turnAt, type Turn } from './turn.ts';

/** A text of fewer lines changes little. */
const LEAST_LINES = 3;

export function happened({ moments }: Chronicle): readonly Turn[] {
  const found: Turn[] = [];
  const broken = new Set<string>();
  for (const moment of moments) {
    const turn = turnOf(moment, broken);
    if (turn) found.push(turn);
  }
  return found;
}

/** Who saw this mark of the event when it was made. */
const seenBy = ({ event, before, after }: Moment, mark: Mark): Turn['to'] => marksOf(event, before, after).find((each) => each.mark === mark)?.to ?? [];

function turnOf(moment: Moment, broken: Set<string>): Turn | null {
  const { event, before, after } = moment;
  switch (event.type) {
    case 'proposalAdopted': {
      const text = proposalOf(after, event.proposal);
      return text && text.lines.length >= LEAST_LINES ? turnAt(moment, 'adopted', { author: text.author, count: text.lines.length, clauses: [...new Set(text.lines.map(({ clause }) => clause))] }, 8 + 2 * text.lines.length, seenBy(moment, 'adopted')) : null;
    }
    case 'proposalObjected': return turnAt(moment, 'objected', { seat: event.seat, author: proposalOf(after, event.proposal)?.author ?? '' }, 18, seenBy(moment, 'objected'));
    case 'talksMoved': return event.talks.open === before.talks.open ? null : turnAt(moment, event.talks.open ? 'resumed' : 'suspended', {}, 24);
    case 'crisisOpened': return turnAt(moment, 'crisis', { provoker: event.crisis.provoker, action: event.crisis.action }, 14);
    case 'sidesRevealed': {
      const picks = Object.values(event.picks);
      const all = (side: 'back' | 'restrain'): boolean => picks.length > 0 && picks.every((each) => each === side);
      return all('restrain') ? turnAt(moment, 'restrained', { seats: Object.keys(event.picks) }, 17) : all('back') ? turnAt(moment, 'backed', { seats: Object.keys(event.picks) }, 15) : null;
    }
    case 'counted': return (event.tests ?? 0) > before.tests ? before.tests === 0 ? turnAt(moment, 'test.first', {}, 25) : turnAt(moment, 'test.again', { number: event.tests ?? 0 }, 19) : null;
    case 'leakFound': return turnAt(moment, 'leak', { seat: event.seat }, 13);
    case 'commitmentMoved': return brokenWord(moment, event.commitment, broken);
    case 'matchEnded': return turnAt(moment, 'ended', { tier: event.ending.tier, w: after.indicators.W }, 1000);
    default: return null;
  }
}

/** The first broken promise weighs most: after it every word is worth less. One promise, one turn; a breach only its parties saw is told to all when it comes out. */
function brokenWord(moment: Moment, id: string, broken: Set<string>): Turn | null {
  const [was, now] = [commitmentOf(moment.before, id), commitmentOf(moment.after, id)];
  if (!was || !now) return null;
  const params = { giver: now.giver, clause: now.clause, receivers: now.receivers };
  if (now.state === 'breached' && was.state !== 'breached' && !broken.has(id)) {
    broken.add(id);
    const first = broken.size === 1;
    return turnAt(moment, first ? 'firstBreach' : 'breached', params, first ? 34 : 12, seenBy(moment, 'breach'));
  }
  const found = seenBy(moment, 'found');
  return found === 'all' ? turnAt(moment, 'found', params, 16) : null;
}
