/** PR-4: the objection of a power that is no party kills a plenary text; what it costs is scenario data. */
import type { Recorder } from '../engine/recorder.ts';
import { tally } from '../engine/tally.ts';
import type { Refusal } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import { powers } from '../model/pairs.ts';
import type { MatchState, Proposal } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { bookNow } from './booking.ts';

const OBJECTION_AP = 1;
/** The catalogue's veto, for scenarios that name no price of their own. */
const USUAL = { ten: 3, bloc: 4, cm: -6, ds: 2, trust: -8, proliferatorN: 4 };

/** Why this seat may not object to a text, or null. */
export function checkObjection(scenario: Scenario, state: MatchState, seat: SeatId, proposal: Proposal): Refusal | null {
  if (proposal.scope !== 'plenary' || !powers(scenario).includes(seat)) return refuse('may-not-object', { seats: powers(scenario).join(',') });
  if (proposal.parties.includes(seat)) return refuse('party-may-not-object', { proposal: proposal.id });
  const have = state.seats[seat]?.ap ?? 0;
  return have < OBJECTION_AP ? refuse('no-ap', { need: OBJECTION_AP, have }) : null;
}

/** Stops the text: trust, support and points move at once, tension, blocs and mood at the fold (EV-2). */
export function object(r: Recorder, proposal: Proposal, seat: SeatId): void {
  const { scenario } = r;
  const own = scenario.objection;
  const gains = own?.gainFrom?.includes(seat) ?? true;
  r.emit({ type: 'proposalObjected', proposal: proposal.id, seat });
  r.emit({ type: 'seatMoved', seat, set: { ap: (r.state.seats[seat]?.ap ?? 0) - OBJECTION_AP } });
  const t = tally();
  const term = { code: 'objection', params: { seat } };
  t.ten.push({ ...term, value: own?.ten ?? USUAL.ten });
  t.bloc.push({ ...term, value: own?.bloc ?? USUAL.bloc });
  t.cm.push({ ...term, value: own?.cm ?? USUAL.cm });
  t.ds.push({ ...term, seat, value: own?.ds ?? USUAL.ds });
  t.trust.push({ a: seat, b: proposal.author, code: 'objection', value: own?.trust ?? USUAL.trust });
  if (scenario.proliferator !== null && scenario.proliferator !== seat && gains) t.n.push({ ...term, seat: scenario.proliferator, value: own?.proliferatorN ?? USUAL.proliferatorN });
  bookNow(r, t);
}
