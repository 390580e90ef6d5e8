/** The few parts of oidc-provider that the test platform uses; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export interface OidcContext { readonly oidc: { readonly params: Readonly<Record<string, string | undefined>>; readonly session: { readonly accountId?: string }; readonly client: { readonly clientId: string }; readonly provider: Provider } }
  interface Grant { addOIDCScope(scope: string): void; save(): Promise<string> }
  interface Session { readonly jti: string; loginAccount(details: { readonly accountId: string }): void; save(seconds: number): Promise<string> }
  interface Token { readonly scope?: string; readonly clientId?: string; readonly isExpired: boolean }
  export const interactionPolicy: { base(): { get(prompt: 'consent' | 'login'): { readonly checks: { remove(reason: string): void } } } };
  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (of: { readonly clientId: string; readonly accountId: string | undefined }) => Grant;
    readonly Session: new () => Session;
    readonly ClientCredentials: { find(token: string): Promise<Token | undefined> };
    readonly Client: { find(id: string): Promise<object | undefined> };
    cookieName(which: 'session'): string;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    on(event: string, listener: (context: OidcContext, error: Error) => void): void;
  }
}
