/** Brightspace, Sakai, Open edX, and the reference platform of 1EdTech. */
import { AGS, DL, LTI, NRPS, SCOPE, V, type Launching, type Shape } from './shape.ts';

const deepOr = (launching: Launching, settings: object, link: object): object => (launching.kind === 'deep' ? { [DL]: settings } : { [`${LTI}resource_link`]: link });
const custom = (launching: Launching): Record<string, string> => (launching.kind === 'link' && launching.class !== null ? { class: launching.class } : {});
const type = (launching: Launching): string => (launching.kind === 'deep' ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest');

/** Keys without an algorithm, tokens for another audience than the address they come from, names without e-mail, a variable left as it was. */
export const brightspace: Shape = {
  name: 'Brightspace', after: 'community.d2l.com/brightspace/kb/articles/23764 and 18081; github.com/1EdTech/lti-1-3-php-library/issues/34',
  client: '811b8625-b463-4a94-b745-ce3f6408ec83', deployment: '9806AD80-2B03-4637-8032-E67553DD8B0F', issuer: (at) => at, registered: () => ({ tokenAudience: 'https://api.brightspace.com/auth/token' }), scopes: [SCOPE.item, SCOPE.itemRead, SCOPE.result, SCOPE.score, SCOPE.members],
  login: (at, who, tool) => ({ method: 'POST', fields: { iss: at, target_link_uri: tool, login_hint: who, lti_message_hint: 'm'.repeat(2500), client_id: '811b8625-b463-4a94-b745-ce3f6408ec83', lti_deployment_id: '9806AD80-2B03-4637-8032-E67553DD8B0F' } }),
  key: ({ alg: _none, ...jwk }) => jwk,
  claims: (at, who, launching, tool) => ({
    aud: '811b8625-b463-4a94-b745-ce3f6408ec83', nbf: Math.floor(Date.now() / 1000), sub: who === 'learner' ? '15495cdc_169' : '15495cdc_170', [`${LTI}lti11_legacy_user_id`]: '15495cdc_169', name: who === 'learner' ? 'Ana López' : 'Grace Park', given_name: '', family_name: '', email: '',
    [`${LTI}custom`]: { user_id: '$User.Id', ...custom(launching) }, [`${LTI}message_type`]: type(launching), [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: '9806AD80-2B03-4637-8032-E67553DD8B0F', [`${LTI}target_link_uri`]: tool,
    [`${LTI}roles`]: who === 'learner' ? [`${V}/institution/person#Student`, `${V}/institution/person#Learner`, `${V}/membership#Learner`] : [`${V}/institution/person#Instructor`, `${V}/membership#Instructor`], [`${LTI}context`]: { id: '6609', title: 'International Relations', label: 'IR301', type: [`${V}/course#CourseOffering`] },
    [`${LTI}lis`]: { course_offering_sourcedid: 'o', course_section_sourcedid: 'o' }, 'http://www.brightspace.com': { tenant_id: 't', org_defined_id: 'ana1', user_id: 169, username: 'ana', 'Context.id.history': '', 'ResourceLink.id.history': '', link_id: '12' },
    [`${LTI}launch_presentation`]: { locale: 'en-ca' }, [NRPS]: { context_memberships_url: `${at}/d2l/api/lti/nrps/2.0/deployment/9806/orgunit/6609/memberships`, service_versions: ['2.0'] },
    [AGS]: { scope: [SCOPE.item, SCOPE.itemRead, SCOPE.result, SCOPE.score], lineitems: `${at}/d2l/api/lti/ags/2.0/deployment/9806/orgunit/6609/lineitems`, ...(launching.kind === 'link' ? { lineitem: `${at}/d2l/api/lti/ags/2.0/deployment/9806/orgunit/6609/lineitems/b1c2` } : {}) },
    ...deepOr(launching, { deep_link_return_url: `${at}/d2l/le/lti/6609/deeplinking/response?session=1`, accept_types: ['link', 'ltiResourceLink', 'html', 'image', 'file'], accept_presentation_document_targets: ['embed', 'iframe', 'window'], accept_multiple: true, auto_create: false, data: 'd' }, { id: '12', title: 'Talks', description: '' }),
  }),
  pages: (at) => ({ '/d2l/api/lti/nrps/2.0/deployment/9806/orgunit/6609/memberships': { body: { id: at, context: { id: '6609' }, members: [{ user_id: '15495cdc_169', status: 'Active', roles: [`${V}/membership#Learner`], name: 'Ana López', email: '' }, { user_id: '15495cdc_171', status: 'Active', roles: [`${V}/membership#Learner`], given_name: 'Bo', family_name: 'Li' }] } } }),
  expected: { course: 'International Relations', learner: 'Ana López', roster: ['Bo Li'], scores: '/d2l/api/lti/ags/2.0/deployment/9806/orgunit/6609/lineitems/b1c2/scores', user: '15495cdc_169' },
};

/** One deployment for the whole server, long signed addresses, claims of its own, users named by an address. */
export const sakai: Shape = {
  name: 'Sakai', after: 'github.com/sakaiproject/sakai: lti/lti-blis LTI13Servlet.java, lti/lti-common SakaiLTIUtil.java',
  client: '6b0f5a7e-0000-4b4b-8888-bbbbbbbbbbbb', deployment: '1', issuer: (at) => at, scopes: [SCOPE.item, SCOPE.itemRead, SCOPE.result, SCOPE.score, SCOPE.members],
  login: (at, who, tool) => ({ method: 'POST', fields: { iss: at, target_link_uri: tool, login_hint: who, lti_message_hint: 'hint', client_id: '6b0f5a7e-0000-4b4b-8888-bbbbbbbbbbbb', lti_deployment_id: '1', lti_storage_target: '_parent' } }),
  claims: (at, who, launching, tool) => ({
    aud: '6b0f5a7e-0000-4b4b-8888-bbbbbbbbbbbb', sub: `${at}/${who}`, name: who === 'learner' ? 'Ana López' : 'Grace Park', given_name: null, family_name: null, locale: 'en_US', [`${LTI}message_type`]: type(launching), [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: '1', [`${LTI}target_link_uri`]: tool,
    [`${LTI}roles`]: [`${V}/membership#${who === 'learner' ? 'Learner' : 'Instructor'}`, ...(who === 'learner' ? [] : [`${V}/system/person#SysAdmin`])], [`${LTI}context`]: { id: 'f0a1-site', label: 'IR301', title: 'International Relations', type: [`${V}/course#CourseSection`] }, [`${LTI}custom`]: { availableend: '', ...custom(launching) },
    [`${LTI}ext`]: { sakai_role: 'maintain' }, 'https://www.sakailms.org/spec/lti/claim/extension': { sakai_launch_presentation_css_url_list: 'a,b', sakai_academic_session: 'OTHER', sakai_role: 'access', sakai_eid: 'ana' }, [`${LTI}lti1p1`]: { user_id: 'u', oauth_consumer_key: null, oauth_consumer_key_sign: null },
    [`${LTI}launch_presentation`]: { css_url: `${at}/library/skin/tool.css`, return_url: `${at}/imsblis/service/return-url/site/f0a1`, document_target: 'iframe' }, [NRPS]: { context_memberships_url: `${at}/imsblis/lti13/namesandroles/${'a'.repeat(64)}:::f0a1-site:::content:12`, service_versions: ['2.0'] },
    [AGS]: { scope: [SCOPE.item, SCOPE.itemRead, SCOPE.score, SCOPE.result], lineitems: `${at}/imsblis/lti13/lineitems/${'b'.repeat(64)}`, lineitem: launching.kind === 'link' ? `${at}/imsblis/lti13/lineitem/${'c'.repeat(64)}` : null },
    ...deepOr(launching, { deep_link_return_url: `${at}/portal/tool/4f?panel=PostContentItem&flow=lessons`, accept_types: ['ltiResourceLink'], accept_media_types: 'application/vnd.ims.lti.v1.ltilink', accept_presentation_document_targets: ['iframe', 'window', 'embed'], accept_multiple: false, accept_lineitem: true, auto_create: false, data: '{"remember":"always bring a towel"}' }, { id: 'content:12', title: 'Talks', description: '' }),
  }),
  token: { expires_in: 3600, scope: SCOPE.item },
  pages: (at) => ({ [`/imsblis/lti13/namesandroles/${'a'.repeat(64)}:::f0a1-site:::content:12`]: { body: { id: at, context: { id: 'f0a1-site' }, members: [{ status: 'Active', context_id: 'f0a1-site', user_id: `${at}/learner`, lti11_legacy_user_id: 'l', roles: [`${V}/membership#Learner`], name: 'Ana López' }, { status: 'Active', user_id: `${at}/second`, roles: [`${V}/membership#Learner`], given_name: 'Bo', family_name: 'Li', name: '' }] } } }),
  expected: { course: 'International Relations', learner: 'Ana López', roster: ['Bo Li'], scores: `/imsblis/lti13/lineitem/${'c'.repeat(64)}/scores`, user: '/learner' },
};

/** Roles of the house alone (as it long was), no names without consent, a column that is given and none to be made. */
export const openEdx: Shape = {
  name: 'Open edX', after: 'github.com/openedx/xblock-lti-consumer: lti_consumer/lti_1p3/consumer.py, constants.py, ags.py',
  client: 'c5b6a1d0-2222-4c4c-9999-cccccccccccc', deployment: '1', issuer: (at) => at, scopes: [SCOPE.itemRead, SCOPE.result, SCOPE.score, SCOPE.members],
  login: (at, who, tool) => ({ method: 'GET', fields: { iss: at, client_id: 'c5b6a1d0-2222-4c4c-9999-cccccccccccc', lti_deployment_id: '1', target_link_uri: tool, login_hint: who, lti_message_hint: 'lti_1p3_launch_data_key' } }),
  claims: (at, who, launching, tool) => ({
    aud: 'c5b6a1d0-2222-4c4c-9999-cccccccccccc', azp: 'c5b6a1d0-2222-4c4c-9999-cccccccccccc', sub: `0f8e-${who}`, [`${LTI}message_type`]: type(launching), [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: '1', [`${LTI}target_link_uri`]: tool,
    [`${LTI}roles`]: who === 'learner' ? [`${V}/institution/person#Student`] : [`${V}/system/person#Administrator`, `${V}/institution/person#Instructor`], [`${LTI}context`]: { id: 'course-v1:School+IR301+2026', type: [`${V}/course#CourseOffering`], title: 'International Relations - School', label: 'course-v1:School+IR301+2026' },
    [`${LTI}launch_presentation`]: { document_target: 'iframe' }, [`${LTI}custom`]: custom(launching), [NRPS]: { context_memberships_url: `${at}/api/lti_consumer/v1/lti/12/memberships`, service_versions: ['2.0'] },
    [AGS]: { scope: [SCOPE.itemRead, SCOPE.result, SCOPE.score], lineitems: `${at}/api/lti_consumer/v1/lti/12/lti-ags`, ...(launching.kind === 'link' ? { lineitem: `${at}/api/lti_consumer/v1/lti/12/lti-ags/1` } : {}) },
    ...deepOr(launching, { accept_types: ['ltiResourceLink', 'link', 'html', 'image'], accept_presentation_document_targets: ['iframe', 'window', 'embed'], accept_multiple: true, auto_create: true, title: '', text: '', deep_link_return_url: `${at}/api/lti_consumer/v1/lti/12/lti-dl/response` }, { id: 'block-v1:School+IR301+2026+type@lti_consumer+block@4c', title: 'Talks' }),
  }),
  pages: (at) => {
    const url = `${at}/api/lti_consumer/v1/lti/12/memberships`;
    const person = (id: string): object => ({ user_id: id, status: 'Active', roles: [`${V}/membership#Learner`] });
    return {
      '/api/lti_consumer/v1/lti/12/memberships': { body: { id: url, context: { id: 'course-v1:School+IR301+2026' }, members: [person('0f8e-learner'), { ...person('0f8e-instructor'), roles: [`${V}/membership#Administrator`, `${V}/membership#Instructor`] }] }, link: `<${url}>; rel="first", <${url}?page=2>; rel="next", <${url}?page=2>; rel="last"` },
      '/api/lti_consumer/v1/lti/12/memberships?page=2': { body: { id: url, context: { id: 'c' }, members: [person('0f8e-other')] }, link: `<${url}>; rel="first", <${url}>; rel="prev", <${url}?page=2>; rel="last"` },
    };
  },
  expected: { course: 'International Relations - School', learner: null, roster: [null], scores: '/api/lti_consumer/v1/lti/12/lti-ags/1/scores', user: '0f8e-learner' },
};

/** Numbers for names of things, kinds of courses of its own, an instructor of the house, a learner who mentors too, the audience as a list. */
export const reference: Shape = {
  name: 'the reference platform', after: 'lti-ri.imsglobal.org/platforms/2789/resource_links/67349 and 1719/resource_links/46486',
  client: 'reference', deployment: '1', issuer: (at) => at, scopes: [SCOPE.item, SCOPE.result, SCOPE.score, SCOPE.members],
  // Client id and deployment are optional when a launch begins, and so is the hint.
  login: (at, who, tool) => ({ method: 'GET', fields: { iss: at, login_hint: who, target_link_uri: tool } }),
  claims: (at, who, launching, tool) => ({
    aud: ['reference'], azp: 'reference', sub: who === 'learner' ? 'a6d5c443' : 'b6d5c443', name: who === 'learner' ? 'Dr. Ana Stroman López' : 'Grace Park', given_name: 'Ana', family_name: 'López', middle_name: 'Stroman', picture: 'http://example.org/Ana.jpg', [`${LTI}message_type`]: type(launching), [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: '1', [`${LTI}target_link_uri`]: tool,
    [`${LTI}roles`]: who === 'learner' ? [`${V}/membership#Learner`, `${V}/institution/person#Student`, `${V}/membership#Mentor`] : [`${V}/institution/person#Instructor`], [`${LTI}role_scope_mentor`]: ['a62c52c02ba262003f5e'], [`${LTI}context`]: { id: '51761', label: 'A1', title: 'IR', type: ['Course'] }, [`${LTI}custom`]: { myCustomValue: '123', ...custom(launching) },
    [`${LTI}tool_platform`]: { name: 'reference', contact_email: '', description: '', url: '', product_family_code: '', version: '1.0', guid: '2789' }, 'https://purl.imsglobal.org/spec/lti-ces/claim/caliper-endpoint-service': { scopes: [], caliper_endpoint_url: at, caliper_federated_session_id: 'urn:uuid:1' },
    [AGS]: { scope: [SCOPE.item, SCOPE.result, SCOPE.score], lineitems: `${at}/platforms/2789/contexts/51761/line_items`, lineitem: launching.kind === 'link' ? `${at}/platforms/2789/contexts/51761/line_items/47066` : '' }, [NRPS]: { context_memberships_url: `${at}/platforms/2789/contexts/51761/memberships`, service_versions: ['2.0'] },
    ...deepOr(launching, { accept_types: ['link', 'file', 'html', 'ltiResourceLink', 'image'], accept_media_types: 'image/*,text/html', accept_presentation_document_targets: ['iframe', 'window', 'embed'], accept_multiple: true, auto_create: true, title: 't', text: 't', data: 'csrftoken:c7fbba78', deep_link_return_url: `${at}/platforms/2789/contexts/51761/deep_links` }, { id: '67349', title: 'Talks', description: '' }),
  }),
  pages: (at) => ({ '/platforms/2789/contexts/51761/memberships': { body: { id: at, context: { id: 51761 }, members: [{ status: 'Active', name: 'Dr. Ana Stroman López', user_id: 'a6d5c443', roles: ['Learner', 'Mentor'] }, { status: 'Active', name: 'Bo Li', given_name: 'Bo', family_name: 'Li', user_id: 'c6', roles: [`${V}/membership#Learner`] }] } } }),
  expected: { course: 'IR', learner: 'Dr. Ana Stroman López', roster: ['Bo Li'], scores: '/platforms/2789/contexts/51761/line_items/47066/scores', user: 'a6d5c443' },
};
