/** Cross references of a happening: every seat, clause, action, category and event it names is there, and its choices can be made. */
import type { EventSpec } from './eventSchema.ts';
import type { Known, Report } from './references.ts';
import type { Scenario } from './schema.ts';

type Happening = Extract<EventSpec, { kind: 'happening' }>;

/** What a field of a trigger, effect or choice names; fields not listed name nothing. */
const NAMES: Readonly<Record<string, keyof Known>> = {
  seat: 'seats', seats: 'seats', a: 'seats', b: 'seats', pair: 'seats', by: 'seats', giver: 'seats', provoker: 'seats', victims: 'seats', must: 'seats', owners: 'seats', chair: 'seats',
  clause: 'clauses', clauses: 'clauses', keptBy: 'clauses', action: 'actions', actions: 'actions', category: 'categories', categories: 'categories', event: 'events', since: 'events',
};
/** Fields whose keys are ids. */
const KEYED: Readonly<Record<string, keyof Known>> = { shift: 'seats', byAction: 'actions' };
const INDICATORS: readonly string[] = ['TEN', 'BLOC', 'CON', 'VAL', 'D', 'CM', 'PRO', 'INST', 'V', 'W'];
const WORDS: Readonly<Record<keyof Known, string>> = { seats: 'seat', clauses: 'clause', actions: 'action', categories: 'category', mandates: 'mandate', events: 'event' };

export function checkHappening(path: string, event: Happening, scenario: Scenario, known: Known, report: Report): void {
  const { id: _id, kind: _kind, ...rest } = event;
  walk(path, rest, known, report);
  for (const round of event.rounds ?? []) if (round > scenario.rounds) report(`${path}.rounds`, 'has a round after the last');
  if (event.rounds === undefined && event.seed === undefined && event.trigger === undefined && event.or === undefined && event.on === undefined) report(path, 'never happens: it has no rounds, seed or trigger, and no rule calls for it');
  if (event.bud && event.trigger === undefined) report(`${path}.bud`, 'grows from a trigger, but there is none');
  event.effects.forEach((effect, i) => {
    if (effect.do === 'requires' && !known.clauses.has(effect.first)) report(`${path}.effects[${i}].first`, `no clause has the id ${effect.first}`);
    if (effect.do === 'power') checkShares(`${path}.effects[${i}].shift`, effect.shift, report);
  });
  (event.choices ?? []).forEach((choice, i) => {
    const at = `${path}.choices[${i}]`;
    if (choice.by === 'remedy' && !choice.pair && choice.least > choice.seats.length) report(`${at}.least`, 'asks for more seats than may pay');
    if ((choice.by === 'vote' && !choice.options.includes(choice.usual)) || (choice.by === 'option' && !choice.options.some((option) => option.id === choice.usual))) report(`${at}.usual`, 'is none of the options');
    if (choice.by === 'bid') for (let result = 0; result <= choice.highest; result += 1) if (!choice.results.some((band) => band.atLeast <= result && result <= band.atMost)) report(`${at}.results`, `says nothing about the result ${result}`);
  });
}

function checkShares(path: string, shift: Readonly<Record<string, number>>, report: Report): void {
  const sum = Object.values(shift).reduce((a, b) => a + b, 0);
  if (sum !== 0) report(path, `moves the sum of shares by ${sum}`);
}

function walk(path: string, part: unknown, known: Known, report: Report): void {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) return part.forEach((each, i) => walk(`${path}[${i}]`, each, known, report));
  if ('is' in part && part.is === 'indicator' && 'key' in part && !INDICATORS.includes(String(part.key))) report(`${path}.key`, `no indicator is called ${String(part.key)}`);
  for (const [field, value] of Object.entries(part)) {
    const keyed = KEYED[field];
    const named = NAMES[field];
    const ids = keyed ? Object.keys(value as object) : named && Array.isArray(value) ? (value as unknown[]) : named ? [value] : [];
    const kind = keyed ?? named;
    // `by` of a choice and `pair` of a remedy are no ids.
    if (kind && !(field === 'by' && !Array.isArray(value)) && typeof value !== 'boolean') for (const id of ids) if (typeof id === 'string' && !known[kind].has(id)) report(`${path}.${field}`, `no ${WORDS[kind]} has the id ${id}`);
    walk(`${path}.${field}`, value, known, report);
  }
}
