/** Cross references of a scenario: every id exists, every sum is right, every clause and mandate can be reached. */
import { allPairs, pairKey } from '../model/pairs.ts';
import type { ScenarioProblem } from './load.ts';
import { checkHappening } from './happenings.ts';
import type { ActionSpec, ClauseSpec, EventSpec, MandateTest, PartySpec, Scenario } from './schema.ts';

export type Report = (path: string, message: string) => void;
export interface Known { readonly seats: ReadonlySet<string>; readonly clauses: ReadonlySet<string>; readonly actions: ReadonlySet<string>; readonly categories: ReadonlySet<string>; readonly mandates: ReadonlySet<string>; readonly events: ReadonlySet<string> }

export const need = (report: Report, known: ReadonlySet<string>, what: string) => (path: string, ids: string | readonly string[] | undefined): void => {
  for (const id of typeof ids === 'string' ? [ids] : ids ?? []) if (!known.has(id)) report(path, `no ${what} has the id ${id}`);
};

function unique(report: Report, path: string, list: readonly { readonly id: string }[]): void {
  list.forEach((x, i) => { if (list.findIndex((y) => y.id === x.id) !== i) report(`${path}[${i}].id`, `${x.id} is used twice`); });
}

function checkSeats(scenario: Scenario, known: Known, report: Report): void {
  const seat = need(report, known.seats, 'seat');
  seat('$.chair', scenario.chair);
  seat('$.proliferator', scenario.proliferator ?? undefined);
  seat('$.objection.gainFrom', scenario.objection?.gainFrom);
  scenario.allies.forEach((pair, i) => seat(`$.allies[${i}]`, pair));
  scenario.patrons.forEach((link, i) => seat(`$.patrons[${i}]`, [link.patron, link.client]));
  const shares = scenario.seats.map((s) => s.pow ?? 0).reduce((a, b) => a + b, 0);
  if (shares !== 100) report('$.seats', `the powers' shares (pow) sum to ${shares}, not to 100`);
  scenario.seats.forEach((s, i) => {
    if ((s.kind === 'power') !== (s.pow !== null)) report(`$.seats[${i}].pow`, 'a power has a share, a regional seat has none');
    need(report, known.mandates, 'mandate')(`$.seats[${i}].mandates`, s.mandates);
  });
  const pairs = new Set(allPairs(scenario).map(([a, b]) => pairKey(scenario, a, b)));
  for (const pair of pairs) if (scenario.trust[pair] === undefined) report('$.trust', `the pair ${pair} is missing`);
  for (const key of Object.keys(scenario.trust)) if (!pairs.has(key)) report(`$.trust["${key}"]`, 'is no pair of seats in scenario order');
  if (scenario.roundLabels.length !== scenario.rounds) report('$.roundLabels', `needs ${scenario.rounds} labels, one a round`);
}

function checkParty(path: string, party: PartySpec, giver: PartySpec | null, known: Known, report: Report): void {
  need(report, known.seats, 'seat')(`${path}.seats`, party.seats);
  // Every mode lists its candidates, so that no reader has to derive them.
  if (party.seats.length === 0) report(`${path}.seats`, 'names nobody who could stand there');
  if (party.mode === 'all' && party.seats.length !== known.seats.size) report(`${path}.seats`, 'must list all seats');
  if (giver === null) {
    if (party.mode === 'others' || party.mode === 'eachOther') report(`${path}.mode`, `${party.mode} is for receivers only`);
  } else if (party.mode === 'eachOther') {
    if (party.seats.length < 2 || party.seats.join() !== giver.seats.join()) report(`${path}.seats`, 'must be the givers themselves, two or more');
  } else if (party.mode === 'others' ? party.seats.some((s) => giver.seats.includes(s)) : party.seats.every((s) => giver.seats.includes(s))) {
    report(`${path}.seats`, 'leaves nobody to receive beside the giver');
  }
}

