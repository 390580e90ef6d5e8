/** Texts: English at hand, other languages loaded when they are chosen; the page's `lang` follows. */
import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, isLanguage, LANGUAGES, type Language } from './languages.ts';

type Texts = Record<string, string>;
const files = import.meta.glob<Texts>('../../../assets/locales/*/*.json', { import: 'default' });
const STORED = 'concert.language';
/** Long texts that many readers never open: fetched by `loadLater` when they are first wanted. */
const LATER: readonly string[] = ['codex', 'debrief', 'pack'];
const namespaceOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

/** The namespaces of one language: those of the start, or the ones named. */
export async function textsOf(language: string, only?: readonly string[]): Promise<Record<string, Texts>> {
  const wanted = (path: string): boolean => path.includes(`/locales/${language}/`) && (only ? only.includes(namespaceOf(path)) : !LATER.includes(namespaceOf(path)));
  const loaded = await Promise.all(Object.entries(files).filter(([path]) => wanted(path)).map(async ([path, load]) => [namespaceOf(path), await load()] as const));
  return Object.fromEntries(loaded);
}

/** Fetches a namespace that does not come with the start, in the reader's language. */
export async function loadLater(texts: I18n, namespace: string, language: string = texts.language): Promise<void> {
  if (texts.hasResourceBundle(language, namespace)) return;
  for (const [name, words] of Object.entries(await textsOf(language, [namespace]))) texts.addResourceBundle(language, name, words);
}

/** An instance with one language loaded; tests make their own. */
export async function createTexts(language: Language): Promise<I18n> {
  const texts = i18next.createInstance();
  await texts.use(initReactI18next).init({
    lng: language, fallbackLng: 'en', supportedLngs: LANGUAGES.map(({ id }) => id), defaultNS: 'ui', ns: ['ui'], keySeparator: false, nsSeparator: ':',
    // React escapes what it prints.
    interpolation: { escapeValue: false }, returnNull: false, resources: { [language]: await textsOf(language) }, react: { useSuspense: false },
  });
  return texts;
}

function tellPage(language: string): void {
  document.documentElement.lang = LANGUAGES.find(({ id }) => id === language)?.locale ?? language;
}

export async function startTexts(): Promise<I18n> {
  const texts = await createTexts(firstLanguage(location.search, localStorage.getItem(STORED), navigator.languages));
  tellPage(texts.language);
  texts.on('languageChanged', tellPage);
  return texts;
}

/** Switches the whole page; the words are there before the switch, so nothing flickers. */
export async function switchLanguage(texts: I18n, language: string): Promise<void> {
  if (!isLanguage(language)) return;
  if (!texts.hasResourceBundle(language, 'ui')) {
    for (const [namespace, words] of Object.entries(await textsOf(language))) texts.addResourceBundle(language, namespace, words);
  }
  for (const namespace of LATER) if (texts.hasResourceBundle(texts.language, namespace)) await loadLater(texts, namespace, language);
  localStorage.setItem(STORED, language);
  await texts.changeLanguage(language);
}
