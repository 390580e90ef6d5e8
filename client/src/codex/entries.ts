/** The entries of the codex: what stands in `assets/codex/entries.json`, typed, with the questions the screens ask about it. Words are in the texts. */
import type { Level, PublicScenario } from '@concert/shared';
import file from '../../../assets/codex/entries.json';

export interface Passage { readonly paragraph: number; readonly text: string }
export interface CodexEntry {
  readonly id: string; readonly group: string; readonly level: Level;
  /** How rule book and seminar refer to it: the number of a mechanism or phase, the letters of an indicator. */
  readonly tag?: string;
  /** Names under which rules and scenarios know it (LV); one of them pinned brings it into a match of a lower level. */
  readonly keys?: readonly string[];
  /** The part of a scenario without which it cannot happen. */
  readonly needs?: string;
  readonly figure?: 'loop' | 'life' | 'tiers';
  readonly signs?: readonly ('+' | '-')[];
  readonly rules: readonly string[]; readonly passages: readonly string[]; readonly where: readonly string[]; readonly see: readonly string[];
  readonly caveat: boolean;
}
interface CodexData {
  readonly groups: readonly string[]; readonly begin: readonly string[]; readonly epigraph: string; readonly life: readonly string[];
  readonly tiers: readonly { readonly tier: string; readonly factor: string }[];
  readonly passages: Readonly<Record<string, Passage>>;
  readonly entries: readonly CodexEntry[];
}
export const codex = file as CodexData;
const BY_ID: ReadonlyMap<string, CodexEntry> = new Map(codex.entries.map((entry) => [entry.id, entry]));

/** An entry by its id; a link typed by hand may have the wrong case. */
export function entryOf(id: string | null): CodexEntry | null {
  if (id === null) return null;
  return BY_ID.get(id) ?? codex.entries.find((entry) => entry.id.toLowerCase() === id.toLowerCase()) ?? null;
}
/** The mechanism an act or a drafting option stands for, where the codex knows it by that name. */
export const entryOfKey = (key: string): CodexEntry | null => codex.entries.find((entry) => entry.keys?.includes(key)) ?? null;
/** Mechanisms that show at a place of the screen (`gauge.W`). */
export const mechanismsAt = (place: string): readonly CodexEntry[] => codex.entries.filter((entry) => entry.tag?.startsWith('M') === true && entry.where.includes(place));
export const addressOf = (id: string | null): string => (id === null ? '/codex' : `/codex#${id}`);

export interface MatchRules { readonly level: Level; readonly scenario: Pick<PublicScenario, 'pinned'> }
const ORDER: readonly Level[] = ['core', 'standard', 'full'];

/** Why an entry plays no part in this match (LV): its level, or something the scenario lacks; null where it is in play. */
export function absence(entry: CodexEntry, match: MatchRules | null): 'level' | 'scenario' | null {
  if (!match) return null;
  if (entry.needs !== undefined && !(match.scenario as unknown as Readonly<Record<string, unknown>>)[entry.needs]) return 'scenario';
  if (entry.keys?.some((key) => match.scenario.pinned.includes(key))) return null;
  return ORDER.indexOf(entry.level) <= ORDER.indexOf(match.level) ? null : 'level';
}
