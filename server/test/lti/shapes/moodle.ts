/** Moodle 4: a site below a path, login by form, every address of the gradebook with a query, short roles on the roster. */
import { AGS, DL, LTI, NRPS, SCOPE, V, type Shape } from './shape.ts';

const site = (at: string): string => `${at}/moodle`;
const services = (at: string): string => `${site(at)}/mod/lti/services.php`;
export const moodle: Shape = {
  name: 'Moodle 4', after: 'github.com/moodle/moodle: mod/lti/locallib.php, auth.php, token.php, service/gradebookservices, service/memberships',
  client: 'Wm7cXbFdEEzqJ3p', deployment: '1', issuer: site, scopes: [SCOPE.itemRead, SCOPE.result, SCOPE.score, SCOPE.item, SCOPE.members],
  login: (at, who, tool) => ({ method: 'POST', fields: { iss: site(at), target_link_uri: tool, login_hint: who === 'learner' ? '4' : '2', lti_message_hint: '{"cmid":5,"launchid":"ltilaunch5_1187653421"}', client_id: 'Wm7cXbFdEEzqJ3p', lti_deployment_id: '1' } }),
  claims: (at, who, launching, tool) => ({
    aud: 'Wm7cXbFdEEzqJ3p', sub: who === 'learner' ? '4' : '2', name: who === 'learner' ? 'Ana López' : 'Admin User', given_name: who === 'learner' ? 'Ana' : 'Admin', family_name: who === 'learner' ? 'López' : 'User', email: 'x@school.example',
    [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: '1', [`${LTI}target_link_uri`]: tool, [`${LTI}message_type`]: launching.kind === 'deep' ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest',
    // The site's administrator teaches here: two roles of the house before the one of the course.
    [`${LTI}roles`]: who === 'learner' ? [`${V}/membership#Learner`] : [`${V}/institution/person#Administrator`, `${V}/system/person#Administrator`, `${V}/membership#Instructor`],
    [`${LTI}lis`]: { person_sourcedid: '', course_section_sourcedid: '' }, [`${LTI}ext`]: { user_username: 'ana', lms: 'moodle-2' }, [`${LTI}context`]: { id: '2', label: 'IR301', title: 'International Relations', type: ['CourseSection'] },
    [`${LTI}tool_platform`]: { product_family_code: 'moodle', version: '2024042200', guid: 'school.example', name: 'school', description: 'Our school' }, [`${LTI}launch_presentation`]: { locale: 'en', document_target: 'iframe', return_url: `${site(at)}/mod/lti/return.php?course=2&launch_container=4&sesskey=a1` },
    [AGS]: { scope: [SCOPE.itemRead, SCOPE.result, SCOPE.score, SCOPE.item], lineitems: `${services(at)}/2/lineitems?type_id=1`, ...(launching.kind === 'link' ? { lineitem: `${services(at)}/2/lineitems/5/lineitem?type_id=1` } : {}) },
    [NRPS]: { context_memberships_url: `${services(at)}/CourseSection/2/bindings/1/memberships`, service_versions: ['1.0', '2.0'] },
    ...(launching.kind === 'deep'
      ? { [DL]: { accept_types: ['ltiResourceLink'], accept_presentation_document_targets: ['frame', 'iframe', 'window'], accept_multiple: true, auto_create: false, can_confirm: false, deep_link_return_url: `${site(at)}/mod/lti/contentitem_return.php?course=2&id=1&sesskey=a1`, title: '', text: '' } }
      : {
          [`${LTI}resource_link`]: { id: '3', title: 'Talks', description: '' }, 'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome': { lis_result_sourcedid: '{"data":{"instanceid":"3","userid":"4","typeid":"1","launchid":1},"hash":"c0"}', lis_outcome_service_url: `${site(at)}/mod/lti/service.php` },
          ...(launching.class === null ? {} : { [`${LTI}custom`]: { class: launching.class } }),
        }),
  }),
  pages: (at) => ({
    '/moodle/mod/lti/services.php/CourseSection/2/bindings/1/memberships': { body: { id: `${services(at)}/CourseSection/2/bindings/1/memberships`, context: { id: '2', label: 'IR301', title: 'International Relations' }, members: [
      { status: 'Active', roles: ['Instructor'], user_id: '2', lis_person_sourcedid: '', name: 'Admin User', given_name: 'Admin', family_name: 'User', email: 'a@school.example' },
      { status: 'Active', roles: ['Learner'], user_id: '4', lis_person_sourcedid: '', name: 'Ana López', given_name: 'Ana', family_name: 'López', email: 'x@school.example' }, { status: 'Active', roles: ['Learner'], user_id: '5', lis_person_sourcedid: '', name: '王 芳', given_name: '王', family_name: '芳', email: 'w@school.example' },
    ] } },
  }),
  expected: { course: 'International Relations', learner: 'Ana López', roster: ['王 芳'], scores: '/moodle/mod/lti/services.php/2/lineitems/5/lineitem/scores?type_id=1', user: '4' },
};
