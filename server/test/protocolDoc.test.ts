/** docs/protocol.md names everything one can say: checked against the schemas and the room itself. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as seminar from '@concert/shared/protocol/seminar';
import * as lti from '@concert/shared/protocol/lti';
import * as watch from '@concert/shared/protocol/watch';
import * as recordings from '@concert/shared/protocol/recordings';
import * as messages from '@concert/shared/protocol/messages';

const root = path.resolve(import.meta.dirname, '../..');
const doc = readFileSync(path.join(root, 'docs/protocol.md'), 'utf8');
const source = readFileSync(path.join(root, 'shared/src/protocol/messages.ts'), 'utf8');
const room = readFileSync(path.join(root, 'server/src/rooms/MatchRoom.ts'), 'utf8');
const missing = (names: readonly string[]): string[] => names.filter((name) => !doc.includes(`\`${name}\``) && !doc.includes(`\`${name} `));

it('names every command, with its fields', () => {
  const commands = messages.SeatCommandSchema.options.map((option) => option.shape);
  expect(commands.length).toBeGreaterThan(15);
  expect(missing(commands.map((shape) => shape.type.value))).toEqual([]);
  for (const shape of commands) for (const field of Object.keys(shape)) expect(doc, `${shape.type.value}.${field}`).toMatch(new RegExp(`\\b${field}\\b`));
});
it('names every schema, interface and constant of the protocol', () => {
  const exported = [...source.matchAll(/^export (?:const|interface|type) (\w+)/gm)].map((match) => match[1]!);
  expect(exported).toContain('WelcomeMessage');
  expect(exported.filter((name) => !/^(MAX_MESSAGE|PRESETS)$/.test(name) && !new RegExp(`\\b${name}\\b`).test(doc))).toEqual([]);
});
it('names every schema, order of the desk and code of a class', () => {
  const text = readFileSync(path.join(root, 'shared/src/protocol/seminar.ts'), 'utf8');
  const exported = [...text.matchAll(/^export (?:const|interface) (\w+)/gm)].map((match) => match[1]!).filter((name) => name !== 'isPlan');
  expect(exported).toContain('DeskOrder');
  expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(doc))).toEqual([]);
  expect(missing(seminar.DeskOrder.options.map((option) => option.shape.do.value))).toEqual([]);
  expect(missing([...(/export type ClassCode =([^;]+);/.exec(text)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!))).toEqual([]);
  for (const option of seminar.DeskOrder.options) for (const field of Object.keys(option.shape)) expect(doc).toMatch(new RegExp(`\\b${field}\\b`));
  for (const field of Object.keys(seminar.CreateClass.shape)) expect(doc).toMatch(new RegExp(`\\b${field}\\b`));
});
it('names every schema, interface, field and code of the recordings', () => {
  const text = readFileSync(path.join(root, 'shared/src/protocol/recordings.ts'), 'utf8');
  const exported = [...text.matchAll(/^export (?:const|interface|type) (\w+)/gm)].map((match) => match[1]!);
  expect(exported).toContain('ForkMatch');
  expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(doc))).toEqual([]);
  expect(missing([...(/export type RecordingCode =([^;]+);/.exec(text)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!))).toEqual([]);
  for (const shape of [recordings.RecordingQuery.shape, recordings.ForkMatch.shape, recordings.ForkUpload.shape]) for (const field of Object.keys(shape)) expect(doc).toMatch(new RegExp(`\\b${field}\\b`));
});
it('names every schema, request, field and code of watching together', () => {
  const text = readFileSync(path.join(root, 'shared/src/protocol/watch.ts'), 'utf8');
  const exported = [...text.matchAll(/^export (?:const|interface|type) (\w+)/gm)].map((match) => match[1]!);
  expect(exported).toContain('PlaceMessage');
  expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(doc))).toEqual([]);
  expect(missing([...(/export type WatchCode =([^;]+);/.exec(text)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!))).toEqual([]);
  for (const shape of [watch.StartWatch.shape, watch.JoinWatch.shape, watch.PlaceMessage.shape, watch.FollowMessage.shape, watch.GiveMessage.shape]) for (const field of Object.keys(shape)) expect(doc).toMatch(new RegExp(`\\b${field}\\b`));
});
it('names every schema, field and code of a learning platform', () => {
  const text = readFileSync(path.join(root, 'shared/src/protocol/lti.ts'), 'utf8');
  const exported = [...text.matchAll(/^export (?:const|interface|type) (\w+)/gm)].map((match) => match[1]!);
  expect(exported).toContain('LtiEntry');
  expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(doc))).toEqual([]);
  const codes = [...(/export type LtiCode =([^;]+);/.exec(text)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(15);
  expect(missing(codes)).toEqual([]);
  for (const shape of [lti.EnterLti.shape, lti.ChooseClass.shape, lti.ReturnGrades.shape]) for (const field of Object.keys(shape)) expect(doc).toMatch(new RegExp(`\\b${field}\\b`));
  // Each says what to do, in every language.
  for (const language of ['en', 'zh']) {
    const words = JSON.parse(readFileSync(path.join(root, `assets/locales/${language}/refusals.json`), 'utf8')) as Record<string, string>;
    expect(codes.filter((code) => words[code] === undefined)).toEqual([]);
  }
});
it('names every request the room handles and every field of its schema', () => {
  const handled = [...room.matchAll(/this\.#answer\(client, '(\w+)', (\w+)/g)].map((match) => [match[1]!, match[2]!] as const);
  expect(handled.map(([type]) => type).sort()).toEqual(['act', 'sit', 'stand', 'start', 'sync']);
  expect(missing(handled.flat())).toEqual([]);
});
it('names every code of the door, every lobby field and every HTTP field', () => {
  const codes = [...(/export type DoorCode =([^;]+);/.exec(source)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(12);
  expect(missing(codes)).toEqual([]);
  for (const shape of [messages.CreateMatch.shape, messages.JoinMatch.shape, messages.SitMessage.shape, messages.ActMessage.shape]) for (const field of Object.keys(shape)) expect(doc).toMatch(new RegExp(`\\b${field}\\b`));
});
