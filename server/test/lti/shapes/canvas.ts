/** Canvas in the cloud: one issuer for all schools, sign-in at yet another address, empty values for what is not there, variables that are not filled in, a roster in pages. */
import { AGS, DL, LTI, NRPS, SCOPE, V, type Shape } from './shape.ts';

const EMPTY = { validation_context: null, errors: { errors: {} } };
const CLIENT = '10000000000042';
const DEPLOYMENT = '123:7f956bcc8f67cd076ae464862ce83596a1bb3293';
const JWT_LIKE = `eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.${'eyJ2ZXJpZmllciI6'.repeat(60)}.fRSp8wDTmQ9`;
const member = (id: string, name: string | null, roles: readonly string[]): object => ({ status: 'Active', ...(name === null ? {} : { name, given_name: name.split(' ')[0], family_name: name.split(' ')[1], email: 'm@school.example', picture: 'https://school.example/p.png' }), user_id: id, lti11_legacy_user_id: `legacy-${id}`, roles });
const scopes = [SCOPE.item, SCOPE.result, SCOPE.score, SCOPE.members];
export const canvas: Shape = {
  name: 'Canvas', after: 'github.com/instructure/canvas-lms: lib/lti/messages; gist.github.com/westonkd/893d18f8a1bb36cb79d0a24324475fe6; github.com/1EdTech/lti-1-3-php-library/issues/23',
  client: CLIENT, deployment: DEPLOYMENT, issuer: () => 'https://canvas.instructure.com', registered: (at) => ({ authUrl: `${at.replace('127.0.0.1', 'localhost')}/api/lti/authorize_redirect`, frames: [at] }), scopes,
  login: (_at, who, tool) => ({ method: 'POST', fields: { iss: 'https://canvas.instructure.com', login_hint: `hint-${who}`, client_id: CLIENT, deployment_id: DEPLOYMENT, lti_deployment_id: DEPLOYMENT, target_link_uri: tool, lti_message_hint: JWT_LIKE, canvas_environment: 'prod', canvas_region: 'us-east-1', lti_storage_target: 'post_message_forwarding' } }),
  claims: (at, who, launching, tool) => ({
    aud: CLIENT, azp: CLIENT, sub: who === 'learner' ? '82c59950-9ec3' : '11111111-9ec3', locale: 'en', errors: { errors: {} }, 'https://www.instructure.com/placement': launching.kind === 'deep' ? 'link_selection' : null, [`${LTI}lti11_legacy_user_id`]: 'legacy',
    // A school that keeps names to itself.
    [`${LTI}lti1p1`]: { user_id: 'legacy', validation_context: null, errors: { errors: {} } }, [`${LTI}version`]: '1.3.0', [`${LTI}deployment_id`]: DEPLOYMENT, [`${LTI}target_link_uri`]: `${tool}?placement=link_selection`,
    [`${LTI}message_type`]: launching.kind === 'deep' ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest', [`${LTI}lis`]: { person_sourcedid: '', course_offering_sourcedid: null, ...EMPTY },
    [`${LTI}roles`]: who === 'learner' ? [`${V}/institution/person#Student`, `${V}/membership#Learner`, `${V}/system/person#User`] : [`${V}/institution/person#Instructor`, `${V}/membership#Instructor`, `${V}/system/person#User`],
    [`${LTI}context`]: { id: '4dde05e8ca1973bcca9bffc13e1548820eee93a3', label: 'IR 301', title: 'International Relations', type: [`${V}/course#CourseOffering`], ...EMPTY },
    [`${LTI}tool_platform`]: { guid: 'aBcD:canvas-lms', name: 'Our school', version: 'cloud', product_family_code: 'canvas', ...EMPTY },
    [`${LTI}launch_presentation`]: { document_target: 'iframe', height: null, width: null, return_url: `${at}/courses/1/external_content/success/external_tool_redirect`, locale: 'en', ...EMPTY },
    [NRPS]: { context_memberships_url: `${at}/api/lti/courses/1/names_and_roles`, service_versions: ['2.0'], ...EMPTY }, [AGS]: { scope: scopes.slice(0, 3), lineitems: `${at}/api/lti/courses/1/line_items`, ...EMPTY },
    [`${LTI}custom`]: { section_ids: '$Canvas.section.ids', full_name: '$Person.name.full', ...(launching.kind === 'link' && launching.class !== null ? { class: launching.class } : {}) },
    ...(launching.kind === 'deep'
      ? { [DL]: { deep_link_return_url: `${at}/courses/1/deep_linking_response?data=${JWT_LIKE}`, accept_types: ['link', 'file', 'html', 'ltiResourceLink', 'image'], accept_presentation_document_targets: ['embed', 'iframe', 'window'], accept_media_types: 'image/*,text/html,application/vnd.ims.lti.v1.ltilink,*/*', accept_multiple: true, accept_lineitem: true, auto_create: false, ...EMPTY } }
      : { [`${LTI}resource_link`]: { id: '4dde05e8ca1973bcca9bffc13e1548820eee93a3', description: null, title: null, ...EMPTY } }),
  }),
  pages: (at) => {
    const page = (number: number): string => `${at}/api/lti/courses/1/names_and_roles?page=${number}&per_page=2`;
    return {
      '/api/lti/courses/1/names_and_roles': { body: { id: page(1), context: { id: '4dde', label: 'IR 301', title: 'International Relations' }, members: [member('11111111-9ec3', 'Grace Park', [`${V}/membership#Instructor`]), member('82c59950-9ec3', null, [`${V}/membership#Learner`])] }, link: `<${page(1)}>; rel="current",<${page(2)}>; rel="next",<${page(1)}>; rel="first",<${page(2)}>; rel="last"` },
      // The "next" of the last page is missing; an observer is not of the class.
      '/api/lti/courses/1/names_and_roles?page=2&per_page=2': { body: { id: page(2), context: { id: '4dde' }, members: [member('33333333-9ec3', 'Mo Farah', [`${V}/membership#Learner`]), member('44444444-9ec3', 'A Parent', [`${V}/membership#Mentor`])] }, link: `<${page(2)}>; rel="current",<${page(1)}>; rel="prev",<${page(1)}>; rel="first",<${page(2)}>; rel="last"` },
      '/api/lti/courses/1/line_items': { body: [] },
    };
  },
  made: (at) => `${at}/api/lti/courses/1/line_items/7`,
  expected: { course: 'International Relations', learner: null, roster: ['Mo Farah'], scores: '/api/lti/courses/1/line_items/7/scores', user: '82c59950-9ec3' },
};