function checkClause(path: string, clause: ClauseSpec, known: Known, report: Report): void {
  const seat = need(report, known.seats, 'seat');
  const action = need(report, known.actions, 'action');
  checkParty(`${path}.giver`, clause.giver, null, known, report);
  checkParty(`${path}.receiver`, clause.receiver, clause.giver, known, report);
  need(report, known.clauses, 'clause')(`${path}.pairs`, clause.pairs);
  seat(`${path}.needsSigners`, clause.needsSigners);
  for (const id of known.seats) if (clause.values[id] === undefined) report(`${path}.values`, `no value for ${id}`);
  seat(`${path}.values`, Object.keys(clause.values));
  if (clause.when === 'F' && clause.tranches !== 1) report(`${path}.tranches`, 'a front-loaded clause has one tranche');
  if (clause.when === 'C' && clause.tranches !== 2) report(`${path}.tranches`, 'a continuing clause has two: first performance and end (CO-4)');
  if (clause.rider) {
    action(`${path}.rider.action`, clause.rider.action);
    need(report, known.clauses, 'clause')(`${path}.rider.unless`, clause.rider.unless);
  }
  action(`${path}.effect.fixesRedLine`, Object.keys(clause.effect.fixesRedLine ?? {}));
  clause.brokenBy.forEach((act, i) => {
    action(`${path}.brokenBy[${i}].action`, act.action);
    seat(`${path}.brokenBy[${i}]`, [...(act.by ?? []), ...(act.with ?? [])]);
  });
}

function checkAction(path: string, spec: ActionSpec, known: Known, report: Report): void {
  const seat = need(report, known.seats, 'seat');
  seat(`${path}.who`, spec.who);
  if (spec.who.length === 0) report(`${path}.who`, 'nobody may take it');
  if (spec.joint) {
    seat(`${path}.joint`, [spec.joint.leader, ...spec.joint.partners]);
    for (const id of [spec.joint.leader, ...spec.joint.partners]) if (!spec.who.includes(id)) report(`${path}.who`, `${id} takes part in the joint act but may not choose it`);
  }
  spec.trust.forEach((change, i) => {
    if (change.a === 'seat') seat(`${path}.trust[${i}].aSeat`, change.aSeat ?? '(none)');
    if (change.b === 'seat') seat(`${path}.trust[${i}].bSeat`, change.bSeat ?? '(none)');
    if ((change.a === 'partner' || change.b === 'partner') && !spec.joint) report(`${path}.trust[${i}]`, 'speaks of a partner, but the act is not joint');
    if (change.b === 'target' && spec.target === undefined) report(`${path}.trust[${i}]`, 'speaks of a target, but the act has none');
  });
  seat(`${path}.others`, spec.others.map((other) => other.seat));
  if (Array.isArray(spec.target)) seat(`${path}.target`, spec.target);
  if (spec.provocation && Array.isArray(spec.provocation.victims)) seat(`${path}.provocation.victims`, spec.provocation.victims);
  if (spec.provocation?.victims === 'target' && spec.target === undefined) report(`${path}.provocation.victims`, 'is the target, but the act has none');
  need(report, known.clauses, 'clause')(`${path}.proWhen.reversing`, spec.proWhen?.reversing);
}

function checkEvent(path: string, event: EventSpec, scenario: Scenario, known: Known, report: Report): void {
  const seat = need(report, known.seats, 'seat');
  const action = need(report, known.actions, 'action');
  if ('round' in event && event.round > scenario.rounds) report(`${path}.round`, 'is after the last round');
  if (event.kind === 'administrationChange') seat(`${path}.seat`, event.seat);
  if (event.kind === 'cabinetChange') {
    seat(`${path}.seat`, [event.seat, ...event.trust.map((t) => t.with)]);
    need(report, known.clauses, 'clause')(`${path}.clauseCost`, Object.keys(event.clauseCost));
  }
  if (event.kind === 'exerciseShelling') {
    action(path, [event.after, event.action]);
    seat(path, [event.actor, ...event.remedySeats]);
  }
  if (event.kind === 'happening') checkHappening(path, event, scenario, known, report);
  if (event.kind === 'window') need(report, known.categories, 'category')(`${path}.category`, event.category);
  if (event.kind === 'powerShift') {
    seat(`${path}.shift`, Object.keys(event.shift));
    const sum = Object.values(event.shift).reduce((a, b) => a + b, 0);
    if (sum !== 0) report(`${path}.shift`, `moves the sum of shares by ${sum}`);
  }
}

