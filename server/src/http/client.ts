/** Serves the built client: hashed assets for a year, the page itself always fresh, and the page for every address of a screen. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type Application, type Handler } from 'express';

const SCREENS = ['/', /^\/m\/[^/]+$/, /^\/r\/.*$/, /^\/compare\/.*$/, /^\/w\/[^/]+$/, /^\/class\/.+$/, /^\/[a-z-]+$/] as const;

export function serveClient(app: Application, dir: string): void {
  const page = path.join(dir, 'index.html');
  app.use(express.static(dir, { index: false, redirect: false, setHeaders: (response: { setHeader(name: string, value: string): void }, file: string) => {
    response.setHeader('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
  } }));
  const send = (status: number): Handler => (_request, response, next) => {
    if (!existsSync(page)) return response.status(503).type('text/plain').send('The client is not built yet: run npm start, or npm run build.\n');
    response.status(status).set({ 'cache-control': 'no-cache' });
    return response.sendFile(page, { cacheControl: false }, (error) => { if (error) next(error); });
  };
  for (const screen of SCREENS) app.get(screen, send(200));
  // A mistyped address gets the page too, which says so in the reader's language; programs get the plain 404.
  app.get(/^\/(?!api|matchmake|assets)/, (request, response, next) => (request.accepts(['html', 'json']) === 'html' ? send(404)(request, response, next) : next()));
}
