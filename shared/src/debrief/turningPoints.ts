/** The five to eight moments at which the match turned: where an indicator swung most, a text stood or fell, a word was broken. */
import type { MatchEvent } from '../model/events.ts';
import { momentsOf, placeOf, type Chronicle, type Moment, type Place } from './played.ts';

export interface Turn extends Place { readonly code: string; readonly params: Readonly<Record<string, string | number | readonly string[]>>; readonly weight: number }
const MOST = 8;
const SWING = { W: 'turn.war', CON: 'turn.consensus' } as const;

/** Rendered as `turn.<code>` (namespace debrief); in order of time. Of one kind three at most, so that no single quarrel fills the list. */
export function turningPointsOf(chronicle: Chronicle): readonly Turn[] {
  const found = [...swings(chronicle), ...chronicle.moments.flatMap(turn)].sort((a, b) => b.weight - a.weight || a.seq - b.seq);
  const picked: Turn[] = [];
  for (const each of found) if (picked.length < MOST && picked.filter(({ code }) => code === each.code).length < 3) picked.push(each);
  return picked.sort((a, b) => a.seq - b.seq);
}

/** Change of the war index and of consensus from one round to the next. */
function swings(chronicle: Chronicle): Turn[] {
  const closed = momentsOf(chronicle, 'roundClosed');
  return closed.slice(1).flatMap((moment, i) => (['W', 'CON'] as const).flatMap((key): Turn[] => {
    const [was, now] = [closed[i]?.event.record.indicators[key] ?? 0, moment.event.record.indicators[key]];
    return Math.abs(now - was) < 10 ? [] : [{ ...placeOf(moment), code: `${SWING[key]}.${now > was ? 'up' : 'down'}`, params: { from: was, now }, weight: Math.abs(now - was) }];
  }));
}

function turn(moment: Moment): Turn[] {
  const at = (code: string, params: Turn['params'], weight: number): Turn[] => [{ ...placeOf(moment), code: `turn.${code}`, params, weight }];
  const event: MatchEvent = moment.event;
  const text = (id: string) => moment.after.proposals.find((each) => each.id === id);
  switch (event.type) {
    case 'proposalAdopted': { const adopted = text(event.proposal); const lines = adopted?.lines.length ?? 0; return adopted && lines >= 3 ? at('adopted', { author: adopted.author, count: lines, clauses: adopted.lines.map(({ clause }) => clause) }, 8 + 2 * lines) : []; }
    case 'proposalObjected': return at('objected', { seat: event.seat, author: text(event.proposal)?.author ?? '' }, 18);
    case 'talksMoved': return event.talks.open === moment.before.talks.open ? [] : at(event.talks.open ? 'resumed' : 'suspended', {}, 24);
    case 'crisisOpened': return at('crisis', { provoker: event.crisis.provoker, action: event.crisis.action }, 14);
    case 'sidesRevealed': { const picks = Object.values(event.picks); return picks.length > 0 && picks.every((side) => side === 'restrain') ? at('restrained', { seats: Object.keys(event.picks) }, 17) : picks.every((side) => side === 'back') ? at('backed', { seats: Object.keys(event.picks) }, 17) : []; }
    case 'leakFound': return at('leak', { seat: event.seat }, 13);
    case 'commitmentMoved': { const c = event.state === 'breached' ? moment.before.commitments.find(({ id }) => id === event.commitment) : undefined; return c && c.state !== 'breached' ? at('breached', { giver: c.giver, clause: c.clause, receivers: c.receivers }, 12) : []; }
    case 'matchEnded': return at('ended', { tier: event.ending.tier }, 30);
    default: return [];
  }
}