function checkMandate(path: string, test: MandateTest, scenario: Scenario, known: Known, report: Report): void {
  const clause = need(report, known.clauses, 'clause');
  const seat = need(report, known.seats, 'seat');
  /** A mandate that asks a seat for a clause it can never give could never be met. */
  const givable = (id: string, giver: string | undefined): void => {
    const spec = scenario.clauses.find((c) => c.id === id);
    if (giver !== undefined && spec && !spec.giver.seats.includes(giver)) report(path, `${giver} is no possible giver of ${id}`);
  };
  switch (test.is) {
    case 'all': case 'any': test.of.forEach((t, i) => checkMandate(`${path}.of[${i}]`, t, scenario, known, report)); break;
    case 'not': checkMandate(`${path}.of`, test.of, scenario, known, report); break;
    case 'performed': clause(`${path}.clause`, test.clause); seat(`${path}.giver`, test.giver); givable(test.clause, test.giver); break;
    case 'inForce': case 'adoptedWritten': clause(`${path}.clause`, test.clause); break;
    case 'notBefore': clause(path, [test.first, test.clause]); seat(`${path}.giver`, test.giver); givable(test.first, test.giver); break;
    case 'packageBy': need(report, known.categories, 'category')(`${path}.category`, test.category); break;
    case 'usedAction':
      need(report, known.actions, 'action')(`${path}.action`, test.action);
      if (!scenario.actions.some((a) => a.id === test.action && a.who.includes(test.seat))) report(path, `${test.seat} may not take ${test.action}`);
      break;
    case 'consentedAlways': seat(`${path}.seat`, test.seat); break;
    case 'tensionBelow': case 'proNeverBelowStart': case 'suspendedAtMost': break;
    default: test satisfies never;
  }
}

function checkStanding(path: string, entry: NonNullable<Scenario['standing']>[number], scenario: Scenario, known: Known, report: Report): void {
  need(report, known.clauses, 'clause')(`${path}.clause`, entry.clause);
  need(report, known.seats, 'seat')(path, [...(entry.givers ?? []), ...(entry.receivers ?? [])]);
  const clause = scenario.clauses.find((spec) => spec.id === entry.clause);
  if (!clause) return;
  for (const giver of entry.givers ?? []) if (!clause.giver.seats.includes(giver)) report(`${path}.givers`, `${giver} may not give ${clause.id}`);
  const owed = clause.when === 'C' ? 1 : clause.tranches;
  if (entry.given > owed) report(`${path}.given`, `${clause.id} has only ${owed} tranches`);
  if (entry.given < owed && entry.due === undefined) report(`${path}.due`, 'is needed where something is still owed');
  if (scenario.standing?.filter((other) => other.clause === entry.clause).length !== 1) report(path, `${entry.clause} stands twice`);
}

/** Everything that points to something that is not there, or adds up wrongly. */
export function referenceProblems(scenario: Scenario): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const report: Report = (path, message) => { problems.push({ path, message }); };
  const of = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map((x) => x.id));
  const known: Known = { seats: of(scenario.seats), clauses: of(scenario.clauses), actions: of(scenario.actions), mandates: of(scenario.mandates), events: of(scenario.events), categories: new Set(scenario.clauses.map((c) => c.category)) };
  for (const name of ['seats', 'clauses', 'actions', 'events', 'packages', 'mandates'] as const) unique(report, `$.${name}`, scenario[name]);
  checkSeats(scenario, known, report);
  scenario.clauses.forEach((clause, i) => checkClause(`$.clauses[${i}]`, clause, known, report));
  scenario.actions.forEach((spec, i) => checkAction(`$.actions[${i}]`, spec, known, report));
  scenario.events.forEach((event, i) => checkEvent(`$.events[${i}]`, event, scenario, known, report));
  scenario.packages.forEach((row, i) => need(report, known.clauses, 'clause')(`$.packages[${i}].clauses`, row.clauses));
  scenario.mandates.forEach((mandate, i) => {
    need(report, known.seats, 'seat')(`$.mandates[${i}].seat`, mandate.seat);
    if (!scenario.seats.some((s) => s.id === mandate.seat && s.mandates.includes(mandate.id))) report(`$.mandates[${i}]`, 'is not among the mandates of its seat');
    checkMandate(`$.mandates[${i}].test`, mandate.test, scenario, known, report);
  });
  scenario.standing?.forEach((entry, i) => checkStanding(`$.standing[${i}]`, entry, scenario, known, report));
  const placed = new Set([...known.seats, ...known.clauses, ...known.actions, ...known.events]);
  need(report, placed, 'seat, clause, action or event')('$.places', Object.keys(scenario.places));
  return problems;
}
