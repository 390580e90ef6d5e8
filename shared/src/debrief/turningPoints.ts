/** The five to eight moments at which the match turned, with the reason: where an indicator swung, a text stood or fell, a word was broken, and what another choice would have changed. */
import type { Viewer } from '../model/view.ts';
import { momentsOf, type Chronicle } from './played.ts';
import { happened } from './turning/happened.ts';
import { redLineInstead, restraintInstead } from './turning/instead.ts';
import { missed } from './turning/missed.ts';
import { swings } from './turning/swings.ts';
import type { Turn } from './turning/turn.ts';

export type { Turn };
/** How many are shown, and how many of one act: a list of what followed from one moment would hide the others. */
const MOST = 8;
const MOST_OF_A_STEP = 2;
/** Of one kind (the code up to its second dot); one where nothing is said. */
const MOST_OF: Readonly<Record<string, number>> = { war: 2, consensus: 2, adopted: 2, missed: 2, breached: 1, suspended: 2, resumed: 2 };
const ALL: Viewer = { kind: 'all' };

/** Every turn of a match up to a step, in order of time; nothing later has any part in it. Takes some ten milliseconds: rounds are played again. */
export function turnsOf(chronicle: Chronicle, upTo = Infinity): readonly Turn[] {
  const seen = until(chronicle, upTo);
  return [...swings(seen), ...happened(seen), ...missed(seen), ...instead(chronicle, upTo)].sort((a, b) => a.seq - b.seq);
}

const tried = new WeakMap<Chronicle, Map<number, readonly Turn[]>>();
/** Rounds are played again only once each: until the next one closes nothing new can be asked. */
function instead(chronicle: Chronicle, upTo: number): readonly Turn[] {
  const closed = momentsOf(chronicle, 'roundClosed').findLast(({ step }) => step <= upTo)?.step ?? -1;
  const known = tried.get(chronicle) ?? new Map<number, readonly Turn[]>();
  tried.set(chronicle, known);
  const before = known.get(closed);
  if (before) return before;
  const seen = until(chronicle, closed);
  const found = [restraintInstead(seen), redLineInstead(seen)].filter((turn) => turn !== null);
  known.set(closed, found);
  return found;
}

/** The weightiest of them that this viewer could know of, no kind and no single act filling the list; in order of time. */
export function pickTurns(turns: readonly Turn[], viewer: Viewer = ALL): readonly Turn[] {
  const known = turns.filter(({ to }) => viewer.kind === 'all' || to === 'all' || (viewer.kind === 'seat' && to.includes(viewer.seat)));
  const picked: Turn[] = [];
  for (const turn of [...known].sort((a, b) => b.weight - a.weight || a.seq - b.seq)) {
    const kind = kindOf(turn);
    if (picked.length >= MOST || picked.filter((each) => kindOf(each) === kind).length >= (MOST_OF[kind] ?? 1) || (kind !== 'ended' && picked.filter((each) => each.step === turn.step && kindOf(each) !== 'ended').length >= MOST_OF_A_STEP)) continue;
    picked.push(turn);
  }
  // The end comes last of what its act brought.
  return picked.sort((a, b) => a.seq - b.seq || a.weight - b.weight);
}
const kindOf = ({ code }: Turn): string => code.split('.')[1] ?? code;

/** Rendered as `<code>` (namespace debrief). */
export const turningPointsOf = (chronicle: Chronicle, viewer: Viewer = ALL, upTo = Infinity): readonly Turn[] => pickTurns(turnsOf(chronicle, upTo), viewer);

function until(chronicle: Chronicle, step: number): Chronicle {
  if (step === Infinity) return chronicle;
  const moments = chronicle.moments.filter((each) => each.step <= step);
  return { ...chronicle, moments, acts: chronicle.acts.filter((each) => each.step <= step), end: moments.at(-1)?.after ?? chronicle.start };
}
