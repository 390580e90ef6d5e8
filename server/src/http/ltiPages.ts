/** The few pages that come before the game's own: what went wrong with a launch, a browser that keeps no cookie inside the platform's frame, the end of a registration. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request } from 'express';
import type { Turned } from '../match/MatchHall.ts';

const LANGUAGES = ['en', 'zh'] as const;
const LOCALES = path.resolve(import.meta.dirname, '../../../assets/locales');
const words = (language: string, namespace: string): Record<string, string> => JSON.parse(readFileSync(path.join(LOCALES, language, `${namespace}.json`), 'utf8')) as Record<string, string>;
const texts: ReadonlyMap<string, Record<string, string>> = new Map(LANGUAGES.map((language) => [language, { ...words(language, 'refusals'), ...words(language, 'lti') }]));
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
type Params = Turned['params'];

/** Words in the language the browser asks for. */
function speaker(request: Request): { readonly language: string; readonly say: (key: string, params?: Params) => string } {
  const language = request.acceptsLanguages(...LANGUAGES) || 'en';
  return { language, say: (key, params = {}) => escaped((texts.get(language)?.[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))) };
}
const STYLE = 'body{font:1.0625rem/1.5 system-ui,sans-serif;background:#f7f3ea;color:#2b2620;max-width:34rem;margin:3rem auto;padding:0 1rem;overflow-wrap:anywhere}h1{font-size:1.6rem;line-height:1.25}a,button{font:inherit;display:inline-block;min-height:44px;padding:.5rem 1rem;border:1px solid;border-radius:.3rem;background:#fdfcf7;color:inherit;text-decoration:none;cursor:pointer}';
const page = (language: string, title: string, body: string): string => `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** What went wrong and what to do: a page with nothing to press, which a platform may show wherever it likes. */
export function problemPage(request: Request, { code, params }: Turned): string {
  const { language, say } = speaker(request);
  return page(language, say('problem.title'), `<p data-problem="${escaped(code)}" role="alert">${say(code, params)}</p>`);
}

/** For a frame in which no cookie stays: the same login in a window of its own, where one does. */
export function windowPage(request: Request, again: string): string {
  const { language, say } = speaker(request);
  return page(language, say('launch.title'), `<p>${say('launch.blocked')}</p><p><a target="_blank" rel="noopener" href="${escaped(again)}">${say('launch.window')}</a></p>`);
}

export function registeredPage(request: Request, deployed: boolean): string {
  const { language, say } = speaker(request);
  return page(language, say('register.title'), `<p>${say(deployed ? 'register.done' : 'register.deployment')}</p><p><button id="close">${say('register.close')}</button></p><script src="/lti/registered.js"></script>`);
}
/** Tells the platform's page, wherever it is, that it may close us; the message says nothing else. A file of its own, since the page's rules forbid scripts within it. */
export const REGISTERED_SCRIPT = `'use strict';
document.getElementById('close').addEventListener('click', () => { (window.opener || window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*'); });
`;
