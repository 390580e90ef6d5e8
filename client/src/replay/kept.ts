/** The file a reader dropped last, kept in this browser; a browser that keeps nothing simply forgets it. */
import { get, set } from 'idb-keyval';

export interface KeptFile { readonly name: string; readonly text: string }
const KEY = 'concert.recording';

/** `slot` of its own where several are kept beside each other. */
export async function keep(file: KeptFile, slot?: string): Promise<void> {
  try { await set(slot === undefined ? KEY : `${KEY}.${slot}`, file); } catch { /* private windows may refuse */ }
}
export async function kept(slot?: string): Promise<KeptFile | null> {
  try { return (await get<KeptFile>(slot === undefined ? KEY : `${KEY}.${slot}`)) ?? null; } catch { return null; }
}
