/** Courses of a platform and our classes: where a launch leads, who is whom, the roster and the grades of a course. */
import type * as z from 'zod';
import type { ChooseClass, LtiCode, LtiChosen, LtiCourse, LtiEntry, LtiGrades, LtiRoster, ReturnGrades } from '@concert/shared/protocol/lti';
import { CreateClass } from '@concert/shared/protocol/seminar';
import { newToken, tokenHash } from '../match/codes.ts';
import { turn, type Turned } from '../match/MatchHall.ts';
import type { ClassRecord } from '../seminar/ClassStore.ts';
import { isTurned, type Classes } from '../seminar/Classes.ts';
import { nameOf, SCOPE, standing, type Arrival } from './claims.ts';
import type { DeepLinks } from './deepLink.ts';
import type { Course, LtiStore, Platform } from './LtiStore.ts';
import { PlatformError, type PlatformServices } from './services.ts';

const TICKET_MS = 2 * 60_000;
const CHOICE_MS = 60 * 60_000;
/** A desk opened from a platform is opened again from there after a week: whoever no longer teaches the course loses it. */
const DESK_MS = 7 * 86_400_000;

export interface CoursesOptions { readonly store: LtiStore; readonly classes: Classes; readonly services: PlatformServices; readonly deepLinks: DeepLinks; readonly now: () => number; readonly openTables: (record: ClassRecord) => Promise<void> }

export class Courses {
  readonly #o: CoursesOptions;
  constructor(options: CoursesOptions) { this.#o = options; }

  #platform(id: string): Platform | undefined { return this.#o.store.platforms().find((each) => each.id === id); }

  /** The class of a launch: the one its link carries where that is of this course, else the newest of the course. */
  #classOf(come: Arrival): { readonly record: ClassRecord; readonly course: Course } | null {
    if (come.context === null) return null;
    const known = this.#o.store.coursesOf(come.platform, come.deployment, come.context).flatMap((course) => { const record = this.#o.classes.find(course.class); return record ? [{ record, course }] : []; });
    return (come.class === null ? undefined : known.find(({ record }) => record.code === come.class)) ?? known[0] ?? null;
  }

  /** A one-time ticket for a proved launch; the page changes it for what it leads to. */
  admit(come: Arrival): string | Turned {
    if (come.standing === null) return turn('lti-no-role');
    if (come.deepLink && come.standing !== 'instructor') return turn('lti-no-role');
    if (come.context === null) return turn('lti-bad-message', { field: 'context' });
    if (come.deepLink && !come.deepLink.takesLinks) return turn('lti-bad-message', { field: 'accept_types' });
    const found = this.#classOf(come);
    if (come.standing === 'learner' && !found) return turn('lti-no-class', { course: come.course });
    const ticket = newToken();
    this.#o.store.pass('ticket', tokenHash(ticket), come, this.#o.now() + TICKET_MS);
    return ticket;
  }

