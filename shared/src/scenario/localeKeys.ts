/** The words a scenario needs in every language: one key for each name, sentence and explanation the screens print. */
import type { ScenarioProblem } from './load.ts';
import type { Scenario } from './schema.ts';

/** Language code -> keys its `scenario` texts have. */
export type LocaleKeys = Readonly<Record<string, ReadonlySet<string>>>;

const each = (ids: readonly (string | number)[], prefix: string, parts: readonly string[]): string[] =>
  ids.flatMap((id) => parts.map((part) => (part === '' ? `${prefix}.${id}` : `${prefix}.${id}.${part}`)));
const ids = (list: readonly { readonly id: string }[]): string[] => list.map((x) => x.id);

/** Cabinets the scenario can have: those at the start and those an event brings. */
const cabinets = (scenario: Scenario): string[] => [...new Set([
  ...scenario.seats.flatMap((seat) => (seat.cabinet === null ? [] : [seat.cabinet])),
  ...scenario.events.flatMap((event) => (event.kind === 'cabinetChange' ? [event.cabinet] : [])),
])];

/** EV-2, BU-2: what may be done about a happening, and the words of every answer it takes. */
function answers(scenario: Scenario): string[] {
  return scenario.events.flatMap((event) => {
    if (event.kind !== 'happening') return [];
    const choices = event.choices ?? [];
    const remedied = event.bud !== undefined || event.effects.some((effect) => effect.do === 'findCovert') || choices.some((choice) => choice.by === 'remedy' || choice.by === 'option' || (choice.by === 'vote' && choice.healedBy));
    const options = choices.flatMap((choice) => (choice.by === 'option' ? ids(choice.options) : choice.by === 'vote' ? choice.options : choice.by === 'bid' ? Array.from({ length: choice.highest + 1 }, (_, i) => String(i)) : []));
    return [...(remedied ? [`event.${event.id}.remedy`] : []), ...options.map((option) => `event.${event.id}.option.${option}`)];
  });
}

export function scenarioLocaleKeys(scenario: Scenario): string[] {
  return [
    ...each([scenario.id], 'scenario', ['title', 'short', 'summary']),
    ...each(ids(scenario.seats), 'seat', ['name', 'the', 'long', 'code', 'adjective', 'capital', 'brief']),
    ...each([...new Set(scenario.seats.map((seat) => seat.bloc))], 'bloc', ['']),
    ...each(cabinets(scenario), 'cabinet', ['', 'help']),
    ...each([...new Set(scenario.clauses.map((clause) => clause.category))], 'category', ['', 'help']),
    ...each(ids(scenario.clauses), 'clause', ['name', 'text', 'help']),
    ...each(ids(scenario.actions), 'action', ['name', 'text']),
    ...each(ids(scenario.events), 'event', ['name', 'text']),
    // What a seat may do about an event, where the event gives it a remedy (EV-2).
    ...each(scenario.events.filter((event) => event.kind === 'administrationChange' || event.kind === 'exerciseShelling').map((event) => event.id), 'event', ['remedy']),
    ...answers(scenario),
    ...each(ids(scenario.mandates), 'mandate', ['', 'text']),
    ...each(ids(scenario.packages), 'package', ['name']),
    ...each(ids(scenario.offices ?? []), 'office', ['', 'does']),
    ...scenario.roundLabels.flatMap((label) => [label, `${label}.help`]),
    ...each([0, 1, 2, 3, 4], 'level', ['', 'help']),
    ...each(['WRITTEN', 'ORAL'], 'mode', ['', 'help']),
    ...each(['R', 'S', 'I'], 'rev', ['', 'help']), ...each([0, 1, 2, 3], 'obs', ['']), ...each(['F', 'P', 'C'], 'when', ['', 'help']),
  ];
}

/** Keys missing in one of the languages. */
export function languageProblems(scenario: Scenario, languages: LocaleKeys): ScenarioProblem[] {
  const needed = scenarioLocaleKeys(scenario);
  return Object.entries(languages).flatMap(([language, keys]) =>
    needed.filter((key) => !keys.has(key)).map((key) => ({ path: `${language}/scenario.json["${key}"]`, message: 'this text is missing' })));
}
