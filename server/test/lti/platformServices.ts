/** The services of the test platform, strict where their specifications are: who is in the course (LTI-NRPS 2.0), its gradebook (LTI-AGS 2.0). */
import type { IncomingMessage } from 'node:http';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/';
export const NRPS_SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const SCOPE = { item: `${AGS}scope/lineitem`, itemRead: `${AGS}scope/lineitem.readonly`, result: `${AGS}scope/result.readonly`, score: `${AGS}scope/score` } as const;
/** What a tool needs that makes columns and fills them. */
export const AGS_SCOPES = [SCOPE.item, SCOPE.score] as const;
/** All there are: other tools ask for reading alone by its own name, and read results. */
export const ALL_SCOPES = [NRPS_SCOPE, SCOPE.item, SCOPE.itemRead, SCOPE.result, SCOPE.score] as const;
const TYPE = {
  members: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json', items: 'application/vnd.ims.lis.v2.lineitemcontainer+json', item: 'application/vnd.ims.lis.v2.lineitem+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json', score: 'application/vnd.ims.lis.v1.score+json',
} as const;
export const ROLE = { instructor: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor', learner: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner', observer: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor' } as const;

export interface User { readonly id: string; readonly name: string | null; readonly email?: string; readonly role: keyof typeof ROLE; readonly professor?: boolean; readonly inactive?: boolean }
export interface LineItem { readonly id: string; readonly label: string; readonly scoreMaximum: number; readonly resourceId?: string; readonly tag?: string; readonly resourceLinkId?: string }
export interface Score { readonly column: string; readonly userId: string; readonly scoreGiven: number; readonly scoreMaximum: number; readonly comment?: string; readonly timestamp: string }
export interface Course { readonly id: string; readonly label: string; readonly title: string }
/** What the platform answers, or (a string) what the tool did wrong. */
export type Answer = { readonly status: number; readonly type?: string; readonly body?: unknown; readonly headers?: Record<string, string> } | string;

export class CourseServices {
  columns: LineItem[] = [];
  scores: Score[] = [];
  readonly #url: () => string;
  readonly #course: Course;
  readonly #users: readonly User[];
  /** A query that stands in every address of the gradebook, as it does at Moodle; it is missed where a tool loses it. */
  readonly #query: string;
  /** People on a page where the tool asks for no number. */
  readonly #page: number;

  constructor({ url, course, users, query, page }: { readonly url: () => string; readonly course: Course; readonly users: readonly User[]; readonly query: string; readonly page: number }) {
    this.#url = url;
    this.#course = course;
    this.#users = users;
    this.#query = query;
    this.#page = page;
  }

  get membershipsUrl(): string { return `${this.#url()}/memberships?course=${this.#course.id}`; }
  get lineItemsUrl(): string { return `${this.#url()}/lineitems${this.#query}`; }
  static serves(path: string): boolean { return path === '/memberships' || path === '/lineitems' || path.startsWith('/lineitems/'); }

  addColumn(item: Omit<LineItem, 'id'>): LineItem {
    const made = { ...item, id: `${this.#url()}/lineitems/${this.columns.length + 1}/lineitem${this.#query}` };
    this.columns.push(made);
    return made;
  }

  /** @param scopes what the token of the request is good for. */
  answer(request: IncomingMessage, url: URL, body: string, scopes: readonly string[]): Answer {
    const may = (...any: readonly string[]): boolean => any.some((scope) => scopes.includes(scope));
    const accepts = (type: string): boolean => (request.headers.accept ?? '').includes(type);
    const sent = (request.headers['content-type'] ?? '').split(';')[0];
    if (url.pathname === '/memberships') {
      if (request.method !== 'GET') return 'method';
      return !may(NRPS_SCOPE) ? 'token scope' : !accepts(TYPE.members) ? 'accept' : this.#members(url);
    }
    for (const [name, value] of new URLSearchParams(this.#query)) if (url.searchParams.get(name) !== value) return 'the query of the address was lost';
    if (url.pathname === '/lineitems') {
      if (request.method === 'GET') return !may(SCOPE.item, SCOPE.itemRead) ? 'token scope' : !accepts(TYPE.items) ? 'accept' : this.#items(url);
      if (request.method !== 'POST') return 'method';
      if (!may(SCOPE.item)) return 'token scope';
      const item = itemOf(body);
      return sent !== TYPE.item ? 'content type' : item === null ? 'line item' : { status: 201, type: TYPE.item, body: this.addColumn(item) };
    }
    const [, path = '', what = ''] = /^(\/lineitems\/\d+\/lineitem)(\/scores|\/results)?$/.exec(url.pathname) ?? [];
    const at = this.columns.findIndex(({ id }) => new URL(id).pathname === path);
    const column = this.columns[at];
    if (!column) return 'column';
    if (what === '/scores') return request.method !== 'POST' ? 'method' : !may(SCOPE.score) ? 'token scope' : sent !== TYPE.score ? 'content type' : this.#score(column, body);
    if (what === '/results') return request.method !== 'GET' ? 'method' : !may(SCOPE.result) ? 'token scope' : !accepts(TYPE.results) ? 'accept' : this.#results(column, url);
    if (request.method === 'GET') return !may(SCOPE.item, SCOPE.itemRead) ? 'token scope' : !accepts(TYPE.item) ? 'accept' : { status: 200, type: TYPE.item, body: column };
    if (!may(SCOPE.item)) return 'token scope';
    if (request.method === 'DELETE') { this.columns.splice(at, 1); return { status: 204 }; }
    if (request.method !== 'PUT') return 'method';
    const changed = itemOf(body);
    if (sent !== TYPE.item) return 'content type';
    if (changed === null) return 'line item';
    // The address and the link of a column are not the tool's to change (AGS 3.2.3).
    this.columns[at] = { ...changed, id: column.id, ...(column.resourceLinkId === undefined ? {} : { resourceLinkId: column.resourceLinkId }) };
    return { status: 200, type: TYPE.item, body: this.columns[at] };
  }

  #members(url: URL): Answer {
    if (url.searchParams.get('course') !== this.#course.id) return 'course';
    const from = Number(url.searchParams.get('from') ?? 0);
    const most = Number(url.searchParams.get('limit') ?? this.#page);
    const page = this.#users.slice(from, from + most);
    const next = new URL(url);
    next.searchParams.set('from', String(from + most));
    const members = page.map((user) => ({ user_id: user.id, status: user.inactive === true ? 'Inactive' : 'Active', roles: [user.role === 'learner' ? 'Learner' : ROLE[user.role]], ...(user.name === null ? {} : { name: user.name }) }));
    return { status: 200, type: TYPE.members, body: { id: url.href, context: this.#course, members }, headers: from + most < this.#users.length ? { link: `<${this.#url()}/elsewhere>; rel="differences", <${next.href}>; rel="next"` } : {} };
  }

  #items(url: URL): Answer {
    const asked = (name: string): string | null => url.searchParams.get(name);
    const found = this.columns.filter(({ resourceId, resourceLinkId, tag }) => [['resource_id', resourceId], ['resource_link_id', resourceLinkId], ['tag', tag]].every(([name, value]) => asked(name ?? '') === null || asked(name ?? '') === value));
    return { status: 200, type: TYPE.items, body: found };
  }

  #score(column: LineItem, body: string): Answer {
    const score = JSON.parse(body) as Partial<Score> & { activityProgress?: string; gradingProgress?: string };
    if (!this.#users.some(({ id }) => id === score.userId)) return 'user';
    if (typeof score.timestamp !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d)$/.test(score.timestamp)) return 'timestamp';
    if (typeof score.scoreGiven !== 'number' || score.scoreGiven < 0 || typeof score.scoreMaximum !== 'number' || score.scoreMaximum <= 0) return 'score';
    if (!['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'].includes(score.activityProgress ?? '') || !['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'].includes(score.gradingProgress ?? '')) return 'progress';
    const before = this.scores.findLast((each) => each.column === column.id && each.userId === score.userId);
    // AGS 3.4.7: an older score than the one held is refused.
    if (before && before.timestamp >= score.timestamp) return 'an older score';
    this.scores.push({ ...(score as Omit<Score, 'column'>), column: column.id });
    return { status: 204 };
  }

  #results(column: LineItem, url: URL): Answer {
    const user = url.searchParams.get('user_id');
    const last = new Map(this.scores.filter((score) => score.column === column.id && (user === null || score.userId === user)).map((score) => [score.userId, score]));
    const [path = '', query = ''] = column.id.split('?');
    return { status: 200, type: TYPE.results, body: [...last.values()].map(({ userId, scoreGiven, scoreMaximum, comment }) => ({ id: `${path}/results/${userId}${query && `?${query}`}`, scoreOf: column.id, userId, resultScore: (scoreGiven / scoreMaximum) * column.scoreMaximum, resultMaximum: column.scoreMaximum, ...(comment === undefined ? {} : { comment }) })) };
  }
}

function itemOf(body: string): Omit<LineItem, 'id'> | null {
  const item = JSON.parse(body) as Partial<LineItem>;
  const { id: _theirs, ...rest } = item;
  return typeof item.label === 'string' && item.label !== '' && typeof item.scoreMaximum === 'number' && item.scoreMaximum > 0 ? (rest as Omit<LineItem, 'id'>) : null;
}
