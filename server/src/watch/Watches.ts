/** Who watches which recording together: codes, people and their keys, who leads and where. Who and where they watch outlives the process; the place itself does not, the leader's page says it anew. */
import type { Place } from '@concert/shared/protocol/watch';
import { newCode, newMemberId, newToken, tokenHash } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import { forgetfulWatchStore, type StoredWatcher, type WatchStore } from './WatchStore.ts';

export type Watcher = StoredWatcher;
export interface Watch {
  readonly code: string; readonly recording: string; readonly people: Map<string, Watcher>;
  leader: string; place: Place; placed: number;
  /** People connected now; since when there are none. */
  online: ReadonlySet<string>; emptySince: number;
}
export const WATCHERS_MOST = 60;
export const WATCHES_MOST = 300;
/** A watch that everybody has left can be come back to for so long. */
const KEPT_MS = 30 * 60_000;
const START: Place = { step: 0, at: 0, viewer: 'all', playing: false, speed: 1 };

/** The name as it is or, where somebody here has it, with a number. */
function freeName({ people }: Watch, name: string): string {
  const taken = new Set([...people.values()].map((each) => each.name.toLowerCase()));
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name.slice(0, 36)} ${n}`;
  return free;
}

export class Watches {
  readonly #now: () => number;
  readonly #watches = new Map<string, Watch>();
  readonly #tokens = new Map<string, { readonly code: string; readonly person: string }>();

  readonly #store: WatchStore;

  constructor(now: () => number, store: WatchStore = forgetfulWatchStore()) {
    this.#now = now;
    this.#store = store;
    for (const { code, recording, leader, people, emptySince } of store.all()) {
      // Half an hour counts from now for those whom the restart itself has put out.
      this.#watches.set(code, { code, recording, leader, people: new Map(people.map((each) => [each.id, each])), place: START, placed: 0, online: new Set(), emptySince: emptySince ?? now() });
      for (const { id, tokenHash: hash } of people) this.#tokens.set(hash, { code, person: id });
    }
    this.#sweep();
  }

  find(code: string): Watch | null { return this.#watches.get(code.toUpperCase()) ?? null; }
  whose(token: string): { readonly code: string; readonly person: string } | null { return this.#tokens.get(tokenHash(token)) ?? null; }

  /** A new watch, led by who begins it. */
  start(recording: string, name: string): { readonly watch: Watch; readonly person: Watcher; readonly token: string } | Turned {
    this.#sweep();
    if (this.#watches.size >= WATCHES_MOST) return turn('server-busy');
    let code = newCode();
    while (this.#watches.has(code)) code = newCode();
    const watch: Watch = { code, recording, people: new Map(), leader: '', place: START, placed: 0, online: new Set(), emptySince: this.#now() };
    this.#watches.set(code, watch);
    const entered = this.#enter(watch, name);
    watch.leader = entered.person.id;
    this.#keep(watch);
    return { watch, ...entered };
  }

  /** A place among those who watch, or the same place again for a known token. */
  join(watch: Watch, name: string, token: string | undefined): { readonly person: Watcher; readonly token: string } | Turned {
    const known = token === undefined ? null : this.whose(token);
    const same = known?.code === watch.code ? watch.people.get(known.person) : undefined;
    if (token !== undefined && same) return { person: same, token };
    if (watch.people.size >= WATCHERS_MOST) this.#forgetGone(watch);
    if (watch.people.size >= WATCHERS_MOST) return turn('watch-full', { most: WATCHERS_MOST });
    const entered = this.#enter(watch, name);
    this.#keep(watch);
    return entered;
  }

  lead(watch: Watch, person: string): void {
    watch.leader = person;
    this.#keep(watch);
  }
  /** Who is connected now. */
  here(watch: Watch, online: ReadonlySet<string>): void {
    const turned = (online.size === 0) !== (watch.online.size === 0);
    watch.online = online;
    if (online.size === 0) watch.emptySince = this.#now();
    if (turned && this.#watches.get(watch.code) === watch) this.#keep(watch);
  }
  end(code: string): void {
    this.#watches.delete(code);
    this.#store.remove(code);
    for (const [hash, known] of this.#tokens) if (known.code === code) this.#tokens.delete(hash);
  }

  #keep({ code, recording, leader, people, online, emptySince }: Watch): void {
    this.#store.save({ code, recording, leader, people: [...people.values()], emptySince: online.size === 0 ? emptySince : null });
  }
  #enter(watch: Watch, name: string): { readonly person: Watcher; readonly token: string } {
    const token = newToken();
    const person: Watcher = { id: newMemberId(), name: freeName(watch, name), tokenHash: tokenHash(token) };
    watch.people.set(person.id, person);
    this.#tokens.set(person.tokenHash, { code: watch.code, person: person.id });
    return { person, token };
  }
  /** Makes room: who is not here and does not lead can come in again as somebody new. */
  #forgetGone(watch: Watch): void {
    for (const { id, tokenHash: hash } of [...watch.people.values()]) {
      if (watch.online.has(id) || id === watch.leader) continue;
      watch.people.delete(id);
      this.#tokens.delete(hash);
    }
  }
  #sweep(): void {
    for (const { code, online, emptySince } of [...this.#watches.values()]) if (online.size === 0 && this.#now() - emptySince > KEPT_MS) this.end(code);
  }
}
