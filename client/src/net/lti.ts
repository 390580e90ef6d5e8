/** The HTTP of learning platforms: the ticket of a launch, the choice of a class, roster and grades for the desk. */
import type { LtiChosen, LtiCourse, LtiEntry, LtiGrades, LtiRoster } from '@concert/shared/protocol/lti';
import { done, readRefusal, refused, type Answer } from './answer.ts';

async function call<T>(url: string, method: string, path: string, token?: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(new URL(path, url), { method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const answer: unknown = await response.json();
    return response.ok ? done(answer as T) : readRefusal(answer);
  } catch {
    return refused('server-busy');
  }
}
export interface ClassChoice { readonly class?: string; readonly desk?: string; readonly create?: { readonly title: string; readonly scenario: string; readonly plan: string; readonly tables: number } }
const desk = (code: string): string => `/api/classes/${encodeURIComponent(code)}/lti`;
/** `url` is the server's origin. */
export const enterLti = (url: string, ticket: string, known: readonly string[]): Promise<Answer<LtiEntry>> => call(url, 'POST', '/api/lti/enter', undefined, { ticket, known });
export const chooseClass = (url: string, secret: string, wish: ClassChoice): Promise<Answer<LtiChosen>> => call(url, 'POST', '/api/lti/class', secret, wish);
export const seeCourse = (url: string, code: string, token: string): Promise<Answer<LtiCourse>> => call(url, 'GET', desk(code), token);
export const pullRoster = (url: string, code: string, token: string): Promise<Answer<LtiRoster>> => call(url, 'POST', `${desk(code)}/roster`, token, {});
export const sendGrades = (url: string, code: string, token: string, grades: readonly { readonly person: string; readonly points: number; readonly comment?: string }[]): Promise<Answer<LtiGrades>> => call(url, 'POST', `${desk(code)}/grades`, token, { grades });
