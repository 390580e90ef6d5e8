/** The store's schema as a numbered list; a step is never edited once released, only followed by another. */
export const MIGRATIONS: readonly string[] = [
  // 1: matches with a lease from the first day (a second process must be able to see who writes), entries, members, seat keys.
  `CREATE TABLE matches (
     code TEXT PRIMARY KEY, scenario TEXT NOT NULL, title TEXT NOT NULL, preset TEXT NOT NULL, private INTEGER NOT NULL,
     status TEXT NOT NULL, seed INTEGER NOT NULL, bot_pace INTEGER, created_at INTEGER NOT NULL, host TEXT, round INTEGER NOT NULL,
     owner TEXT, lease_until INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX matches_open ON matches (created_at) WHERE private = 0 AND status <> 'ended';
   CREATE TABLE entries (
     code TEXT NOT NULL REFERENCES matches (code), seq INTEGER NOT NULL, member TEXT, command_id TEXT, snapshot INTEGER NOT NULL, body TEXT NOT NULL,
     PRIMARY KEY (code, seq)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE members (
     code TEXT NOT NULL REFERENCES matches (code), id TEXT NOT NULL, name TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, seat TEXT, joined_at INTEGER NOT NULL,
     PRIMARY KEY (code, id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE seat_keys (code TEXT NOT NULL REFERENCES matches (code), seat TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (code, seat)) STRICT, WITHOUT ROWID;`,
  // 2: the rule level a match is played at; matches from before had only the first.
  `ALTER TABLE matches ADD COLUMN level TEXT NOT NULL DEFAULT 'core';`,
  // 3: the rules it began under; what an earlier version decided is folded, never decided anew.
  `ALTER TABLE matches ADD COLUMN rules INTEGER NOT NULL DEFAULT 1;`,
  // 4: classes of a seminar with their people; bodies are JSON, what is looked up has a column.
  `CREATE TABLE classes (code TEXT PRIMARY KEY, desk_hash TEXT NOT NULL, keep_until INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE TABLE people (class TEXT NOT NULL REFERENCES classes (code) ON DELETE CASCADE, id TEXT NOT NULL, token_hash TEXT UNIQUE, body TEXT NOT NULL, PRIMARY KEY (class, id)) STRICT, WITHOUT ROWID;`,
  // 5: how bots play; matches from before drew a temper for each seat.
  `ALTER TABLE matches ADD COLUMN bots TEXT NOT NULL DEFAULT 'mixed';`,
  // 6: the library: how and when a match ended, and which recording it goes on from.
  `ALTER TABLE matches ADD COLUMN outcome TEXT;
   ALTER TABLE matches ADD COLUMN ended_at INTEGER;
   ALTER TABLE matches ADD COLUMN fork TEXT;
   CREATE INDEX matches_ended ON matches (ended_at) WHERE private = 0 AND status = 'ended';`,
  // 7: learning platforms (LTI): their registrations, logins and launches under way, which class is which course, who is whom there, desks opened from there.
  `CREATE TABLE lti_secrets (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
   CREATE TABLE lti_platforms (id TEXT PRIMARY KEY, issuer TEXT NOT NULL, client_id TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (issuer, client_id)) STRICT;
   CREATE TABLE lti_passing (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, expires_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL) STRICT;
   CREATE TABLE lti_courses (class TEXT PRIMARY KEY REFERENCES classes (code) ON DELETE CASCADE, platform TEXT NOT NULL REFERENCES lti_platforms (id) ON DELETE CASCADE, deployment TEXT NOT NULL, context TEXT NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE TABLE lti_people (class TEXT NOT NULL REFERENCES lti_courses (class) ON DELETE CASCADE, user TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (class, user)) STRICT, WITHOUT ROWID;
   CREATE TABLE lti_desks (hash TEXT PRIMARY KEY, class TEXT NOT NULL REFERENCES lti_courses (class) ON DELETE CASCADE, expires_at INTEGER NOT NULL) STRICT;
   CREATE TRIGGER lti_person_gone AFTER DELETE ON people BEGIN DELETE FROM lti_people WHERE class = OLD.class AND person = OLD.id; END;`,
  // 8: who watches a recording together and who leads, for as long as the watch is kept.
  `CREATE TABLE watches (code TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;`,
];
