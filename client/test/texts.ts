/** Texts for tests: an instance in one language, read from the same files as the page. */
import type { i18n } from 'i18next';
import { createTexts } from '../src/i18n/index.ts';
import type { Language } from '../src/i18n/languages.ts';

export const LANGUAGES_TESTED: readonly Language[] = ['en', 'zh'];
export const texts = (language: Language): Promise<i18n> => createTexts(language);
