/** Blackboard Learn in the cloud: one issuer for all schools, a link without a column, data with every sign in it, columns in pages of which ours is on the second. */
import { AGS, DL, LTI, NRPS, SCOPE, V, type Shape } from './shape.ts';

const CLIENT = '8f3c5d2e-1111-4a4a-9c9c-aaaaaaaaaaaa';
const DEPLOYMENT = '86e8b331-a6cd-486c-b006-9893c749e242';
const scopes = [SCOPE.item, SCOPE.result, SCOPE.score, SCOPE.itemRead, SCOPE.members];
const member = (id: string, name: string, role: string): object => ({ status: 'Active', name, given_name: name.split(' ')[0], family_name: name.split(' ')[1], email: '', user_id: id, lis_person_sourcedid: '', roles: [`${V}/membership#${role}`] });
export const blackboard: Shape = {
  name: 'Blackboard Learn', after: 'docs.anthology.com/docs/blackboard/lti/1.3/core/jwt-contents; help and developer pages on LTI Advantage',
  client: CLIENT, deployment: DEPLOYMENT, issuer: () => 'https://blackboard.com', registered: (at) => ({ authUrl: `${at.replace('127.0.0.1', 'localhost')}/api/v1/gateway/oidcauth`, frames: [at] }), scopes,
  login: (at, who, tool) => ({ method: 'GET', fields: { iss: 'https://blackboard.com', login_hint: `${at}/webapps/bb-social-learning,${who},${'d'.repeat(700)}`, lti_message_hint: 'e'.repeat(3000), target_link_uri: tool, client_id: CLIENT, lti_deployment_id: DEPLOYMENT, lti_storage_target: '_parent' } }),
  claims: (at, who, launching, tool) => ({
    aud: CLIENT, azp: CLIENT, sub: who === 'learner' ? '561ac4762b5142a0b1d3ed1aa40789c1' : 'a61ac4762b5142a0b1d3ed1aa40789c1', name: who === 'learner' ? 'Ana López' : 'Grace Park', given_name: 'x', family_name: 'y', email: '', locale: 'en-US',
    [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: DEPLOYMENT, [`${LTI}target_link_uri`]: tool, [`${LTI}message_type`]: launching.kind === 'deep' ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest',
    [`${LTI}roles`]: who === 'learner' ? [`${V}/membership#Learner`] : [`${V}/institution/person#Faculty`, `${V}/membership/Instructor#TeachingAssistant`], [`${LTI}lis`]: { person_sourcedid: '', course_section_sourcedid: 'IR301' }, [`${LTI}role_scope_mentor`]: [],
    [`${LTI}context`]: { id: '7d3a4f', label: 'IR301', title: 'International Relations', type: [`${V}/course#CourseSection`] }, [`${LTI}tool_platform`]: { name: 'Our school', description: '', guid: '8365', product_family_code: 'BlackboardLearn', version: '3900.93.0' },
    [`${LTI}launch_presentation`]: { locale: 'en-US', document_target: 'frame', return_url: `${at}/webapps/blackboard/execute/blti/launchReturn?course_id=_4_1` }, [`${LTI}custom`]: launching.kind === 'link' && launching.class !== null ? { class: launching.class } : {},
    [NRPS]: { context_memberships_url: `${at}/learn/api/v1/lti/external/namesandroles/_4_1?groupId=`, service_versions: ['2.0'] }, [AGS]: { scope: scopes.slice(0, 4), lineitems: `${at}/learn/api/v1/lti/courses/_4_1/lineItems` },
    ...(launching.kind === 'deep'
      ? { [DL]: { deep_link_return_url: `${at}/webapps/blackboard/controller/lti/v2DeepLinking`, accept_types: ['html', 'image', 'link', 'ltiResourceLink', 'file'], accept_media_types: '*/*', accept_presentation_document_targets: ['embed', 'frame', 'iframe', 'window'], accept_multiple: true, auto_create: true, data: '_4_1::_19_1::-1::false::false::_1_1::c42c%20"\\/ö::false' } }
      : { [`${LTI}resource_link`]: { id: '_19_1', title: 'Talks' } }),
  }),
  token: { token_type: 'bearer', expires_in: '3600', refresh_token: null },
  pages: (at) => ({
    '/learn/api/v1/lti/external/namesandroles/_4_1?groupId=': { body: { id: `${at}/members`, context: { id: '7d3a4f' }, members: [member('a61ac4762b5142a0b1d3ed1aa40789c1', 'Grace Park', 'Instructor'), member('561ac4762b5142a0b1d3ed1aa40789c1', 'Ana López', 'Learner'), member('b6', 'Bo Li', 'Learner'), { ...member('c6', 'Left Already', 'Learner'), status: 'Inactive' }] } },
    // Ours is on the second page, although only ours were asked for.
    '/learn/api/v1/lti/courses/_4_1/lineItems': { body: [{ id: `${at}/learn/api/v1/lti/courses/_4_1/lineItems/_9_1`, label: 'Essay', scoreMaximum: 10, resourceId: null }], link: `<${at}/learn/api/v1/lti/courses/_4_1/lineItems?page=2>; rel=next` },
    '/learn/api/v1/lti/courses/_4_1/lineItems?page=2': { body: [{ id: `${at}/learn/api/v1/lti/courses/_4_1/lineItems/_54_1`, label: 'Talks', scoreMaximum: 100, resourceId: 'CLASS', tag: 'concert' }] },
  }),
  expected: { course: 'International Relations', learner: 'Ana López', roster: ['Bo Li'], scores: '/learn/api/v1/lti/courses/_4_1/lineItems/_54_1/scores', user: '561ac4762b5142a0b1d3ed1aa40789c1' },
};
