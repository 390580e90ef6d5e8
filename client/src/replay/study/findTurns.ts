/** Finds the turning points of a recording; what was found is kept as long as the recording is open. */
import type { Viewer } from '@concert/shared';
import { chronicleOf, type Chronicle } from '@concert/shared/debrief/played';
import { pickTurns, turnsOf, type Turn } from '@concert/shared/debrief/turningPoints';
import { isSnapshot, type ActEntry, type Reel } from '@concert/shared/recording/index';

interface Known { readonly chronicle: Chronicle; readonly found: Map<number, readonly Turn[]> }
const known = new WeakMap<Reel, Known | 'failed'>();

function chronicle(reel: Reel): Known | 'failed' {
  const before = known.get(reel);
  if (before) return before;
  let made: Known | 'failed';
  try {
    const { scenario, entries } = reel.opened;
    made = { chronicle: chronicleOf({ scenario, entries: entries.filter((entry): entry is ActEntry => !isSnapshot(entry)) }), found: new Map() };
  } catch {
    // A forged file may hold what no rule would ever make.
    made = 'failed';
  }
  known.set(reel, made);
  return made;
}

/** Nothing later than the step `last` has any part in them. */
export function turnsIn(reel: Reel, last: number, viewer: Viewer): readonly Turn[] | 'failed' {
  const of = chronicle(reel);
  if (of === 'failed') return 'failed';
  try {
    let turns = of.found.get(last);
    if (!turns) of.found.set(last, (turns = turnsOf(of.chronicle, last)));
    return pickTurns(turns, viewer);
  } catch {
    return 'failed';
  }
}
