/** The answer to a deep-linking request (LTI-DL 2.0): a signed message with one link that carries the class, and a column for its grades. */
import { SignJWT } from 'jose';
import { nanoid } from 'nanoid';
import { CLAIM, DL, LINK_TYPE, type Arrival } from './claims.ts';
import type { ToolKey } from './keys.ts';
import type { Platform } from './LtiStore.ts';

const originOf = (text: string): string | null => (URL.canParse(text) ? new URL(text).origin : null);
/** Origins whose pages may frame ours and take our answers. */
export const originsOf = (platform: Platform): string[] => [...new Set([platform.issuer, platform.authUrl, ...platform.frames].flatMap((each) => originOf(each) ?? []))];

export class DeepLinks {
  readonly #key: () => Promise<ToolKey>;
  readonly #now: () => number;
  constructor(key: () => Promise<ToolKey>, now: () => number) {
    this.#key = key;
    this.#now = now;
  }

  /** The browser's form may only go to origins the operator has registered. */
  mayReturn(platform: Platform, url: string): boolean { return originsOf(platform).includes(originOf(url) ?? ''); }

  async response(platform: Platform, deployment: string, { data, lineItem }: NonNullable<Arrival['deepLink']>, { code, title, launchUrl }: { readonly code: string; readonly title: string; readonly launchUrl: string }): Promise<string> {
    const key = await this.#key();
    const now = Math.floor(this.#now() / 1000);
    const item = { type: LINK_TYPE, title: title || code, url: launchUrl, window: { targetName: '_blank' }, custom: { class: code }, ...(lineItem ? { lineItem: { scoreMaximum: 100, label: title || code, resourceId: code, tag: 'concert' } } : {}) };
    return new SignJWT({
      nonce: nanoid(), [CLAIM.message]: 'LtiDeepLinkingResponse', [CLAIM.version]: '1.3.0', [CLAIM.deployment]: deployment, [`${DL}content_items`]: [item], ...(data === null ? {} : { [`${DL}data`]: data }),
    }).setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' }).setIssuer(platform.clientId).setAudience(platform.issuer).setIssuedAt(now).setExpirationTime(now + 300).sign(key.private);
  }
}
