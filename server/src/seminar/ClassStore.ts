/** What the server keeps of a class: its settings, its people, its desk's inbox. Matches are kept by the match log. */
import type { SeatId } from '@concert/shared';
import type { Capital, CreateClass, InjectShape, ObserverNote, RevealStep, InjectWhen, PlanId, Stage, Survey } from '@concert/shared/protocol/seminar';

/** An inject waiting for its moment; `fired` are the tables it has come to. */
export interface Prepared { readonly id: string; readonly tables: readonly string[]; readonly inject: InjectShape; readonly when: InjectWhen; readonly fired: readonly string[] }
export interface InboxItem {
  readonly id: string; readonly kind: 'help' | 'rejoin' | 'pin'; readonly at: number; readonly person: string; readonly table: string | null; readonly text: string;
  readonly state: 'new' | 'read' | 'done';
  /** Hash of the token a lost phone's owner would get with the desk's nod. */
  readonly tokenHash?: string;
}
export interface DeskKey { readonly id: string; readonly hash: string; readonly label: string; readonly since: number }
/** Opens the desk once on another machine; without `until` a printed spare. */
export interface DeskPass { readonly hash: string; readonly until: number | null }
export interface ClassRecord {
  readonly code: string; readonly deskHash: string; readonly createdAt: number; readonly keepUntil: number;
  readonly title: string; readonly scenario: string; readonly plan: PlanId; readonly level: CreateClass['level'];
  readonly settings: Pick<CreateClass, 'seating' | 'delegations' | 'pseudonyms' | 'oversight' | 'reveal' | 'approval' | 'keepDays'> & { /** Absent in classes made before there was a choice: not guided. */ readonly guided?: boolean; /** Absent in older classes: off, public. */ readonly capital?: Capital; readonly observers?: CreateClass['observers']; readonly mayObserve?: boolean };
  /** Match codes of the tables, in order. */
  readonly tables: readonly string[];
  readonly stage: Stage;
  /** Epoch milliseconds at which the stage is meant to end; null = open. */
  readonly stageUntil: number | null;
  /** Where a guided reveal is, and the table it is shown at; null = not begun, all tables. Absent in older classes. */
  readonly step?: RevealStep | null;
  readonly stepTable?: string | null;
  readonly prepared: readonly Prepared[];
  readonly inbox: readonly InboxItem[];
  /** Further keys of the desk; `deskHash` is '' once the first one is taken away. */
  readonly keys?: readonly DeskKey[];
  readonly passes?: readonly DeskPass[];
  /** When the consents were released, for good, and what the pseudonyms are made with; absent = not yet. */
  readonly research?: { readonly at: number; readonly salt: string };
  readonly notes?: readonly ObserverNote[];
  /** Ids given so far. */
  readonly count: number;
}
/** A PIN before a place at a shared device. The handle stays in the browser in place of the key; `open`: the desk has nodded, no PIN is asked once. */
export interface PlaceLock { readonly salt: string; readonly pinHash: string; readonly handleHash: string; readonly open?: true }
export interface PersonRecord {
  readonly id: string; readonly name: string;
  /** The name at the table; the real one where the class has no pseudonyms. */
  readonly alias: string;
  readonly table: string | null; readonly seat: SeatId | null; readonly office: string | null;
  /** Null until somebody has come in under this name. */
  readonly tokenHash: string | null;
  readonly joinedAt: number | null;
  readonly muted: boolean;
  /** Watches `table` and sits in no seat. */
  readonly observes?: boolean;
  readonly lock?: PlaceLock;
  /** Research use of the own data; the desk learns nothing of it until the consents are released, and then numbers alone. */
  readonly consent: boolean | null;
  readonly survey: Survey | null;
}

/** Both stores keep this contract (server/test/seminar/classStoreContract.ts). */
export interface ClassStore {
  /** False when the code is taken. */
  create(record: ClassRecord): boolean;
  find(code: string): ClassRecord | null;
  /** The class this match is a table of. */
  ofTable(table: string): ClassRecord | null;
  save(record: ClassRecord): void;
  /** The class with its people; the matches are the match log's. */
  remove(code: string): void;
  /** Codes of classes kept longer than they were meant to be. */
  overdue(now: number): readonly string[];
  savePerson(code: string, person: PersonRecord): void;
  people(code: string): readonly PersonRecord[];
  removePerson(code: string, id: string): void;
  findPerson(tokenHash: string): { readonly code: string; readonly person: PersonRecord } | null;
  close(): void;
}
