/** A PIN before a place at a device that two people share: only its hash is kept; whoever forgot it needs the desk's nod. */
import { scryptSync, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { ClassTicket } from '@concert/shared/protocol/seminar';
import { newToken, tokenHash } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import type { Classes } from './Classes.ts';
import type { ClassRecord, ClassStore, PersonRecord } from './ClassStore.ts';
import type { Places } from './Places.ts';

/** Wrong PINs a person and minute: all ten thousand would take more than a day, and the neighbour sits beside. */
const TRIES = 5;
const hashed = (pin: string, salt: string): Buffer => scryptSync(pin, salt, 32);

export class Locks {
  readonly #classes: Classes;
  readonly #store: ClassStore;
  readonly #places: Places;
  readonly #tries = new RateLimiterMemory({ points: TRIES, duration: 60 });

  constructor(classes: Classes, store: ClassStore, places: Places) {
    this.#classes = classes;
    this.#store = store;
    this.#places = places;
  }

  /** Sets a PIN, or (null) takes it off. @returns the handle the browser keeps in place of the key. */
  lock(record: ClassRecord, person: PersonRecord, pin: string | null): string | null {
    const { lock: _old, ...free } = person;
    const [salt, handle] = [newToken(), newToken()];
    this.#store.savePerson(record.code, pin === null ? free : { ...free, lock: { salt, pinHash: hashed(pin, salt).toString('base64url'), handleHash: tokenHash(handle) } });
    return pin === null ? null : handle;
  }

  /** Gives the place back to its device with a new key; the old one, wherever it was copied to, opens nothing any more. `locked` false: the desk took the PIN off. */
  async unlock(record: ClassRecord, handle: string, pin: string): Promise<(ClassTicket & { readonly locked: boolean }) | Turned> {
    const asked = this.#classes.lockedBy(record.code, handle);
    if (!asked?.lock) return turn('not-locked');
    const { lock } = asked;
    if (!lock.open) {
      const spent = await this.#tries.consume(asked.id).then(() => null, (limit: { msBeforeNext?: number }) => limit);
      if (spent) return turn('too-fast', { seconds: Math.ceil((spent.msBeforeNext ?? 60_000) / 1000) });
      if (!timingSafeEqual(hashed(pin, lock.salt), Buffer.from(lock.pinHash, 'base64url'))) return turn('wrong-pin');
      await this.#tries.delete(asked.id);
    }
    const { lock: _lock, ...free } = asked;
    const token = newToken();
    const person: PersonRecord = { ...free, tokenHash: tokenHash(token), ...(lock.open ? {} : { lock }) };
    this.#store.savePerson(record.code, person);
    await this.#places.sitDown(record, person, asked);
    return { ...this.#classes.ticketOf(person, token), locked: !lock.open };
  }
}
