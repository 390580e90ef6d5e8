/** The HTTP of classes: set-up, the door, joining, the desk. Works in Node and in the browser. */
import type { ClassDoor, ClassReport, ClassTicket, CreateClass, DeskOrder, Survey } from '@concert/shared/protocol/seminar';
import type * as z from 'zod';
import { done, readRefusal, refused, type Answer } from './answer.ts';

export type ClassWish = z.input<typeof CreateClass>;
export interface MyPlace extends ClassTicket { readonly stage: string; readonly consent: boolean | null }

async function call<T>(url: string, method: string, path: string, token?: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(new URL(`/api/classes${path}`, url), {
      method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return response.ok ? done(answer as T) : readRefusal(answer);
  } catch {
    return refused('server-busy');
  }
}

const at = (code: string): string => `/${encodeURIComponent(code)}`;
/** `url` is the server's origin; `token` the desk's or a person's secret. */
export const createClass = (url: string, wish: ClassWish): Promise<Answer<{ readonly code: string; readonly token: string }>> => call(url, 'POST', '', undefined, wish);
export const classDoor = (url: string, code: string): Promise<Answer<ClassDoor>> => call(url, 'GET', at(code));
export const joinClass = (url: string, code: string, wish: { readonly name: string; readonly table?: number; readonly seat?: string; readonly token?: string }): Promise<Answer<ClassTicket>> => call(url, 'POST', `${at(code)}/join`, undefined, wish);
export const myPlace = (url: string, code: string, token: string): Promise<Answer<MyPlace>> => call(url, 'GET', `${at(code)}/me`, token);
export const askHelp = (url: string, code: string, token: string, text: string): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/help`, token, { text });
export const sendSurvey = (url: string, code: string, token: string, survey: Survey): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/survey`, token, survey);
export const seeReport = (url: string, code: string, token: string): Promise<Answer<ClassReport>> => call(url, 'GET', `${at(code)}/report`, token);
export const sayConsent = (url: string, code: string, token: string, consent: boolean): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/consent`, token, { consent });
export const seeDesk = <T>(url: string, code: string, token: string): Promise<Answer<T>> => call(url, 'GET', `${at(code)}/desk`, token);
export const orderDesk = (url: string, code: string, token: string, order: DeskOrder): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/desk`, token, order);
export const seeTable = <T>(url: string, code: string, token: string, table: string, seat: string | null): Promise<Answer<T>> => call(url, 'GET', `${at(code)}/tables/${encodeURIComponent(table)}${seat === null ? '' : `?as=${encodeURIComponent(seat)}`}`, token);
export const deleteClass = (url: string, code: string, token: string): Promise<Answer<{ readonly ok: true }>> => call(url, 'DELETE', at(code), token);
