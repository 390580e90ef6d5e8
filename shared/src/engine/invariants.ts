/** What must hold after every event; the fuzzer and the simulations call it at each step. A breach here is a bug, so it throws. */
import { allPairs, pairKey } from '../model/pairs.ts';
import { commitmentOf } from '../model/entries.ts';
import type { Commitment, MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';

const within = (name: string, value: number, low: number, high: number): void => {
  if (!Number.isInteger(value) || value < low || value > high) throw new Error(`invariant: ${name} is ${value}, not an integer within ${low}..${high}`);
};
const hold = (condition: boolean, what: string): void => {
  if (!condition) throw new Error(`invariant: ${what}`);
};

const CLOSED = ['breached', 'reversed', 'lapsed', 'superseded', 'disputed', 'blocked'];
const OPEN = ['pending', 'due', 'late'];

/** CO-8 to CO-13, PR-9, DS-3: what options promise of a commitment. */
function assertWording(state: MatchState, c: Commitment): void {
  const { options } = c;
  hold(c.state !== 'ratifying' || (c.ratifyAt === c.adoptedAt + 1 && c.ratifyAt > state.round - (state.phase === 'dawn' ? 1 : 0) && c.tranches.every((tranche) => tranche.state === 'pending')), `${c.id} waits for the next dawn and owes nothing before it`);
  hold(c.state !== 'blocked' || c.tranches.every((tranche) => tranche.state === 'void'), `${c.id} is blocked whole`);
  if (options?.sunset !== undefined) {
    within(`sunset of ${c.id}`, options.sunset, 2, 4);
    hold(CLOSED.includes(c.state) || state.round < c.adoptedAt + options.sunset || state.phase === 'dawn', `${c.id} does not outlive its term`);
  }
  hold(!c.loose || options?.vague === true, `${c.id} is read loosely only where it is vague`);
  hold(!c.found || options?.sideLetter === true, `${c.id} was found only where it was hidden`);
  hold(!options?.sideLetter || (c.scope === 'bilateral' && !options.vague), `${c.id} is a side letter between two, and exact`);
  hold(!options?.snapBack || c.mode === 'WRITTEN', `${c.id} snaps back in writing`);
  hold(c.apologisedAt === undefined || (c.brokenAt !== undefined && c.apologisedAt === c.brokenAt + 1), `${c.id} is apologised for one round after it was broken`);
  if (!c.escrowWith) return;
  hold(c.mode === 'WRITTEN' && !options?.vague, `${c.id} is held in escrow in exact words`);
  within(`failures of ${c.id}`, c.escrowFailures ?? 0, 0, 1);
  for (const id of c.escrowWith) {
    const other = commitmentOf(state, id);
    hold(other?.escrowWith?.includes(c.id) === true && other.proposal === c.proposal, `${c.id} and ${id} are tied to each other`);
    c.tranches.forEach((tranche, i) => {
      const twin = other?.tranches[i];
      if (!twin) return;
      hold(tranche.state !== 'late' && tranche.state !== 'feigned', `${c.id} is neither late nor feigned in escrow`);
      hold((tranche.performedAt === null) === (twin.performedAt === null) || state.phase !== 'reveal', `${c.id} and ${id} are given together`);
    });
  }
}

/** Ranges of IN-1, soundness of proposals (PR-3), tranches (CO-1) and secrets of the running phase. @throws Error naming the broken invariant. */
export function assertSound(scenario: Scenario, state: MatchState): void {
  const { TEN, BLOC, CON, VAL, D, CM, PRO, INST, V, W } = state.indicators;
  for (const [name, value] of Object.entries({ TEN, BLOC, CON, VAL, D })) within(name, value, 0, 100);
  within('CM', CM, -30, 30);
  within('PRO', PRO, 0, 10);
  within('INST', INST, 0, 5);
  within('V', V, 0, 3);
  within('W', W, -50, 150);
  within('round', state.round, state.phaseSeq === 0 ? 0 : 1, state.options.rounds); // 0 until the first dawn opens
  for (const [a, b] of allPairs(scenario)) within(`trust ${a}-${b}`, state.trust[pairKey(scenario, a, b)] ?? Number.NaN, 0, 100);
  let shares = 0;
  for (const [id, seat] of Object.entries(state.seats)) {
    within(`support of ${id}`, seat.ds, 0, 100);
    within(`action points of ${id}`, seat.ap, 0, 9);
    hold(Number.isInteger(seat.n), `national points of ${id} are whole`);
    if (seat.redLine !== null) within(`red line of ${id}`, seat.redLine, 0, 4);
    hold(seat.redLine === null || seat.enforcement <= seat.redLine || state.phase !== 'reveal', `${id} enforces no more than it declared`);
    shares += seat.pow ?? 0;
  }
  hold(shares === 100 || state.phase === 'dawn', `shares of power sum to 100, not ${shares}`);
  for (const proposal of state.proposals) {
    hold(proposal.scope === 'plenary' || proposal.signed.every((seat) => proposal.parties.includes(seat)), `${proposal.id} is signed by its two parties only`);
    hold(new Set(proposal.signed).size === proposal.signed.length, `${proposal.id} is signed once by each`);
    hold(proposal.status !== 'adopted' || proposal.parties.every((seat) => proposal.signed.includes(seat)), `${proposal.id} is adopted by every party`);
    hold(proposal.status !== 'live' || proposal.phaseSeq === state.phaseSeq || state.status === 'ended', `${proposal.id} does not outlive its phase`);
  }
  for (const commitment of state.commitments) {
    hold(commitment.tranches.length > 0, `${commitment.id} has a tranche`);
    hold(state.seats[commitment.giver] !== undefined, `${commitment.id} has a giver at the table`);
    // AC-11: a share held back is owed no more, and the rest may be given in full.
    const owed = commitment.tranches.filter((tranche) => tranche.state !== 'void');
    const given = owed.length > 0 && owed.every((tranche) => tranche.state === 'performed' || tranche.state === 'feigned');
    hold((commitment.state === 'performed') === (given && !CLOSED.includes(commitment.state)), `${commitment.id} is performed when all its tranches are`);
    hold(!CLOSED.includes(commitment.state) || !commitment.tranches.some((tranche) => OPEN.includes(tranche.state)), `${commitment.id} is over and owes nothing`);
    assertWording(state, commitment);
  }
  for (const { slot, a, b } of state.meetings) {
    const busy = state.meetings.filter((other) => other.slot === slot && [other.a, other.b].some((seat) => seat === a || seat === b));
    hold(a !== b && busy.length === 1, `${a} and ${b} are in one meeting of slot ${slot}`);
  }
  hold(new Set(state.invitations.map((i) => i.from)).size === state.invitations.length, 'a seat has one invitation out');
  hold(state.phase === 'bilateral' || state.invitations.length === 0, 'invitations end with their slot');
  hold(new Set(state.ready).size === state.ready.length, 'a seat is ready once');
  hold((state.status === 'ended') === (state.ending !== null), 'an ended match has an ending, a running one has none');
  hold(state.history.every((record, i) => record.round === i + 1), 'rounds close in order');
}
