/** Dynamic registration (LTI-DR 1.0): an administrator with an invitation gives the platform our address, and both tell each other the rest. */
import * as z from 'zod';
import { tokenHash } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import { SCOPE } from './claims.ts';
import type { LtiStore, Platform } from './LtiStore.ts';
import { ask, PlatformError, read } from './services.ts';

const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const url = z.url({ protocol: /^https?$/ });
const Configuration = z.object({ issuer: url, authorization_endpoint: url, token_endpoint: url, jwks_uri: url, registration_endpoint: url, scopes_supported: z.array(z.string()).default([]), authorization_server: z.string().optional(), [PLATFORM]: z.object({ product_family_code: z.string().optional() }).optional() });
const Registered = z.object({ client_id: z.string().min(1).max(255), [TOOL]: z.object({ deployment_id: z.string().min(1).max(255).optional() }).optional() });
export const Register = z.object({ invitation: z.string().max(80), openid_configuration: url, registration_token: z.string().max(8000).optional() });

/** Registers us with the platform and the platform with us; the invitation serves once. @param origin our own address. */
export async function register(store: LtiStore, wish: z.infer<typeof Register>, origin: string, now: number): Promise<Platform | Turned> {
  const hash = tokenHash(wish.invitation);
  const invitation = store.passing('invitation', hash);
  if (!invitation || invitation.used || invitation.expiresAt <= now) return turn('lti-invitation');
  try {
    const about = read('configuration', Configuration, (await ask('configuration', wish.openid_configuration, { headers: { accept: 'application/json' } })).text);
    // The configuration speaks for its own host only (LTI-DR 1.0, 3.5.1).
    if (new URL(about.issuer).host !== new URL(wish.openid_configuration).host) return turn('lti-foreign', { claim: 'iss' });
    const scopes = Object.values(SCOPE).filter((scope) => about.scopes_supported.includes(scope));
    const { text } = await ask('registration', about.registration_endpoint, {
      method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', ...(wish.registration_token === undefined ? {} : { authorization: `Bearer ${wish.registration_token}` }) },
      body: JSON.stringify({
        application_type: 'web', grant_types: ['implicit', 'client_credentials'], response_types: ['id_token'], initiate_login_uri: `${origin}/lti/login`, redirect_uris: [`${origin}/lti/launch`], client_name: 'Concert',
        jwks_uri: `${origin}/lti/jwks`, token_endpoint_auth_method: 'private_key_jwt', scope: scopes.join(' '),
        [TOOL]: {
          domain: new URL(origin).host, target_link_uri: `${origin}/lti/launch`, claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
          messages: [{ type: 'LtiResourceLinkRequest', target_link_uri: `${origin}/lti/launch` }, { type: 'LtiDeepLinkingRequest', target_link_uri: `${origin}/lti/launch` }],
        },
      }),
    });
    const done = read('registration', Registered, text);
    if (!store.use(hash)) return turn('lti-invitation');
    const deployment = done[TOOL]?.deployment_id;
    return store.savePlatform({
      name: new URL(about.issuer).host, issuer: about.issuer, clientId: done.client_id, authUrl: about.authorization_endpoint, tokenUrl: about.token_endpoint, jwksUrl: about.jwks_uri,
      tokenAudience: about.authorization_server ?? null, deployments: deployment === undefined ? [] : [deployment], frames: [],
    });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return turn('lti-unreachable', { platform: new URL(wish.openid_configuration).host });
  }
}
