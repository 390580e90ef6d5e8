/** The hash chain of a match: every entry carries SHA-256 over the hash before it and its own text. Alike in Node and in browsers. */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text, as hex. */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)));

/** Hash of an entry without its `hash` member, which must be the last one written. */
export const linkOf = (previous: string, open: object): string => sha256(`${previous}\n${JSON.stringify(open)}`);

/** Gathers the digest of a file line by line, line feeds included. */
export function lineDigest(): { readonly add: (line: string) => void; readonly hex: () => string } {
  const gathered = digest.create();
  return { add: (line) => { gathered.update(utf8ToBytes(`${line}\n`)); }, hex: () => bytesToHex(gathered.clone().digest()) };
}
