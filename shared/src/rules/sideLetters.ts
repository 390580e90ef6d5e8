/** CO-10: side letters two seats keep from the rest, and how they come out. */
import { post } from '../engine/news.ts';
import type { Recorder } from '../engine/recorder.ts';
import type { Tally } from '../engine/tally.ts';
import { commitmentOf } from '../model/entries.ts';
import type { CommitmentId, SeatId } from '../model/ids.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import { crossesBlocs } from './drafting.ts';
import { CROSSING } from './dues.ts';
import { commitmentsOf } from './ledger.ts';
import { priceOverHeads } from './overHeads.ts';
import { isParty, secret } from './secrecy.ts';
import { claimed } from './tranches.ts';
import { trustOf } from './trust.ts';

/** Below this trust two seats keep no secret together. */
const KEEPS_SECRETS = 30;
const EXCLUDED_ALLY = -6;

/** Covert breaches of this seat nobody has found yet (CO-5), those of lines replaced or lapsed since included. */
export const runningCovert = (state: MatchState, seat: SeatId): readonly CommitmentId[] =>
  state.commitments.filter((c) => c.giver === seat && c.foundAt !== null && c.tranches.some((tranche) => tranche.state === 'feigned')).map((c) => c.id);

/** Brings out the side letters this seat is party to; returns the commitments found. */
export const findSideLetters = (r: Recorder, t: Tally, seat: SeatId): CommitmentId[] => bringOut(r, t, (c) => isParty(c, seat));

/** PH-1i: a letter between two that do not trust each other comes out at dawn. */
export function leakSideLetters(r: Recorder, t: Tally): void {
  bringOut(r, t, (c) => c.receivers.some((receiver) => trustOf(r.scenario, r.state, c.giver, receiver) < KEEPS_SECRETS));
}

/** A letter comes out whole: all its lines, its price to each party once with every ally it left out, and what its deeds did in public. */
function bringOut(r: Recorder, t: Tally, which: (c: Commitment) => boolean): CommitmentId[] {
  const letters = [...new Set(r.state.commitments.filter((c) => secret(c) && which(c)).map((c) => c.proposal))];
  return letters.flatMap((letter) => {
    const lines = r.state.commitments.filter((c) => c.proposal === letter && secret(c));
    const parties = r.scenario.seats.map(({ id }) => id).filter((id) => lines.some((c) => isParty(c, id)));
    for (const { id } of lines) publish(r, t, id);
    for (const party of parties) for (const ally of alliesOf(r, party)) if (!parties.includes(ally)) t.trust.push({ a: party, b: ally, code: 'sideLetter', value: EXCLUDED_ALLY });
    priceOverHeads(r, t, lines.map((c) => c.id));
    post(r, 'table.sideLetter.found', { seats: parties, clauses: [...new Set(lines.map((c) => c.clause))] });
    return lines.map((c) => c.id);
  });
}

function publish(r: Recorder, t: Tally, id: CommitmentId): void {
  const c = commitmentOf(r.state, id);
  if (!c) return;
  // IN-4: what crossed the dividing line unseen counts from now, once a clause.
  const first = !commitmentsOf(r.state, c.clause).some((other) => !secret(other) && other.tranches.some(claimed));
  r.emit({ type: 'commitmentMoved', commitment: id, state: c.state, set: { found: true } });
  if (first && c.tranches.some(claimed) && crossesBlocs(r.scenario, c.givers, c.receivers)) t.bloc.push({ code: 'crossing', value: CROSSING, params: { clause: c.clause } });
}

const alliesOf = (r: Recorder, seat: SeatId): SeatId[] => r.scenario.allies.flatMap(([a, b]) => (a === seat ? [b] : b === seat ? [a] : []));
