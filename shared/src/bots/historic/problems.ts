/** Ids and rounds of positions that their scenario does not have. */
import type { Scenario } from '../../scenario/schema.ts';
import type { Circumstance, Positions } from './schema.ts';

/** Everything wrong with positions, as sentences with a path; none if they are sound. */
export function positionProblems(positions: Positions, scenario: Scenario | undefined): string[] {
  if (!scenario) return [`$.scenario: there is no scenario ${positions.scenario}`];
  const problems: string[] = [];
  const known = {
    seat: new Set(scenario.seats.map((each) => each.id)), clause: new Set(scenario.clauses.map((each) => each.id)), action: new Set(scenario.actions.map((each) => each.id)),
    event: new Set(scenario.events.map((each) => each.id)), text: new Set(positions.texts.map((each) => each.id)),
  };
  const check = (path: string, kind: keyof typeof known, id: unknown): void => { if (typeof id === 'string' && !known[kind].has(id)) problems.push(`${path}: no ${kind} has the id ${id}`); };
  const all = (path: string, kind: keyof typeof known, ids: unknown): void => { if (Array.isArray(ids)) for (const id of ids) check(path, kind, id); };
  const when = (path: string, test: Circumstance): void => {
    if (test.is === 'all' || test.is === 'any') test.of.forEach((part) => when(path, part));
    else if (test.is === 'not') when(path, test.of);
    else {
      const named = test as Readonly<Record<string, unknown>>;
      for (const key of ['with', 'by', 'seat']) check(path, 'seat', named[key]);
      check(path, 'clause', named['clause']); check(path, 'action', named['action']); check(path, 'event', named['event']);
    }
  };
  positions.texts.forEach((text, i) => {
    text.lines.forEach((line, j) => {
      const path = `$.texts[${i}].lines[${j}]`;
      check(path, 'clause', line.clause); all(path, 'seat', line.givers); all(path, 'seat', line.receivers);
      if (line.after !== undefined && !text.lines.slice(0, j).some((other) => other.clause === line.after)) problems.push(`${path}: it waits for ${line.after}, which no earlier line holds`);
    });
  });
  for (const [seat, lists] of Object.entries(positions.seats)) {
    check(`$.seats.${seat}`, 'seat', seat);
    for (const [list, entries] of Object.entries(lists)) (entries as Readonly<Record<string, unknown>>[]).forEach((entry, i) => {
      const path = `$.seats.${seat}.${list}[${i}]`;
      for (const key of ['with', 'target', 'partner']) check(path, 'seat', entry[key]);
      check(path, 'action', entry['action']); check(path, 'clause', entry['clause']); check(path, 'event', entry['event']); check(path, 'text', entry['text']);
      for (const key of ['clauses', 'gives', 'first']) all(path, 'clause', entry[key]);
      const { rounds } = entry as { rounds?: readonly [number, number] };
      if (rounds && (rounds[0] > rounds[1] || rounds[1] > scenario.rounds)) problems.push(`${path}: there are no rounds ${rounds.join(' to ')}`);
      if (entry['when']) when(`${path}.when`, entry['when'] as Circumstance);
    });
  }
  return problems;
}
