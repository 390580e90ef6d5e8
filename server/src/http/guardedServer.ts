/** The HTTP server in front of Colyseus: refuses what would crash a URL parser behind it, and bodies nobody needs. */
import http from 'node:http';
import type { Duplex } from 'node:stream';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']);

export interface GuardOptions {
  readonly maxBody?: number;
  /** Paths that take larger bodies, each with its most bytes. */
  readonly larger?: Readonly<Record<string, number>>;
  /** Behind a reverse proxy: take the visitor's address from `X-Forwarded-For` (its last entry, the one the proxy itself wrote). */
  readonly trustProxy?: boolean;
}

/** One anonymous request with a broken Host header, method or target otherwise ends the whole process. */
export function guardedServer({ maxBody = 16_384, larger = {}, trustProxy = false }: GuardOptions = {}): http.Server {
  const server = http.createServer({ headersTimeout: 5_000, requestTimeout: 10_000 });
  const emit = server.emit.bind(server) as (event: string, ...args: unknown[]) => boolean;
  server.emit = ((event: string, ...args: unknown[]) => {
    if (event !== 'request' && event !== 'upgrade') return emit(event, ...args);
    const request = args[0] as http.IncomingMessage;
    const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : '';
    request.headers['x-real-ip'] = forwarded || request.socket.remoteAddress;
    delete request.headers['x-forwarded-proto'];
    delete request.headers['x-forwarded-for'];
    const length = Number(request.headers['content-length'] ?? 0);
    const asked = request.url?.split('?')[0] ?? '';
    const most = request.method === 'POST' && Object.hasOwn(larger, asked) ? larger[asked] ?? maxBody : maxBody;
    const status = !METHODS.has(request.method ?? '') ? 405
      : !request.url?.startsWith('/') || !URL.canParse(`http://${request.headers.host}`) || !URL.canParse(`http://host${request.url}`) ? 400
      : request.headers['transfer-encoding'] || !(length <= most) ? 413 : 0;
    if (!status) return emit(event, ...args);
    if (event === 'upgrade') {
      // Without the listener a reset during the refusal is an uncaught error.
      (args[1] as Duplex).on('error', () => {}).end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
    } else {
      (args[1] as http.ServerResponse).writeHead(status, { connection: 'close' }).end();
    }
    return true;
  }) as typeof server.emit;
  return server;
}
