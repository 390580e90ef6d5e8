/** What a seat plays for beside the clauses: its mandate and its core-interest card (SC-4), as worth of the clauses they name. */
import type { MandateTest } from '../scenario/schema.ts';
import type { Sense } from './sense.ts';
import type { Mind } from './types.ts';

/** A mandate and a card are national points; in clause value about this much, shared by the clauses that lead there. */
const MANDATE = 8;
const CARD = 4;

/** Writes the worth of each clause for the own aims into the figures. */
export function aimsOf(mind: Mind, sense: Sense): void {
  const test = mandateTest(mind);
  if (test) weigh(mind, sense, test, MANDATE);
  for (const card of mind.me.cards) if (card.kind === 'core' && card.clause !== undefined && !done(mind, card.clause)) add(sense, card.clause, CARD);
}

/** The own mandate as everybody may read it in the rules; whose it is stays secret. */
export function mandateTest(mind: Pick<Mind, 'scenario' | 'me'>): MandateTest | null {
  const { mandate } = mind.me;
  return mandate === null ? null : (mind.scenario.mandates.find((each) => each.id === mandate)?.test ?? null);
}

function add(sense: Sense, clause: string, worth: number): void {
  const at = sense.atlas.clauseAt.get(clause);
  if (at !== undefined) sense.aim[at] = (sense.aim[at] ?? 0) + worth;
}
const anyOf = (mind: Mind, clause: string, ok: (state: string, performed: boolean) => boolean): boolean => {
  for (const id in mind.view.commitments) {
    const c = mind.view.commitments[id];
    if (c?.clause === clause && ok(c.state, c.tranches.some((tranche) => tranche.state === 'performed'))) return true;
  }
  return false;
};
const done = (mind: Mind, clause: string): boolean => anyOf(mind, clause, (state, performed) => performed && state !== 'reversed');
const adopted = (mind: Mind, clause: string): boolean => anyOf(mind, clause, (state) => state !== 'superseded');

function weigh(mind: Mind, sense: Sense, test: MandateTest, worth: number): void {
  switch (test.is) {
    case 'all':
      for (const part of test.of) weigh(mind, sense, part, worth / Math.max(1, test.of.length));
      return;
    case 'any':
      // One way is enough: half of the worth on each, so that the easier one is taken.
      for (const part of test.of) weigh(mind, sense, part, test.of.length > 1 ? worth * 0.6 : worth);
      return;
    case 'not':
      return weigh(mind, sense, test.of, -worth);
    case 'performed':
      return done(mind, test.clause) ? undefined : add(sense, test.clause, worth);
    case 'inForce':
      return anyOf(mind, test.clause, (state) => state === 'performed' || state === 'unverifiable') ? undefined : add(sense, test.clause, worth);
    case 'adoptedWritten':
      return adopted(mind, test.clause) ? undefined : add(sense, test.clause, worth);
    case 'notBefore':
      if (!(test.event === 'adopted' ? adopted(mind, test.clause) : done(mind, test.clause)) && !done(mind, test.first)) add(sense, test.first, -worth);
      return;
    case 'packageBy':
      if (mind.view.table.round <= test.round) for (const clause of sense.atlas.clauses) if (clause.category === test.category) add(sense, clause.id, worth / 3);
      return;
    case 'usedAction': case 'tensionBelow': case 'proNeverBelowStart': case 'suspendedAtMost': case 'consentedAlways':
      return; // acts, not clauses: see `actions.ts` and `crisis.ts`
    default:
      return test satisfies never;
  }
}
