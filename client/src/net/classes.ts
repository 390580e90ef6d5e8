/** The HTTP of classes: set-up, the door, joining, the desk. Works in Node and in the browser. */
import type { ClassDoor, ClassReport, ClassTicket, CreateClass, DeskOrder, NoteTag, ObserverNote, OwnData, RevealStep, Stage, Survey } from '@concert/shared/protocol/seminar';
import type * as z from 'zod';
import { done, readRefusal, refused, type Answer } from './answer.ts';

export type ClassWish = z.input<typeof CreateClass>;
export interface MyPlace extends ClassTicket { readonly stage: Stage; /** Where a guided reveal is. */ readonly guided: boolean; readonly step: RevealStep | null; readonly consent: boolean | null }

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
export const joinClass = (url: string, code: string, wish: { readonly name: string; readonly table?: number; readonly seat?: string; readonly observe?: boolean; readonly token?: string }): Promise<Answer<ClassTicket>> => call(url, 'POST', `${at(code)}/join`, undefined, wish);
export const myPlace = (url: string, code: string, token: string): Promise<Answer<MyPlace>> => call(url, 'GET', `${at(code)}/me`, token);
export const askHelp = (url: string, code: string, token: string, text: string): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/help`, token, { text });
export const sendSurvey = (url: string, code: string, token: string, survey: Survey): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/survey`, token, survey);
export const seeReport = (url: string, code: string, token: string): Promise<Answer<ClassReport>> => call(url, 'GET', `${at(code)}/report`, token);
export const sayConsent = (url: string, code: string, token: string, consent: boolean): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/consent`, token, { consent });
export const seeDesk = <T>(url: string, code: string, token: string): Promise<Answer<T>> => call(url, 'GET', `${at(code)}/desk`, token);
export const orderDesk = (url: string, code: string, token: string, order: DeskOrder): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/desk`, token, order);
export const seeTable = <T>(url: string, code: string, token: string, table: string, seat: string | null): Promise<Answer<T>> => call(url, 'GET', `${at(code)}/tables/${encodeURIComponent(table)}${seat === null ? '' : `?as=${encodeURIComponent(seat)}`}`, token);
/** A pass for the desk on another machine; `until` null = a printed spare. */
export const makePass = (url: string, code: string, token: string, lasting: boolean): Promise<Answer<{ readonly pass: string; readonly until: number | null }>> => call(url, 'POST', `${at(code)}/desk/pass`, token, { lasting });
export const openDesk = (url: string, code: string, pass: string, label: string): Promise<Answer<{ readonly token: string }>> => call(url, 'POST', `${at(code)}/desk/open`, undefined, { pass, label });
export const seeOwnData = (url: string, code: string, token: string): Promise<Answer<OwnData>> => call(url, 'GET', `${at(code)}/mine`, token);
/** Everybody who shares this device, by their secrets. */
export const weAreHere = (url: string, code: string, tokens: readonly string[]): Promise<Answer<{ readonly here: number }>> => call(url, 'POST', `${at(code)}/here`, undefined, { tokens: [...tokens] });
/** A PIN before the own place on a shared device, or (null) none; the handle is what the browser keeps meanwhile. */
export const lockPlace = (url: string, code: string, token: string, pin: string | null): Promise<Answer<{ readonly handle: string | null }>> => call(url, 'POST', `${at(code)}/lock`, token, { pin });
export const unlockPlace = (url: string, code: string, handle: string, pin: string): Promise<Answer<ClassTicket & { readonly locked: boolean }>> => call(url, 'POST', `${at(code)}/unlock`, undefined, { handle, pin });
export const askUnlock = (url: string, code: string, handle: string): Promise<Answer<{ readonly ok: true }>> => call(url, 'POST', `${at(code)}/unlock/ask`, undefined, { handle });
export const seeWatched = <T>(url: string, code: string, token: string): Promise<Answer<T>> => call(url, 'GET', `${at(code)}/watch`, token);
export const sendNote = (url: string, code: string, token: string, note: { readonly text: string; readonly tag: NoteTag }): Promise<Answer<ObserverNote>> => call(url, 'POST', `${at(code)}/notes`, token, note);
/** The zip of the export for research. */
export async function researchZip(url: string, code: string, token: string): Promise<Answer<Blob>> {
  try {
    const response = await fetch(new URL(`/api/classes${at(code)}/research`, url), { headers: { authorization: `Bearer ${token}` } });
    return response.ok ? done(await response.blob()) : readRefusal(await response.json());
  } catch {
    return refused('server-busy');
  }
}
export const deleteClass = (url: string, code: string, token: string): Promise<Answer<{ readonly ok: true }>> => call(url, 'DELETE', at(code), token);
