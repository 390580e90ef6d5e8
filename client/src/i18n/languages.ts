/** The languages of the game, each under its own name. */
export const LANGUAGES = [{ id: 'en', name: 'English', locale: 'en-GB' }, { id: 'zh', name: '中文', locale: 'zh-CN' }] as const;
export type Language = (typeof LANGUAGES)[number]['id'];
export const isLanguage = (id: string): id is Language => LANGUAGES.some((language) => language.id === id);

/** What was chosen here before, else the browser's wish, else English; `?lang=` wins for links and pictures. */
export function firstLanguage(search: string, stored: string | null, wishes: readonly string[]): Language {
  const wanted = [new URLSearchParams(search).get('lang'), stored, ...wishes.map((wish) => wish.slice(0, 2))];
  return wanted.find((id): id is Language => id !== null && isLanguage(id)) ?? 'en';
}
