/** Turns a code of the rules into a sentence: `ns.key` finds the text, and ids among its parameters become names of the reader's language. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listsOf, numbersOf } from './formats.ts';

export type Translate = (key: string, params?: Record<string, unknown>) => string;
export type Param = string | number | boolean | null | undefined | readonly (string | number)[];
export type Params = Readonly<Record<string, Param>>;
/** Namespaces whose name is the first part of a news code; refusals and terms are asked for by their own methods. */
const CODED = new Set(['table', 'fold']);

const SEATS = new Set(['seat', 'seats', 'by', 'from', 'to', 'provoker', 'giver', 'givers', 'receiver', 'receivers', 'target', 'partner', 'a', 'b', 'author']);
/** Parameter name -> key of the name of such an id. */
const NAMES: Readonly<Record<string, (id: string) => string>> = {
  clause: (id) => `scenario:clause.${id}.name`, clauses: (id) => `scenario:clause.${id}.name`, dropped: (id) => `scenario:clause.${id}.name`,
  action: (id) => `scenario:action.${id}.name`, actions: (id) => `scenario:action.${id}.name`,
  level: (id) => `scenario:level.${id}`, drawn: (id) => `scenario:level.${id}`, event: (id) => `scenario:event.${id}.name`, story: (id) => `scenario:event.${id}.text`, outcome: (id) => outcomeKey(id), mandate: (id) => `scenario:mandate.${id}`,
  category: (id) => `scenario:category.${id}`, scenario: (id) => `scenario:scenario.${id}.title`, mode: (id) => `scenario:mode.${id}`,
  office: (id) => `scenario:office.${id}`, theme: (id) => `scenario:linkage.${id}`, tier: (id) => `ui:tier.${id}`, phase: (id) => `ui:phase.${id}`, reasons: (id) => `ui:reason.${id}`, reason: (id) => `ui:reason.${id}`,
};

/** `event.option`: an answer to an event, in the event's own words. */
function outcomeKey(id: string): string {
  const [event = '', option = ''] = id.split('.');
  return `scenario:event.${event}.option.${option}`;
}

/** The parameters with every id replaced by its name; lists are joined as the language joins them. */
export function namesIn(translate: Translate, language: string, params: Params): Record<string, string | number> {
  const lists = listsOf(language);
  const numbers = numbersOf(language);
  const say = (name: string, id: string | number): string => {
    const key = SEATS.has(name) ? `scenario:seat.${id}.the` : NAMES[name]?.(String(id));
    const said = key === undefined ? String(id) : translate(key);
    // A key that comes back as itself has no text: the bare id is then the more honest word.
    if (key === undefined || (said !== key && said !== key.slice(key.indexOf(':') + 1))) return said;
    return name === 'action' ? say('event', id) : String(id); // SI-1: what provoked a crisis may be an event instead of an act
  };
  const value = (name: string, param: Param): string | number => {
    if (Array.isArray(param)) return lists.format((param as readonly (string | number)[]).map((id) => say(name, id)));
    if (typeof param === 'number') return name === 'count' ? param : name in NAMES ? say(name, param) : numbers.format(param).replace('-', '−');
    // Refusals carry plain values only: their lists of seats come as one string.
    if ((SEATS.has(name) || name in NAMES) && typeof param === 'string' && /[ ,]/.test(param)) return lists.format(param.split(/[ ,]+/).map((id) => say(name, id)));
    return param === null || param === undefined ? '' : say(name, String(param));
  };
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, value(name, param)]));
}

/** Sentences begin with a capital, also where they open with a name whose article is small elsewhere. */
export const capitalised = (text: string): string => text.replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, first: string) => before + first.toUpperCase());

export interface Sentence {
  /** News: `table.signed`, `fold.brink`; an unknown code reads as itself rather than as nothing. */
  (code: string, params?: Params): string;
  readonly refusal: (code: string, params?: Params) => string;
  readonly term: (code: string, params?: Params) => string;
  readonly seat: (id: string) => string;
  readonly seats: (ids: readonly string[]) => string;
  readonly list: (words: readonly string[]) => string;
}

export function speaker(translate: Translate, language: string): Sentence {
  const lists = listsOf(language);
  const seat = (id: string): string => translate(`scenario:seat.${id}.name`);
  const list = (words: readonly string[]): string => lists.format(words);
  const say = (namespace: string, key: string, params: Params): string => translate(`${namespace}:${key}`, namesIn(translate, language, params));
  const news = (code: string, params: Params = {}): string => {
    const dot = code.indexOf('.');
    const namespace = code.slice(0, dot);
    return capitalised(CODED.has(namespace) ? say(namespace, code.slice(dot + 1), params) : say('table', code, params));
  };
  return Object.assign(news, {
    refusal: (code: string, params: Params = {}) => capitalised(say('refusals', code, params)),
    term: (code: string, params: Params = {}) => say('terms', code, params),
    seat, list, seats: (ids: readonly string[]) => list(ids.map(seat)),
  });
}

/** The sentences of the reader's language; changes only when the language does. */
export function useSentence(): Sentence {
  const { t, i18n } = useTranslation();
  return useMemo(() => speaker(t as unknown as Translate, i18n.language), [t, i18n.language]);
}
