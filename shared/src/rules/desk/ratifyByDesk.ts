/** FD-9: the desk answers for the capital of one seat, one text at a time. */
import type { DeskAct } from '../../model/desk.ts';
import { refuse, type Refusal } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import { post } from '../../engine/news.ts';
import type { Recorder } from '../../engine/recorder.ts';
import { fall, pass } from '../ratification.ts';
import { bookTrust } from '../trust.ts';
import { asked } from './capital.ts';

/** At once, and for good. */
export function ratifyByDesk(r: Recorder, { seat, proposal, verdict, reason }: Extract<DeskAct, { type: 'ratify' }>, most: number): readonly MatchEvent[] | Refusal {
  const waiting = asked(r.state).filter((c) => c.giver === seat && c.proposal === proposal);
  if (waiting.length === 0) return refuse('nothing-to-ratify', {});
  const clauses = [...new Set(waiting.map((c) => c.clause))];
  const open = waiting.every((c) => c.scope === 'plenary');
  const readers = open ? 'all' as const : [...new Set(waiting.flatMap((c) => [c.giver, ...c.receivers]))];
  if (verdict === 'ratify') for (const c of waiting) pass(r, c);
  else bookTrust(r, waiting.flatMap((c) => fall(r, c)));
  if (verdict === 'reject') post(r, 'table.capitalRejected', { giver: seat, clauses }, readers);
  // Its reason is a word to the own delegation.
  if (reason.trim() !== '') post(r, 'table.capitalWord', { seat, text: reason.trim().slice(0, most) }, [seat]);
  return r.events;
}
