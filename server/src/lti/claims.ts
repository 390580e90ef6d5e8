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
const url = z.url({ protocol: /^https?$/ }).max(8000);
/** A service's address, which platforms leave blank where there is none (AGS 2.0, 3.1.2), or send as something we cannot use: then there is none. */
const service = url.nullish().catch(null);
/** Databases with numbers for keys let them through as numbers. */
const key = z.union([z.string(), z.number().int().transform(String)]).pipe(z.string().min(1).max(255));
/** Names may be withheld by the platform: nothing of a person but `sub` is needed. */
export const Launch = z.object({
  sub: key, nonce: text, azp: text.optional(), name: text.nullish(), given_name: text.nullish(), family_name: text.nullish(),
  [CLAIM.message]: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']), [CLAIM.version]: z.literal('1.3.0'), [CLAIM.deployment]: key,
  [CLAIM.target]: text.nullish(), [CLAIM.roles]: z.array(text).max(200).nullish(),
  [CLAIM.context]: z.object({ id: key, title: text.nullish(), label: text.nullish() }).nullish(),
  [CLAIM.link]: z.object({ id: key, title: text.nullish() }).nullish(),
  // Written in PHP, an object with nothing in it comes as a list.
  [CLAIM.custom]: z.record(z.string(), z.unknown()).nullish().catch(null),
  [CLAIM.settings]: z.object({ deep_link_return_url: url, accept_types: z.array(text).max(50).nullish(), data: z.string().max(8000).nullish(), accept_lineitem: z.boolean().nullish().catch(null) }).optional(),
  [CLAIM.memberships]: z.object({ context_memberships_url: service }).nullish().catch(null),
  [CLAIM.grades]: z.object({ scope: z.array(text).max(50).catch([]), lineitems: service, lineitem: service }).nullish().catch(null),
});
export const LINK_TYPE = 'ltiResourceLink';

/** What somebody or something is called: nothing where it is blank, or a variable that the platform did not fill in. */
const said = (word: string | null | undefined): string => { const plain = (word ?? '').trim(); return /^\$[A-Z]\w*(\.\w+)*$/.test(plain) ? '' : plain; };
export function nameOf(person: { readonly name?: string | null | undefined; readonly given_name?: string | null | undefined; readonly family_name?: string | null | undefined }): string | null {
  const name = (said(person.name) || [said(person.given_name), said(person.family_name)].filter(Boolean).join(' ')).slice(0, 60).trim();
  return name === '' ? null : name;
}

/** Who may do what here. A role in the course decides: a professor who is a student in this course is a student. */
export type Standing = 'instructor' | 'learner' | null;
const ROLE = /^(?:http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/(?:(membership)(?:\/(\w+))?|institution\/person|system\/person)#)?(\w+)$/;
const LEADS = new Set(['Instructor', 'ContentDeveloper', 'Administrator']);
/** Only where no role in the course is named at all: Open edX long named none, and an administrator who looks in has none. */
const LEADS_HOUSE = new Set(['Instructor', 'Faculty', 'Administrator']);
const LEARNS_HOUSE = new Set(['Student', 'Learner']);
export function standing(roles: readonly string[]): Standing {
  const [course, house]: [string[], string[]] = [[], []];
  for (const role of roles) {
    const [, membership, principal, name = ''] = ROLE.exec(role) ?? [];
    // `membership#Instructor`, `membership/Instructor#TeachingAssistant`; the short names are allowed for course roles only.
    if (membership !== undefined || role === name) course.push(principal ?? name);
    else house.push(name);
  }
  if (course.length > 0) return course.some((role) => LEADS.has(role)) ? 'instructor' : course.includes('Learner') ? 'learner' : null;
  return house.some((role) => LEADS_HOUSE.has(role)) ? 'instructor' : house.some((role) => LEARNS_HOUSE.has(role)) ? 'learner' : null;
}

/** A verified launch, in our own words. */
export interface Arrival {
  readonly platform: string; readonly deployment: string; readonly user: string; readonly name: string | null; readonly standing: Standing;
  readonly context: string | null; readonly course: string; readonly link: string | null;
  /** The class a deep link of ours carries. */
  readonly class: string | null;
  readonly membershipsUrl: string | null; readonly lineItemsUrl: string | null; readonly lineItemUrl: string | null; readonly scopes: readonly string[];
  readonly deepLink: { readonly returnUrl: string; readonly data: string | null; readonly lineItem: boolean; /** Whether a link is what the platform wants. */ readonly takesLinks: boolean } | null;
}

export function arrival(platform: string, claims: z.infer<typeof Launch>): Arrival {
  const context = claims[CLAIM.context];
  const settings = claims[CLAIM.settings];
  const grades = claims[CLAIM.grades];
  const carried = claims[CLAIM.custom]?.['class'];
  return {
    platform, deployment: claims[CLAIM.deployment], user: claims.sub, name: nameOf(claims), standing: standing(claims[CLAIM.roles] ?? []),
    context: context?.id ?? null, course: (said(context?.title) || said(context?.label) || said(claims[CLAIM.link]?.title)).slice(0, 80), link: claims[CLAIM.link]?.id ?? null,
    class: typeof carried === 'string' && /^[A-Z]{6}$/.test(carried) ? carried : null,
    membershipsUrl: claims[CLAIM.memberships]?.context_memberships_url ?? null, lineItemsUrl: grades?.lineitems ?? null, lineItemUrl: grades?.lineitem ?? null, scopes: grades?.scope ?? [],
    deepLink: claims[CLAIM.message] === 'LtiDeepLinkingRequest' && settings ? { returnUrl: settings.deep_link_return_url, data: settings.data ?? null, lineItem: settings.accept_lineitem !== false, takesLinks: settings.accept_types?.includes(LINK_TYPE) ?? true } : null,
  };
}
