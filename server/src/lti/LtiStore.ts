/** What the server keeps about learning platforms: registrations, our key, launches under way, and which class and person is which there. */
import type { DatabaseSync } from 'node:sqlite';
import { nanoid } from 'nanoid';

/** A registered platform: what its administrator gave the operator. */
export interface Platform {
  readonly id: string; readonly name: string; readonly issuer: string; readonly clientId: string;
  readonly authUrl: string; readonly tokenUrl: string; readonly jwksUrl: string;
  /** Audience of our assertions where it is not the token address. */
  readonly tokenAudience: string | null;
  readonly deployments: readonly string[];
  /** Further origins whose pages may show ours in a frame and take deep links back. */
  readonly frames: readonly string[];
}
/** The course a class belongs to, and the services the platform offers for it. */
export interface Course {
  readonly class: string; readonly platform: string; readonly deployment: string; readonly context: string; readonly title: string;
  readonly membershipsUrl: string | null; readonly lineItemsUrl: string | null; readonly lineItemUrl: string | null; readonly scopes: readonly string[];
}
/** `login`: sent to the platform to say who it is. `ticket`: a launch on its way into the page. `choice`: an instructor who has yet to name a class. `invitation`: an administrator may register. */
export type PassingKind = 'login' | 'ticket' | 'choice' | 'invitation';
export interface Passing { readonly body: unknown; readonly expiresAt: number; readonly used: boolean }

export interface LtiStore {
  secret(name: string): string | null;
  keepSecret(name: string, body: string): void;
  platforms(): readonly Platform[];
  /** Adds a platform, or changes the one with this issuer and client id. */
  savePlatform(platform: Omit<Platform, 'id'>): Platform;
  /** The platform, its courses and what is known of their people; the classes stay. */
  removePlatform(id: string): void;
  pass(kind: PassingKind, hash: string, body: unknown, expiresAt: number): void;
  passing(kind: PassingKind, hash: string): Passing | null;
  /** True for whoever uses it first; what it said of somebody goes. */
  use(hash: string): boolean;
  forgetPassed(now: number): void;
  courseOf(code: string): Course | null;
  coursesOf(platform: string, deployment: string, context: string): readonly Course[];
  saveCourse(course: Course): void;
  /** What is known of the class here, once it is deleted. */
  forgetClass(code: string): void;
  /** Who this person of a class is at the platform. */
  forgetPerson(code: string, person: string): void;
  /** Platform users of a class, each with the person they are. */
  people(code: string): ReadonlyMap<string, string>;
  knowPerson(code: string, user: string, person: string): void;
  openDesk(code: string, hash: string, expiresAt: number): void;
  holdsDesk(code: string, hash: string, now: number): boolean;
  close(): void;
}

/** Over the embedded database, or over one in memory. */
export function sqliteLtiStore(db: DatabaseSync): LtiStore {
  const sql = {
    secret: db.prepare('SELECT body FROM lti_secrets WHERE name = ?'),
    keepSecret: db.prepare('INSERT OR IGNORE INTO lti_secrets (name, body) VALUES (?,?)'),
    platforms: db.prepare('SELECT id, body FROM lti_platforms ORDER BY rowid'),
    platformId: db.prepare('SELECT id FROM lti_platforms WHERE issuer = ? AND client_id = ?'),
    savePlatform: db.prepare('INSERT INTO lti_platforms (id, issuer, client_id, body) VALUES (?,?,?,?) ON CONFLICT (id) DO UPDATE SET body = excluded.body'),
    removePlatform: db.prepare('DELETE FROM lti_platforms WHERE id = ?'),
    pass: db.prepare('INSERT INTO lti_passing (hash, kind, expires_at, body) VALUES (?,?,?,?)'),
    passing: db.prepare('SELECT body, expires_at, used FROM lti_passing WHERE kind = ? AND hash = ?'),
    use: db.prepare("UPDATE lti_passing SET used = 1, body = 'null' WHERE hash = ? AND used = 0"),
    forgetPassed: db.prepare('DELETE FROM lti_passing WHERE expires_at <= ?'),
    forgetDesks: db.prepare('DELETE FROM lti_desks WHERE expires_at <= ?'),
    course: db.prepare('SELECT body FROM lti_courses WHERE class = ?'),
    courses: db.prepare('SELECT body FROM lti_courses WHERE platform = ? AND deployment = ? AND context = ? ORDER BY rowid DESC'),
    saveCourse: db.prepare('INSERT INTO lti_courses (class, platform, deployment, context, body) VALUES (?,?,?,?,?) ON CONFLICT (class) DO UPDATE SET body = excluded.body'),
    forget: ['lti_people', 'lti_desks', 'lti_courses'].map((table) => db.prepare(`DELETE FROM ${table} WHERE class = ?`)),
    forgetPerson: db.prepare('DELETE FROM lti_people WHERE class = ? AND person = ?'),
    people: db.prepare('SELECT user, person FROM lti_people WHERE class = ?'),
    knowPerson: db.prepare('INSERT INTO lti_people (class, user, person) VALUES (?,?,?) ON CONFLICT (class, user) DO UPDATE SET person = excluded.person'),
    openDesk: db.prepare('INSERT INTO lti_desks (hash, class, expires_at) VALUES (?,?,?)'),
    desk: db.prepare('SELECT 1 FROM lti_desks WHERE hash = ? AND class = ? AND expires_at > ?'),
  };
  const body = (row: unknown): unknown => JSON.parse(String((row as { body: string }).body));
  const platformOf = (row: unknown): Platform => ({ ...(body(row) as Omit<Platform, 'id'>), id: String((row as { id: string }).id) });
  return {
    secret(name) { const row = sql.secret.get(name); return row ? String(row['body']) : null; },
    keepSecret(name, text) { sql.keepSecret.run(name, text); },
    platforms: () => sql.platforms.all().map(platformOf),
    savePlatform(platform) {
      const id = String(sql.platformId.get(platform.issuer, platform.clientId)?.['id'] ?? nanoid(12));
      sql.savePlatform.run(id, platform.issuer, platform.clientId, JSON.stringify(platform));
      return { ...platform, id };
    },
    removePlatform(id) { sql.removePlatform.run(id); },
    pass(kind, hash, what, expiresAt) { sql.pass.run(hash, kind, expiresAt, JSON.stringify(what)); },
    passing(kind, hash) { const row = sql.passing.get(kind, hash); return row ? { body: body(row), expiresAt: Number(row['expires_at']), used: Number(row['used']) === 1 } : null; },
    use: (hash) => sql.use.run(hash).changes === 1,
    forgetPassed(now) { sql.forgetPassed.run(now); sql.forgetDesks.run(now); },
    courseOf(code) { const row = sql.course.get(code); return row ? (body(row) as Course) : null; },
    coursesOf: (platform, deployment, context) => sql.courses.all(platform, deployment, context).map((row) => body(row) as Course),
    saveCourse(course) { sql.saveCourse.run(course.class, course.platform, course.deployment, course.context, JSON.stringify(course)); },
    forgetPerson(code, person) { sql.forgetPerson.run(code, person); },
    forgetClass(code) { for (const each of sql.forget) each.run(code); },
    people: (code) => new Map(sql.people.all(code).map((row) => [String(row['user']), String(row['person'])])),
    knowPerson(code, user, person) { sql.knowPerson.run(code, user, person); },
    openDesk(code, hash, expiresAt) { sql.openDesk.run(hash, code, expiresAt); },
    holdsDesk: (code, hash, now) => sql.desk.get(hash, code, now) !== undefined,
    close() { db.close(); },
  };
}
