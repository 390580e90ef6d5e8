/** How the server answers: a value, or a refusal with a code that is rendered as `refusal.<code>`. Nothing here throws for a refusal. */
export interface Refused { readonly ok: false; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

export const refused = (code: string, params: Refused['params'] = {}): Refused => ({ ok: false, code, params });
export const done = <T>(value: T): Answer<T> => ({ ok: true, value });

/** Reads a refusal out of whatever came over the wire; anything unreadable is `internal`. */
export function readRefusal(body: unknown): Refused {
  const { code, params } = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown; params?: unknown };
  return refused(typeof code === 'string' ? code : 'internal', typeof params === 'object' && params !== null ? (params as Refused['params']) : {});
}
