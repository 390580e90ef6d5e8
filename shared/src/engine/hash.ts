/** One hash for one meaning: SHA-256 over canonical JSON (keys sorted), alike in Node and in browsers. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { project } from './project.ts';

/** JSON with sorted keys and without undefined members. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

/** What everybody may know, as one hash: equal on every machine that follows the same match. */
export const publicHash = (scenario: Scenario, state: MatchState): string => hashOf(project(scenario, state, { kind: 'public' }));
