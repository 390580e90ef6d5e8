/** The keys of a desk: one for each machine it was opened on, passes that let another one in, and taking a lost one away. */
import { customAlphabet } from 'nanoid';
import type { DeskKeyInfo } from '@concert/shared/protocol/seminar';
import { newToken, tokenHash } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import type { ClassRecord, ClassStore } from './ClassStore.ts';

/** Typed by hand from one screen to another: no look-alikes. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const quick = customAlphabet(LETTERS, 8);
/** Printed and kept for weeks, so longer. */
const spare = customAlphabet(LETTERS, 16);
const PASS_MS = 10 * 60_000;
/** Made by the operator for somebody who is not in the room. */
const OPERATOR_PASS_MS = 24 * 3_600_000;
const PASSES_MOST = 6;
const KEYS_MOST = 12;
export const FIRST_KEY = 'first';

const readable = (pass: string): string => pass.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
const passHash = (code: string, pass: string): string => tokenHash(`desk pass ${code} ${readable(pass)}`);

/** Whether this hash is of a key of the class. */
export const holdsKey = (record: ClassRecord, hash: string): boolean => record.deskHash === hash || (record.keys ?? []).some((key) => key.hash === hash);

/** The keys as the desk sees them; `own` is the one it asks with. */
export function keysOf(record: ClassRecord, token: string): DeskKeyInfo[] {
  const hash = tokenHash(token);
  const first = record.deskHash === '' ? [] : [{ id: FIRST_KEY, label: '', since: record.createdAt, own: record.deskHash === hash }];
  return [...first, ...(record.keys ?? []).map((key) => ({ id: key.id, label: key.label, since: key.since, own: key.hash === hash }))];
}

export class DeskKeys {
  readonly #store: ClassStore;
  readonly #now: () => number;
  constructor(store: ClassStore, now: () => number) { this.#store = store; this.#now = now; }

  /** A pass that opens the desk once elsewhere: within ten minutes, or, printed as a spare, until it is used. */
  pass(record: ClassRecord, lasting: boolean): { readonly pass: string; readonly until: number | null } { return this.#made(record, lasting ? spare() : quick(), lasting ? null : this.#now() + PASS_MS); }

  /** A pass from whoever runs the server, for a desk whose keys are all lost: once, within a day, and open passes stay good. */
  fromOperator(record: ClassRecord): { readonly pass: string; readonly until: number } {
    const until = this.#now() + OPERATOR_PASS_MS;
    return { ...this.#made(record, spare(), until), until };
  }

  #made(record: ClassRecord, pass: string, until: number | null): { readonly pass: string; readonly until: number | null } {
    const lasting = until === null;
    const good = (record.passes ?? []).filter((each) => each.until === null || each.until > this.#now());
    // Of spares only the newest counts: an older print is worth nothing any more.
    const others = lasting ? good.filter((each) => each.until !== null) : good;
    this.#store.save({ ...record, passes: [...others.slice(-PASSES_MOST), { hash: passHash(record.code, pass), until }] });
    return { pass: (pass.match(/.{4}/g) ?? [pass]).join('-'), until };
  }

  /** Another machine opens the desk; the pass is spent. */
  open(record: ClassRecord, pass: string, label: string): { readonly token: string } | Turned {
    const hash = passHash(record.code, pass);
    const found = (record.passes ?? []).find((each) => each.hash === hash && (each.until === null || each.until > this.#now()));
    if (!found || (record.keys ?? []).length >= KEYS_MOST) return turn('bad-pass');
    const token = newToken();
    const count = record.count + 1;
    this.#store.save({ ...record, count, passes: (record.passes ?? []).filter((each) => each !== found), keys: [...(record.keys ?? []), { id: `k${count}`, hash: tokenHash(token), label, since: this.#now() }] });
    return { token };
  }

  /** Takes a key away; the class is never left without one. Open passes go with it: who lost the machine may have lost them too. */
  revoke(record: ClassRecord, id: string): Turned | null {
    const keys = record.keys ?? [];
    const left = keys.filter((key) => key.id !== id);
    const deskHash = id === FIRST_KEY ? '' : record.deskHash;
    if (left.length === keys.length && deskHash === record.deskHash) return turn('bad-pass');
    if (left.length === 0 && deskHash === '') return turn('last-key');
    this.#store.save({ ...record, deskHash, keys: left, passes: [] });
    return null;
  }
}
