/** Ways into a match from the door: create or join, keep the ticket, go to the match's address. */
import { createMatch, joinMatch, type CreateWish, type JoinWish } from '../../net/api.ts';
import { keepTicket } from '../../store/tickets.ts';
import { tellRefusal } from '../../store/gameStore.ts';

/** The first game on offer. */
export const FIRST_SCENARIO = 'six-party';
export const matchPath = (code: string): string => `/m/${code}`;

/** Path of the new match, or null after telling why not. */
export async function create(wish: CreateWish): Promise<string | null> {
  const answer = await createMatch(location.origin, wish);
  if (!answer.ok) { tellRefusal(answer); return null; }
  keepTicket(answer.value);
  return matchPath(answer.value.code);
}

export async function join(code: string, wish: JoinWish): Promise<string | null> {
  const answer = await joinMatch(location.origin, code, wish);
  if (!answer.ok) { tellRefusal(answer); return null; }
  keepTicket(answer.value);
  return matchPath(answer.value.code);
}

/** Six letters out of a code or a whole link; null if there are none. */
export function codeIn(text: string): string | null {
  const link = /\/m\/([a-z0-9]{6})\b/i.exec(text)?.[1];
  const bare = text.replace(/[\s-]/g, '');
  const code = link ?? (/^[a-z0-9]{6}$/i.test(bare) ? bare : null);
  return code ? code.toUpperCase() : null;
}
