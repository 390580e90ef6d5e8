/** Logins and launches: who a platform says has come, proved step by step; every way it can fail has a code that says what to do. */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { newToken, tokenHash } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import { arrival, Launch, type Arrival } from './claims.ts';
import type { LtiStore, Platform } from './LtiStore.ts';

const LOGIN_MS = 10 * 60_000;
/** Seconds a platform's clock may be off. */
const CLOCK_S = 60;
const text = z.string().min(1).max(4000);
/** What a platform opens a launch with (third-party initiated login); client id and deployment are optional in the specification. */
export const Login = z.object({ iss: text, login_hint: text, target_link_uri: text.optional(), client_id: text.optional(), lti_deployment_id: text.optional(), lti_message_hint: z.string().max(8000).optional() });
interface Waiting { readonly nonce: string; readonly platform: string; readonly browser: string }
export interface Begun { readonly url: string; readonly state: string; /** Proves at the launch that the same browser is back. */ readonly browser: string }

export class Launches {
  readonly #store: LtiStore;
  readonly #now: () => number;
  /** Keys of platforms, fetched when first needed and again when they change. */
  readonly #keys = new Map<string, JWTVerifyGetKey>();

  constructor(store: LtiStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Sends the browser to the platform to say who it is. @param launchUrl where it comes back to. */
  begin(login: z.infer<typeof Login>, launchUrl: string): Begun | Turned {
    const known = this.#store.platforms().filter(({ issuer, clientId }) => issuer === login.iss && (login.client_id === undefined || clientId === login.client_id));
    // Hosted platforms share an issuer; where the client id is left out, the deployment may still tell which of them it is.
    const platform = known.find(({ deployments }) => login.lti_deployment_id !== undefined && deployments.includes(login.lti_deployment_id)) ?? known[0];
    if (!platform) return turn('lti-unknown-platform', { issuer: login.iss.slice(0, 120), client: (login.client_id ?? '').slice(0, 80) });
    if (login.lti_deployment_id !== undefined && !platform.deployments.includes(login.lti_deployment_id)) return this.#wrongDeployment(platform, login.lti_deployment_id);
    const [state, nonce, browser] = [newToken(), newToken(), newToken()];
    this.#store.forgetPassed(this.#now());
    this.#store.pass('login', tokenHash(state), { nonce, platform: platform.id, browser: tokenHash(browser) } satisfies Waiting, this.#now() + LOGIN_MS);
    const url = new URL(platform.authUrl);
    const query = {
      scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none', client_id: platform.clientId, redirect_uri: launchUrl, login_hint: login.login_hint, state, nonce,
      ...(login.lti_message_hint === undefined ? {} : { lti_message_hint: login.lti_message_hint }),
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return { url: url.href, state, browser };
  }

  #wrongDeployment(platform: Platform, deployment: string): Turned {
    return turn('lti-wrong-deployment', { platform: platform.name, deployment: deployment.slice(0, 120) });
  }

  /** The platform's answer, brought by the browser. A state serves once, whatever comes of it. */
  async arrive({ idToken, state, browser }: { readonly idToken: string; readonly state: string; readonly browser: string }): Promise<Arrival | Turned> {
    const hash = tokenHash(state);
    const login = this.#store.passing('login', hash);
    if (!login || login.expiresAt <= this.#now()) return turn('lti-expired');
    if (login.used) return turn('lti-replayed');
    const waiting = login.body as Waiting;
    if (tokenHash(browser) !== waiting.browser) return turn('lti-no-cookie');
    if (!this.#store.use(hash)) return turn('lti-replayed');
    const platform = this.#store.platforms().find(({ id }) => id === waiting.platform);
    if (!platform) return turn('lti-unknown-platform', { issuer: '', client: '' });
    const proved = await this.#prove(platform, idToken);
    if ('refused' in proved) return proved;
    const { payload } = proved;
    if (payload['nonce'] !== waiting.nonce) return turn('lti-replayed');
    if (payload['azp'] !== undefined ? payload['azp'] !== platform.clientId : Array.isArray(payload.aud) && payload.aud.length > 1) return turn('lti-foreign', { claim: 'azp' });
    const claims = Launch.safeParse(payload);
    if (!claims.success) return turn('lti-bad-message', { field: claims.error.issues[0]?.path.map(String).join('.') ?? '' });
    const come = arrival(platform.id, claims.data);
    return platform.deployments.includes(come.deployment) ? come : this.#wrongDeployment(platform, come.deployment);
  }

  async #prove(platform: Platform, idToken: string): Promise<{ readonly payload: JWTPayload } | Turned> {
    let keys = this.#keys.get(platform.jwksUrl);
    if (!keys) this.#keys.set(platform.jwksUrl, (keys = createRemoteJWKSet(new URL(platform.jwksUrl), { timeoutDuration: 8000, cooldownDuration: 10_000 })));
    try {
      const { payload } = await jwtVerify(idToken, keys, {
        issuer: platform.issuer, audience: platform.clientId, algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384'], clockTolerance: CLOCK_S, currentDate: new Date(this.#now()),
        maxTokenAge: LOGIN_MS / 1000, requiredClaims: ['exp', 'iat', 'nonce'],
      });
      return { payload };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return turn('lti-expired');
      if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'iat' || error.claim === 'nbf' ? turn('lti-expired') : error.claim === 'iss' || error.claim === 'aud' ? turn('lti-foreign', { claim: error.claim }) : turn('lti-bad-message', { field: error.claim });
      if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JWKSMultipleMatchingKeys) return turn('lti-bad-signature');
      if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid || error instanceof errors.JOSENotSupported) return turn('lti-bad-signature');
      return turn('lti-unreachable', { platform: platform.name });
    }
  }
}
