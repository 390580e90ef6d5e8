/** The desk's overview as the server sends it (docs/protocol.md, classes). */
import type { DeskRequest } from '@concert/shared';
import type { ClassDoor, DeskKeyInfo, InjectShape, InjectWhen, ObserverNote } from '@concert/shared/protocol/seminar';

export interface Doings { readonly acts: number; readonly messages: number; readonly words: number; readonly lastAt: number }
export interface DeskPerson { readonly id: string; readonly name: string; readonly alias: string; readonly table: string | null; readonly seat: string | null; readonly office: string | null; readonly joined: boolean; readonly surveyed: boolean; readonly online: boolean; readonly muted: boolean; readonly observes: boolean; readonly doings: Doings | null }
export interface DeskTable {
  readonly code: string; readonly n: number; readonly status: 'waiting' | 'running' | 'ended'; readonly round: number; readonly rounds: number; readonly phase: string; readonly phaseSeq: number; readonly deadline: number;
  readonly paused: { readonly reason: string; readonly until: number | null; readonly huddle?: true } | null; readonly ratifications: readonly { readonly seat: string; readonly proposal: string; readonly clauses: readonly string[]; readonly by: number; readonly gains?: number; readonly costs?: number }[]; readonly indicators: { readonly TEN: number; readonly BLOC: number; readonly CON: number; readonly W: number }; readonly outcome: string | null; readonly scores: Readonly<Record<string, { readonly score: number; readonly par: number }>>;
  readonly seats: readonly { readonly seat: string; readonly holder: 'people' | 'bot'; readonly ready: boolean; readonly stillForMs: number | null }[];
  readonly proposals: number; readonly adopted: number;
  readonly requests: readonly Pick<DeskRequest, 'id' | 'seat' | 'by' | 'command'>[];
  readonly silences: readonly { readonly a: string; readonly b: string; readonly forMs: number }[];
}
export interface DeskItem { readonly id: string; readonly kind: 'help' | 'rejoin' | 'pin'; readonly at: number; readonly person: string; readonly table: string | null; readonly text: string; readonly state: 'new' | 'read' | 'done' }
export interface DeskOverview extends Omit<ClassDoor, 'tables'> {
  readonly now: number; readonly stageUntil: number | null; readonly tables: readonly DeskTable[]; readonly people: readonly DeskPerson[]; readonly inbox: readonly DeskItem[];
  readonly keepUntil: number; readonly notes: readonly ObserverNote[]; readonly keys: readonly DeskKeyInfo[];
  readonly consents: { readonly yes: number; readonly all: number } | null;
  readonly prepared: readonly { readonly id: string; readonly tables: readonly string[]; readonly inject: InjectShape; readonly when: InjectWhen; readonly fired: readonly string[] }[];
}
