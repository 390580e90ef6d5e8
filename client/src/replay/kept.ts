/** The file a reader dropped last, kept in this browser; a browser that keeps nothing simply forgets it. */
import { get, set } from 'idb-keyval';

export interface KeptFile { readonly name: string; readonly text: string }
const KEY = 'concert.recording';

export async function keep(file: KeptFile): Promise<void> {
  try { await set(KEY, file); } catch { /* private windows may refuse */ }
}
export async function kept(): Promise<KeptFile | null> {
  try { return (await get<KeptFile>(KEY)) ?? null; } catch { return null; }
}
