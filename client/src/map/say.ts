/** Say a `Text` in the reader's language. Lists are joined as that language joins them. */
import { listsOf } from '../i18n/formats.ts';
import type { Text } from './types.ts';

export type Translate = (key: string, params?: Record<string, unknown>) => string;
export type Say = (text: Text) => string;

export function sayer(translate: Translate, language: string): Say {
  const list = listsOf(language);
  const value = (param: string | number | Text | readonly Text[]): string | number => {
    if (typeof param === 'string' || typeof param === 'number') return param;
    return 'key' in param ? say(param) : list.format(param.map(say));
  };
  const say: Say = ({ key, params }) => {
    const filled = Object.fromEntries(Object.entries(params ?? {}).map(([name, param]) => [name, value(param)]));
    // Nothing here becomes HTML: React and the canvas take plain text.
    return translate(key, { ...filled, interpolation: { escapeValue: false } });
  };
  return say;
}
