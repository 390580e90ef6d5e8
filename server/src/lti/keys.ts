/** Our own key: made once, kept in the database and nowhere else; platforms read its public half at /lti/jwks. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { LtiStore } from './LtiStore.ts';

const NAME = 'key';
export interface ToolKey { readonly kid: string; readonly private: CryptoKey; readonly public: JWK }

/** The key of this installation; the first caller makes it, and whoever wrote first wins. */
export async function toolKey(store: LtiStore): Promise<ToolKey> {
  if (store.secret(NAME) === null) {
    const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
    store.keepSecret(NAME, JSON.stringify(await exportJWK(privateKey)));
  }
  const jwk = JSON.parse(store.secret(NAME) ?? '') as JWK;
  const { kty, n, e } = jwk as { kty: 'RSA'; n: string; e: string };
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return { kid, private: await importJWK(jwk, 'RS256') as CryptoKey, public: { kty, n, e, kid, alg: 'RS256', use: 'sig' } };
}
