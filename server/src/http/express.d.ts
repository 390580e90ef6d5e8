/** The few parts of express that we use; the package brings no types of its own. */
declare module 'express' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export interface Request extends IncomingMessage { readonly query: Record<string, unknown>; readonly params: Record<string, string>; readonly path: string; readonly body: unknown; accepts(types: readonly string[]): string | false; acceptsLanguages(...languages: readonly string[]): string | false }
  export interface Response extends ServerResponse {
    status(code: number): this; json(body: unknown): this; type(mime: string): this; send(body: string | Uint8Array): this; set(headers: Record<string, string>): this;
    sendFile(path: string, options: object, done: (error?: Error) => void): void; attachment(name: string): this; redirect(status: number, url: string): void; append(name: string, value: string): this;
  }
  export type Next = (error?: unknown) => void;
  export type Handler = (request: Request, response: Response, next: Next) => unknown;
  export type ErrorHandler = (error: unknown, request: Request, response: Response, next: Next) => unknown;
  export interface Application {
    get(path: string | RegExp | readonly string[], ...handlers: Handler[]): this; post(path: string, ...handlers: Handler[]): this; delete(path: string, ...handlers: Handler[]): this;
    use(...handlers: (Handler | ErrorHandler)[]): this; set(name: string, value: unknown): this;
  }
  interface Express { (): Application; json(options: object): Handler; text(options: object): Handler; urlencoded(options: object): Handler; static(root: string, options: object): Handler }
  const express: Express;
  export default express;
}
