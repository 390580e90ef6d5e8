/** The codebook of the exported tables as a page to read: every column with its meaning, then the CAMEO codes in use with their values. */
import type { Code, Codebook, Meanings } from '@concert/shared/recording/index';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const codeRow = (what: string, { code, local, value, label, note = '' }: Code): string[] => [what, code, local ?? '', String(value), label, note];

/** Markdown out of the data of assets/codebooks. */
export function codebookPage({ title, notes, tables }: { readonly title: string; readonly notes: readonly string[]; readonly tables: Meanings }, book: Codebook & { readonly source: string; readonly caveat: string }): string {
  const columns = Object.entries(tables).map(([name, all]) => `## ${name}.csv\n\n${table(['column', 'type', 'meaning'], Object.entries(all).map(([column, [type, meaning]]) => [column, type, meaning]))}`);
  const codes = [...Object.entries(book.events), ...Object.entries(book.actions), ...Object.entries(book.performed)].map(([what, code]) => codeRow(what, code));
  return `# ${title}\n\n${notes.map((note) => `- ${note}`).join('\n')}\n\n${columns.join('\n\n')}\n\n## CAMEO\n\n${book.source}. ${book.caveat}.\n\n${table(['event, action or category', 'CAMEO', 'local', 'Goldstein', 'label', 'note'], codes)}\n`;
}
