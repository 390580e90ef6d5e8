/** The words of the codex, fetched when they are first needed. */
import { useLater } from '../i18n/useLater.ts';

export const useCodexTexts = (): boolean => useLater('codex');
