/** How panels speak: every id a panel shows becomes words of the reader's language here, and nowhere else. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineDraft, Refusal } from '../../../shared/src/model/commands.ts';
import { namesIn } from '../i18n/sentence.ts';

export type Say = (key: string, params?: Record<string, unknown>) => string;
export interface Speech {
  readonly language: string;
  /** A key of the panels namespace, or `namespace:key`. */
  readonly t: Say;
  readonly has: (key: string) => boolean;
  readonly num: (value: number) => string;
  /** With its sign, a true minus and never "-0". */
  readonly signed: (value: number) => string;
  readonly list: (words: readonly string[]) => string;
  readonly seat: (id: string) => string;
  readonly seats: (ids: readonly string[]) => string;
  readonly clause: (id: string) => string;
  readonly action: (id: string) => string;
  /** One line of a text as a sentence that names who gives and who receives. */
  readonly line: (line: Pick<LineDraft, 'clause' | 'givers' | 'receivers'>) => string;
  /** How a clause falls due: at once, in so many tranches, or as a standing duty. */
  readonly when: (spec: { readonly when: string; readonly tranches: number }) => string;
  readonly refusal: (refusal: Pick<Refusal, 'code' | 'params'>) => string;
}

export function speak(translate: Say, has: (key: string) => boolean, language: string): Speech {
  const numbers = new Intl.NumberFormat(language);
  const signs = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const t: Say = (key, params) => translate(key, { ...params, interpolation: { escapeValue: false } });
  const seat = (id: string): string => t(`scenario:seat.${id}.name`);
  const seats = (ids: readonly string[]): string => lists.format(ids.map(seat));
  const inText = (ids: readonly string[]): string => lists.format(ids.map((id) => t(`scenario:seat.${id}.the`)));
  return {
    language, t, has,
    num: (value) => numbers.format(value),
    signed: (value) => signs.format(value).replace('-', '−'),
    list: (words) => lists.format(words),
    seat, seats,
    clause: (id) => t(`scenario:clause.${id}.name`),
    action: (id) => t(`scenario:action.${id}.name`),
    line: (line) => capital(t(`scenario:clause.${line.clause}.text`, { givers: inText(line.givers), receivers: inText(line.receivers) })),
    when: (spec) => (spec.when === 'P' ? t('when.P', { count: spec.tranches, number: numbers.format(spec.tranches) }) : t(`scenario:when.${spec.when}`)),
    refusal: (refusal) => t(`refusals:${refusal.code}`, namesIn(translate, language, refusal.params)),
  };
}

/** A sentence may open with a name whose article is small elsewhere. */
const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The speech of the reader's language; changes only when the language does. */
export function useSpeech(): Speech {
  const { t, i18n } = useTranslation(['panels', 'scenario', 'refusals', 'table', 'fold', 'terms']);
  return useMemo(() => speak(t as unknown as Say, (key) => i18n.exists(key), i18n.language), [t, i18n, i18n.language]);
}
