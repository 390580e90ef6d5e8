/** Ids of a lesson that its scenario does not have, and moments that never come. */
import type { Scenario } from '../scenario/schema.ts';
import type { Condition, TextTest, Tutorial } from './schema.ts';

/** Everything wrong with a lesson, as sentences with a path; none if it is sound. */
export function tutorialProblems(tutorial: Tutorial, scenario: Scenario | undefined): string[] {
  if (!scenario) return [`$.scenario: there is no scenario ${tutorial.scenario}`];
  const problems: string[] = [];
  const seats = new Set(scenario.seats.map((seat) => seat.id));
  const clauses = new Set(scenario.clauses.map((clause) => clause.id));
  const seat = (path: string, id: string | undefined): void => { if (id !== undefined && id !== 'player' && id !== 'all' && !seats.has(id)) problems.push(`${path}: no seat has the id ${id}`); };
  const clause = (path: string, id: string | undefined): void => { if (id !== undefined && !clauses.has(id)) problems.push(`${path}: no clause has the id ${id}`); };
  const text = (path: string, test: TextTest): void => { seat(path, test.by); for (const line of test.has) clause(path, line.clause); };
  const condition = (path: string, test: Condition): void => {
    switch (test.is) {
      case 'all': case 'any': test.of.forEach((part) => condition(path, part)); break;
      case 'not': condition(path, test.of); break;
      case 'text': text(path, test.text); seat(path, test.signed); break;
      case 'commitment': case 'tranche': clause(path, test.clause); seat(path, test.giver); break;
      case 'sealed': clause(path, test.clause); break;
      case 'meets': seat(path, test.with); break;
      case 'declared': case 'shown': case 'ended': break;
      default: test satisfies never;
    }
  };
  seat('$.seat', tutorial.seat);
  tutorial.steps.forEach((step, i) => {
    const path = `$.steps[${i}]`;
    if (step.round > scenario.rounds) problems.push(`${path}: there is no round ${step.round}`);
    if (tutorial.steps.findIndex((other) => other.id === step.id) !== i) problems.push(`${path}: the id ${step.id} stands twice`);
    if (step.when) condition(`${path}.when`, step.when);
    if (step.done) condition(`${path}.done`, step.done);
  });
  tutorial.bots.forEach((rule, i) => {
    const path = `$.bots[${i}]`;
    for (const id of rule.seats ?? []) seat(path, id);
    if (rule.text) text(path, rule.text);
    if (rule.act.do === 'invite') seat(path, rule.act.to);
    if (rule.act.do === 'propose') for (const line of rule.act.lines) { clause(path, line.clause); for (const id of [...line.givers ?? [], ...line.receivers ?? []]) seat(path, id); }
    if (rule.act.do === 'choose') for (const id of [...Object.keys(rule.act.dues), ...rule.act.deny]) clause(path, id);
  });
  return problems;
}