  async enter(ticket: string, known: readonly string[] = []): Promise<LtiEntry | Turned> {
    const hash = tokenHash(ticket);
    const passing = this.#o.store.passing('ticket', hash);
    if (!passing || passing.expiresAt <= this.#o.now() || !this.#o.store.use(hash)) return turn('lti-expired');
    const come = passing.body as Arrival;
    const found = this.#classOf(come);
    if (found) this.#refresh(found.course, come);
    if (come.standing === 'learner') return found ? this.#seat(found.record, come, known) : turn('lti-no-class', { course: come.course });
    if (found && !come.deepLink) return { kind: 'desk', code: found.record.code, token: this.#openDesk(found.record.code) };
    const secret = newToken();
    this.#o.store.pass('choice', tokenHash(secret), come, this.#o.now() + CHOICE_MS);
    const courses = come.context === null ? [] : this.#o.store.coursesOf(come.platform, come.deployment, come.context);
    return {
      kind: 'choose', secret, course: come.course, platform: this.#platform(come.platform)?.name ?? '', deepLink: come.deepLink !== null,
      classes: courses.flatMap(({ class: code }) => { const record = this.#o.classes.find(code); return record ? [{ code, title: record.title, people: this.#o.classes.people(code).length }] : []; }),
    };
  }

  async #seat(record: ClassRecord, come: Arrival, known: readonly string[]): Promise<LtiEntry | Turned> {
    const person = this.#person(record, come.user, come.name);
    if (typeof person !== 'string') return person;
    const ticket = await this.#o.classes.welcome(record, person, known);
    return isTurned(ticket) ? ticket : { kind: 'place', code: record.code, token: ticket.token ?? '' };
  }

  /** Who this user of the platform is here: known from before, of the same name on the roster, or new. */
  #person(record: ClassRecord, user: string, name: string | null): string | Turned {
    const linked = this.#o.store.people(record.code);
    const people = this.#o.classes.people(record.code);
    const known = linked.get(user);
    if (known !== undefined && people.some(({ id }) => id === known)) return known;
    const taken = new Set(linked.values());
    const same = name === null ? undefined : people.find((person) => !taken.has(person.id) && alike(person.name, name));
    const person = same ?? this.#o.classes.enroll(record, name);
    if (isTurned(person)) return person;
    this.#o.store.knowPerson(record.code, user, person.id);
    return person.id;
  }

  /** The services' addresses as the platform last told them. */
  #refresh(course: Course, come: Arrival): void {
    this.#o.store.saveCourse({
      ...course, title: come.course || course.title, membershipsUrl: come.membershipsUrl ?? course.membershipsUrl, lineItemsUrl: come.lineItemsUrl ?? course.lineItemsUrl,
      lineItemUrl: come.lineItemUrl ?? course.lineItemUrl, scopes: come.scopes.length > 0 ? come.scopes : course.scopes,
    });
  }

  #openDesk(code: string): string {
    const token = newToken();
    this.#o.store.openDesk(code, tokenHash(token), this.#o.now() + DESK_MS);
    return token;
  }

  /** An instructor names the class of the course, or has one made; a deep link goes back to the platform with it. */
  async choose(secret: string, wish: z.infer<typeof ChooseClass>, launchUrl: string): Promise<LtiChosen | Turned> {
    const hash = tokenHash(secret);
    const choice = this.#o.store.passing('choice', hash);
    if (!choice || choice.used || choice.expiresAt <= this.#o.now()) return turn('lti-expired');
    const come = choice.body as Arrival;
    const platform = this.#platform(come.platform);
    if (!platform || come.context === null) return turn('lti-bad-message', { field: 'context' });
    const back = come.deepLink;
    if (back && !this.#o.deepLinks.mayReturn(platform, back.returnUrl)) return turn('lti-return-address', { address: new URL(back.returnUrl).origin });
    const made = this.#named(come, wish);
    if (isTurned(made)) return made;
    if (!this.#o.store.use(hash)) return turn('lti-expired');
    const { code } = made;
    if (this.#o.store.courseOf(code) === null) {
      this.#o.store.saveCourse({ class: code, platform: come.platform, deployment: come.deployment, context: come.context, title: come.course, membershipsUrl: come.membershipsUrl, lineItemsUrl: come.lineItemsUrl, lineItemUrl: come.lineItemUrl, scopes: come.scopes });
    }
    await this.#o.openTables(made);
    return { code, token: this.#openDesk(code), back: back ? { url: back.returnUrl, jwt: await this.#o.deepLinks.response(platform, come.deployment, back, { code, title: made.title || come.course, launchUrl }) } : null };
  }

  #named(come: Arrival, wish: z.infer<typeof ChooseClass>): ClassRecord | Turned {
    if (wish.create) {
      const full = CreateClass.safeParse({ ...wish.create, title: wish.create.title || come.course });
      if (!full.success) return turn('bad-message', { field: full.error.issues[0]?.path.map(String).join('.') ?? '' });
      const made = this.#o.classes.create(full.data);
      return isTurned(made) ? made : made.record;
    }
    const record = this.#o.classes.find(wish.class ?? '');
    if (!record) return turn('unknown-class', { match: wish.class ?? '' });
    const course = this.#o.store.courseOf(record.code);
    // A class made a moment ago on the set-up page belongs to nobody's course yet: its key proves whose it is.
    if (!course) return wish.desk !== undefined && this.#o.classes.deskOf(record.code, wish.desk) ? record : turn('unauthorised');
    return course.platform === come.platform && course.deployment === come.deployment && course.context === come.context ? record : turn('lti-other-course');
  }

  /** What the desk may ask the platform for. */
  course(record: ClassRecord): LtiCourse | Turned {
    const course = this.#o.store.courseOf(record.code);
    const platform = course && this.#platform(course.platform);
    if (!course || !platform) return turn('lti-not-linked');
    const grades = course.lineItemUrl !== null ? course.scopes.includes(SCOPE.score) : course.lineItemsUrl !== null && course.scopes.includes(SCOPE.score) && course.scopes.includes(SCOPE.lineItem);
    return { platform: platform.name, course: course.title, roster: course.membershipsUrl !== null, grades, people: [...this.#o.store.people(record.code).values()] };
  }

  /** The learners of the course become people of the class; nobody is taken off it. */
  async roster(record: ClassRecord): Promise<LtiRoster | Turned> {
    const course = this.#o.store.courseOf(record.code);
    const platform = course && this.#platform(course.platform);
    if (!course || !platform) return turn('lti-not-linked');
    if (course.membershipsUrl === null) return turn('lti-no-roster');
    try {
      const members = (await this.#o.services.members(platform, course.membershipsUrl)).filter(({ roles, status }) => standing(roles) === 'learner' && (status === undefined || status === 'Active'));
      const before = this.#o.store.people(record.code);
      let added = 0;
      let full = false;
      for (const member of members) {
        const person = this.#person(record, member.user_id, nameOf(member));
        if (typeof person !== 'string') { full = true; break; }
        if (!before.has(member.user_id)) added += 1;
      }
      const here = new Set(members.map(({ user_id: user }) => user));
      const names = new Map(this.#o.classes.people(record.code).map(({ id, name }) => [id, name]));
      return { added, known: members.length - added, full, left: [...before].flatMap(([user, person]) => (here.has(user) ? [] : [names.get(person) ?? ''])).filter(Boolean) };
    } catch (error) {
      return failed(error, platform, 'lti-no-roster');
    }
  }

  /** Points for people of the class into the platform's gradebook, one by one; each has its own result. */
  async grade(record: ClassRecord, wish: z.infer<typeof ReturnGrades>): Promise<LtiGrades | Turned> {
    const course = this.#o.store.courseOf(record.code);
    const platform = course && this.#platform(course.platform);
    if (!course || !platform) return turn('lti-not-linked');
    let column: string;
    try {
      column = await this.#o.services.column(platform, course, record.title || course.title);
    } catch (error) {
      return failed(error, platform, 'lti-no-grades');
    }
    const users = new Map([...this.#o.store.people(record.code)].map(([user, person]) => [person, user]));
    const results: { person: string; code: LtiCode | null }[] = [];
    for (const { person, points, comment } of wish.grades) {
      const user = users.get(person);
      if (user === undefined) { results.push({ person, code: 'lti-not-theirs' }); continue; }
      try {
        await this.#o.services.score(platform, column, { user, points, comment });
        results.push({ person, code: null });
      } catch (error) {
        results.push({ person, code: failed(error, platform, 'lti-no-grades').code as LtiCode });
      }
    }
    return { results };
  }
}

const alike = (a: string, b: string): boolean => a.normalize('NFKC').trim().toLocaleLowerCase('und') === b.normalize('NFKC').trim().toLocaleLowerCase('und');
/** No answer, or an error of the platform's own: it may work later; a refusal of its does not. */
function failed(error: unknown, platform: Platform, refused: LtiCode): Turned {
  if (!(error instanceof PlatformError)) throw error;
  return error.status >= 400 && error.status < 500 && error.status !== 429 ? turn(refused, { status: error.status }) : turn('lti-unreachable', { platform: platform.name });
}
