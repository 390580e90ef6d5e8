/** The claims of a launch (LTI 1.3 core, deep linking 2.0, NRPS 2.0, AGS 2.0), read as leniently as the specification allows. */
import * as z from 'zod';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
export const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
export const CLAIM = {
  message: `${LTI}message_type`, version: `${LTI}version`, deployment: `${LTI}deployment_id`, target: `${LTI}target_link_uri`, roles: `${LTI}roles`, context: `${LTI}context`,
  link: `${LTI}resource_link`, custom: `${LTI}custom`, settings: `${DL}deep_linking_settings`,
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice', grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
} as const;
export const SCOPE = {
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem', score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
} as const;

const text = z.string().max(2000);
const url = z.url({ protocol: /^https?$/ }).max(2000);
/** Names may be withheld by the platform: nothing of a person but `sub` is needed. */
export const Launch = z.object({
  sub: z.string().min(1).max(255), nonce: text, azp: text.optional(), name: text.nullish(), given_name: text.nullish(), family_name: text.nullish(),
  [CLAIM.message]: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']), [CLAIM.version]: z.literal('1.3.0'), [CLAIM.deployment]: z.string().min(1).max(255),
  [CLAIM.target]: text.optional(), [CLAIM.roles]: z.array(text).max(200).default([]),
  [CLAIM.context]: z.object({ id: z.string().min(1).max(255), title: text.nullish(), label: text.nullish() }).nullish(),
  [CLAIM.link]: z.object({ id: z.string().min(1).max(255), title: text.nullish() }).nullish(),
  [CLAIM.custom]: z.record(z.string(), z.unknown()).nullish(),
  [CLAIM.settings]: z.object({ deep_link_return_url: url, accept_types: z.array(text).max(50), data: z.string().max(8000).optional(), accept_lineitem: z.boolean().optional() }).optional(),
  [CLAIM.memberships]: z.object({ context_memberships_url: url }).nullish(),
  [CLAIM.grades]: z.object({ scope: z.array(text).max(50).default([]), lineitems: url.nullish(), lineitem: url.nullish() }).nullish(),
});

/** Who may do what here. Only roles in the course count: a professor who is a student in this course is a student. */
export type Standing = 'instructor' | 'learner' | null;
const COURSE = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const LEADS = new Set(['Instructor', 'ContentDeveloper', 'Administrator']);
export function standing(roles: readonly string[]): Standing {
  // `membership#Instructor`, `membership/Instructor#TeachingAssistant`; the short names are allowed for course roles only.
  const short = roles.flatMap((role) => {
    const found = /^(?:http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership(?:\/(\w+))?#)?(\w+)$/.exec(role);
    return found ? [role.startsWith(`${COURSE}/`) ? (found[1] ?? '') : (found[2] ?? '')] : [];
  });
  if (short.some((role) => LEADS.has(role))) return 'instructor';
  return short.includes('Learner') ? 'learner' : null;
}

/** A verified launch, in our own words. */
export interface Arrival {
  readonly platform: string; readonly deployment: string; readonly user: string; readonly name: string | null; readonly standing: Standing;
  readonly context: string | null; readonly course: string; readonly link: string | null;
  /** The class a deep link of ours carries. */
  readonly class: string | null;
  readonly membershipsUrl: string | null; readonly lineItemsUrl: string | null; readonly lineItemUrl: string | null; readonly scopes: readonly string[];
  readonly deepLink: { readonly returnUrl: string; readonly data: string | null; readonly lineItem: boolean } | null;
}

export function arrival(platform: string, claims: z.infer<typeof Launch>): Arrival {
  const context = claims[CLAIM.context];
  const settings = claims[CLAIM.settings];
  const grades = claims[CLAIM.grades];
  const carried = claims[CLAIM.custom]?.['class'];
  const name = (claims.name ?? [claims.given_name, claims.family_name].filter(Boolean).join(' ')).trim().slice(0, 60);
  return {
    platform, deployment: claims[CLAIM.deployment], user: claims.sub, name: name === '' ? null : name, standing: standing(claims[CLAIM.roles]),
    context: context?.id ?? null, course: (context?.title ?? context?.label ?? claims[CLAIM.link]?.title ?? '').slice(0, 80), link: claims[CLAIM.link]?.id ?? null,
    class: typeof carried === 'string' && /^[A-Z]{6}$/.test(carried) ? carried : null,
    membershipsUrl: claims[CLAIM.memberships]?.context_memberships_url ?? null, lineItemsUrl: grades?.lineitems ?? null, lineItemUrl: grades?.lineitem ?? null, scopes: grades?.scope ?? [],
    deepLink: claims[CLAIM.message] === 'LtiDeepLinkingRequest' && settings ? { returnUrl: settings.deep_link_return_url, data: settings.data ?? null, lineItem: settings.accept_lineitem !== false } : null,
  };
}
