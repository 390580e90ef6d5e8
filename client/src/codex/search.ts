/** Finds entries: every word of the wish must occur in the entry's id, name, explanation or passages. */
import { codex, type CodexEntry } from './entries.ts';

type Say = (key: string) => string;
/** Width, case and accents do not matter: a reader types "demarche" or "Ｍ１２". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What one entry can be found by, in the reader's language and in the language of the essay. */
export const wordsOf = (entry: CodexEntry, say: Say): string => plain([
  entry.id, say(`codex:${entry.id}.name`), say(`codex:${entry.id}.text`), say(`codex:group.${entry.group}`), ...(entry.caveat ? [say(`codex:${entry.id}.caveat`)] : []),
  ...entry.rules, ...entry.passages.flatMap((id) => [say(`codex:passage.${id}`), codex.passages[id]?.text ?? '']),
].join('\n'));

/** Entries that fit, in their order; those whose id or name fits stand before the others. */
export function search(wish: string, say: Say): readonly CodexEntry[] {
  const words = plain(wish).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return codex.entries;
  const named = (entry: CodexEntry): boolean => { const name = plain(`${entry.id} ${say(`codex:${entry.id}.name`)}`); return words.every((word) => name.includes(word)); };
  const found = codex.entries.filter((entry) => { const text = wordsOf(entry, say); return words.every((word) => text.includes(word)); });
  return [...found.filter(named), ...found.filter((entry) => !named(entry))];
}
