/** A zip file of texts, as every system opens it. */
import { strToU8, zipSync } from 'fflate';

export interface ZipFile { readonly name: string; readonly text: string }
/** An export says nothing of when it was made: the earliest date the format knows. */
const MADE = '1980-01-01T00:00:00';

/** @param files names without folders; what is in them fits in memory. */
export function zipped(files: readonly ZipFile[]): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])), { mtime: MADE }));
}
