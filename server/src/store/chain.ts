/** The hash chain of a match: every entry carries SHA-256 over the hash before it and its own text. */
import { createHash } from 'node:crypto';
import type { Entry } from './MatchLog.ts';

type Open<E extends Entry> = E extends Entry ? Omit<E, 'hash'> : never;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Seals an entry: `hash` is the last key, over the previous hash, a line feed and the JSON text without it. */
export function seal<E extends Entry>(previous: string, open: Open<E>): E {
  return { ...open, hash: sha256(`${previous}\n${JSON.stringify(open)}`) } as unknown as E;
}

/** First entry whose hash does not follow from the one before, or null when the chain is sound. */
export function firstBreak(previous: string, entries: readonly Entry[]): number | null {
  let last = previous;
  for (const { hash, ...open } of entries) {
    if (sha256(`${last}\n${JSON.stringify(open)}`) !== hash) return open.seq;
    last = hash;
  }
  return null;
}
