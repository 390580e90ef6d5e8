/** Serves the built client: hashed assets for a year, the page itself always fresh, and the page for every address of a screen. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type Application } from 'express';

const SCREENS = ['/', /^\/m\/[^/]+$/, /^\/r\/.*$/, /^\/[a-z-]+$/] as const;

export function serveClient(app: Application, dir: string): void {
  const page = path.join(dir, 'index.html');
  app.use(express.static(dir, { index: false, redirect: false, setHeaders: (response: { setHeader(name: string, value: string): void }, file: string) => {
    response.setHeader('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
  } }));
  for (const screen of SCREENS) {
    app.get(screen, (_request, response, next) => {
      if (!existsSync(page)) return response.status(503).type('text/plain').send('The client is not built yet: run npm start, or npm run build.\n');
      response.set({ 'cache-control': 'no-cache' });
      return response.sendFile(page, { cacheControl: false }, (error) => { if (error) next(error); });
    });
  }
}
