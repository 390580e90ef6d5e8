/** A page in the frame of another site may be denied storage altogether: then what is kept lives as long as the page. Imported before everything that keeps something. */
class MemoryStorage implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number { return this.#kept.size; }
  key(n: number): string | null { return [...this.#kept.keys()][n] ?? null; }
  getItem(key: string): string | null { return this.#kept.get(key) ?? null; }
  setItem(key: string, value: string): void { this.#kept.set(key, value); }
  removeItem(key: string): void { this.#kept.delete(key); }
  clear(): void { this.#kept.clear(); }
}

/** Puts a storage in memory where the browser's own may not even be touched. */
export function ensureStorage(page: object, name: 'localStorage' | 'sessionStorage'): void {
  try {
    if ((page as Record<string, Storage | null>)[name]) return;
  } catch { /* denied */ }
  Object.defineProperty(page, name, { value: new MemoryStorage(), configurable: true });
}
ensureStorage(window, 'localStorage');
ensureStorage(window, 'sessionStorage');
