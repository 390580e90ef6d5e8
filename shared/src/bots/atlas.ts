/** What a bot looks up all the time in the open scenario, by place instead of by name; made once a scenario. */
import type { SeatId } from '../model/ids.ts';
import type { PublicScenario } from '../scenario/public.ts';

export type Clause = PublicScenario['clauses'][number];
export type Act = PublicScenario['actions'][number];
export type Seat = PublicScenario['seats'][number];

export interface Atlas {
  readonly seats: readonly SeatId[];
  readonly place: ReadonlyMap<SeatId, number>;
  readonly spec: ReadonlyMap<SeatId, Seat>;
  readonly clauses: readonly Clause[];
  readonly clauseAt: ReadonlyMap<string, number>;
  readonly acts: ReadonlyMap<string, Act>;
  readonly powers: readonly SeatId[];
  readonly packages: readonly { readonly id: string; readonly clauses: ReadonlySet<string> }[];
  /** Clauses that could be agreed between each two seats alone, by place * seats + place. */
  readonly between: Uint8Array;
  /** By clause: what giving it costs a seat, guessed from what everybody can read in it. */
  readonly guessedCost: Float64Array;
  /** By clause: a promise to the proliferator alone that nobody can verify: an assurance. A red line: what fixes the level of the powers. */
  readonly assures: Uint8Array;
  readonly redLine: Uint8Array;
  /** What an oral or vague word of each clause may hide: nobody can look. */
  readonly unseen: Uint8Array;
}

const atlases = new WeakMap<PublicScenario, Atlas>();

export function atlasOf(scenario: PublicScenario): Atlas {
  let atlas = atlases.get(scenario);
  if (!atlas) atlases.set(scenario, (atlas = draw(scenario)));
  return atlas;
}

function draw(scenario: PublicScenario): Atlas {
  const seats = scenario.seats.map((seat) => seat.id);
  const between = new Uint8Array(seats.length * seats.length);
  for (const [i, a] of seats.entries()) {
    for (const [j, b] of seats.entries()) if (i !== j) between[i * seats.length + j] = scenario.clauses.filter((clause) => fitsTwo(clause, a, b)).length;
  }
  return {
    seats, between,
    place: new Map(seats.map((seat, i) => [seat, i])),
    spec: new Map(scenario.seats.map((seat) => [seat.id, seat])),
    clauses: scenario.clauses,
    clauseAt: new Map(scenario.clauses.map((clause, i) => [clause.id, i])),
    acts: new Map(scenario.actions.map((act) => [act.id, act])),
    powers: scenario.seats.filter((seat) => seat.kind === 'power').map((seat) => seat.id),
    packages: scenario.packages.map(({ id, clauses }) => ({ id, clauses: new Set(clauses) })),
    guessedCost: Float64Array.from(scenario.clauses, ({ giver, receiver, effect }) => (giver.mode === 'all' || receiver.mode === 'eachOther' ? 2 : 3) - 2 * (effect.pro ?? 0)),
    assures: Uint8Array.from(scenario.clauses, ({ giver, receiver, obs }) => (obs <= 1 && receiver.seats.length === 1 && receiver.seats[0] === scenario.proliferator && !giver.seats.includes(scenario.proliferator) ? 1 : 0)),
    redLine: Uint8Array.from(scenario.clauses, ({ effect }) => (effect.fixesRedLine === undefined ? 0 : 1)),
    unseen: Uint8Array.from(scenario.clauses, (clause) => (clause.obs <= 1 ? 1 : 0)),
  };
}

/** PR-3: a clause that two seats can agree on alone, from either side. */
function fitsTwo(clause: Clause, a: SeatId, b: SeatId): boolean {
  const two = [a, b];
  const side = (party: Clause['giver'], others: readonly SeatId[]): boolean => {
    switch (party.mode) {
      case 'oneOf': return party.seats.some((seat) => two.includes(seat) && !others.includes(seat));
      case 'each': case 'joint': return party.seats.length > 0 && party.seats.every((seat) => two.includes(seat));
      case 'eachOther': return others.length > 0 || party.seats.every((seat) => two.includes(seat));
      default: return false;
    }
  };
  if ((clause.needsSigners ?? []).some((seat) => !two.includes(seat)) || !side(clause.giver, [])) return false;
  return side(clause.receiver, clause.giver.seats.filter((seat) => two.includes(seat)));
}
