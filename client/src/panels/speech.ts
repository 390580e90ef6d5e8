/** How panels speak: every id a panel shows becomes words of the reader's language here, and nowhere else. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineDraft, NewsItem, Refusal, Term } from '@concert/shared';
import { numbersOf, signsOf } from '../i18n/formats.ts';
import { capitalised, speaker } from '../i18n/sentence.ts';
import type { Translate } from '../i18n/sentence.ts';

export interface Speech {
  readonly language: string;
  /** A key of the panels namespace, or `namespace:key`. */
  readonly t: Translate;
  readonly has: (key: string) => boolean;
  readonly num: (value: number) => string;
  /** With its sign, a true minus and never "-0". */
  readonly signed: (value: number) => string;
  readonly list: (words: readonly string[]) => string;
  readonly seat: (id: string) => string;
  readonly seats: (ids: readonly string[]) => string;
  /** Names on their own, as labels carry them. */
  readonly names: (ids: readonly string[]) => string;
  readonly clause: (id: string) => string;
  readonly action: (id: string) => string;
  /** One line of a text as a sentence that names who gives and who receives. */
  readonly line: (line: Pick<LineDraft, 'clause' | 'givers' | 'receivers'>) => string;
  /** How a clause falls due: at once, in so many tranches, or as a standing duty. */
  readonly when: (spec: { readonly when: string; readonly tranches: number }) => string;
  readonly refusal: (refusal: { readonly code: string; readonly params: Refusal['params'] }) => string;
  readonly news: (item: Pick<NewsItem, 'code' | 'params'>) => string;
  readonly term: (term: Term) => string;
}

export function speak(translate: Translate, has: (key: string) => boolean, language: string): Speech {
  const numbers = numbersOf(language);
  const signs = signsOf(language);
  const sentence = speaker(translate, language);
  // Seats inside a sentence take the article of their language.
  const seat = (id: string): string => translate(`scenario:seat.${id}.the`);
  const seats = (ids: readonly string[]): string => sentence.list(ids.map(seat));
  return {
    language, t: translate, has,
    num: (value) => numbers.format(value),
    signed: (value) => signs.format(value).replace('-', '−'),
    list: sentence.list, seat, seats, names: sentence.seats,
    clause: (id) => translate(`scenario:clause.${id}.name`),
    // SI-1: what provoked a crisis may be an event instead of an act.
    action: (id) => { const said = translate(`scenario:action.${id}.name`); return said.endsWith(`action.${id}.name`) ? translate(`scenario:event.${id}.name`) : said; },
    line: (line) => capitalised(translate(`scenario:clause.${line.clause}.text`, { givers: seats(line.givers), receivers: seats(line.receivers) })),
    when: (spec) => (spec.when === 'P' ? translate('when.P', { count: spec.tranches, number: numbers.format(spec.tranches) }) : translate(`scenario:when.${spec.when}`)),
    refusal: ({ code, params }) => sentence.refusal(code, params),
    news: ({ code, params }) => sentence(code, params),
    term: ({ code, params }) => capitalised(sentence.term(code, params)),
  };
}
/** The speech of the reader's language; changes only when the language does. */
export function useSpeech(): Speech {
  const { t, i18n } = useTranslation('panels');
  return useMemo(() => speak(t as unknown as Translate, (key) => i18n.exists(key), i18n.language), [t, i18n]);
}
