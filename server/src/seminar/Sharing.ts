/** Two people at one laptop: who is not on the line because a neighbour has the device is here all the same, for as long as the page says so. */
import type { Timers } from '../match/deadlines.ts';
import type { Classes } from './Classes.ts';

/** The page says so every half minute; a lid that closes is noticed after this. */
const NEAR_MS = 75_000;

export class Sharing {
  readonly #classes: Classes;
  readonly #timers: Timers;
  readonly #changed: (table: string) => void;
  readonly #near = new Map<string, NodeJS.Timeout>();

  /** @param changed told when somebody comes or goes this way. */
  constructor(classes: Classes, timers: Timers, changed: (table: string) => void) {
    this.#classes = classes;
    this.#timers = timers;
    this.#changed = changed;
  }

  isNear(person: string): boolean { return this.#near.has(person); }

  /** These people of the class share a device that is in use. */
  here(code: string, tokens: readonly string[]): number {
    const people = tokens.flatMap((token) => {
      const known = this.#classes.whose(token);
      const person = known?.code === code ? known.person : this.#classes.lockedBy(code, token);
      return person && person.table !== null ? [person] : [];
    });
    for (const { id, table } of people) {
      const before = this.#near.get(id);
      if (before) this.#timers.clearTimeout(before);
      const timer = this.#timers.setTimeout(() => { this.#near.delete(id); if (table !== null) this.#changed(table); }, NEAR_MS);
      timer.unref?.();
      this.#near.set(id, timer);
      if (!before && table !== null) this.#changed(table);
    }
    return people.length;
  }

  close(): void { for (const timer of this.#near.values()) this.#timers.clearTimeout(timer); this.#near.clear(); }
}
