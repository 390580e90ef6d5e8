/** The addresses of two recordings side by side. */
export const COMPARE_PATH = '/compare';
const BETWEEN = '...';
/** Where two files of the reader's stand. */
export const FILE_IDS = ['file-a', 'file-b'] as const;

export const comparePath = (a: string, b: string): string => `${COMPARE_PATH}/${encodeURIComponent(a)}${BETWEEN}${encodeURIComponent(b)}`;
export const FILES_PATH = comparePath(...FILE_IDS);

/** The two ids behind `/compare/`, or null. Names of files hold dots of their own, so the first three in a row part them. */
export function readPair(text: string): readonly [string, string] | null {
  const at = text.indexOf(BETWEEN);
  if (at < 1 || at + BETWEEN.length >= text.length) return null;
  try {
    return [decodeURIComponent(text.slice(0, at)), decodeURIComponent(text.slice(at + BETWEEN.length))];
  } catch {
    return null;
  }
}
