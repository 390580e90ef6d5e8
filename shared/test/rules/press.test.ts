/** Free text between delegations. */
import { describe, expect, it } from 'vitest';
import { project } from '../../src/index.ts';
import { SEATS, sixParty, started } from '../given.ts';

describe('press', () => {
  it('a channel is the circle of its readers, in scenario order, whoever writes', () => {
    const match = started().and('DK', { type: 'message', to: ['US'], text: ' hello ' }).and('US', { type: 'message', to: ['DK', 'US'], text: 'hello yourself' });
    expect(match.state.messages.map(({ id, channel, from, text }) => [id, channel, from, text])).toEqual([[1, 'US+DK', 'DK', 'hello'], [2, 'US+DK', 'US', 'hello yourself']]);
  });
  it('the whole table is the plenary channel, which the public reads; nobody else’s is', () => {
    const match = started().and('US', { type: 'message', to: SEATS.filter((seat) => seat !== 'US'), text: 'to all' }).and('US', { type: 'message', to: ['JP'], text: 'to one' }).and('US', { type: 'message', to: [], text: 'note' });
    const read = (viewer: Parameters<typeof project>[2]): string[] => Object.values(project(sixParty, match.state, viewer).channels).flatMap((channel) => channel.messages.map(({ text }) => text));
    expect(read({ kind: 'public' })).toEqual(['to all']);
    expect(read({ kind: 'seat', seat: 'JP' }).sort()).toEqual(['to all', 'to one']);
    expect(read({ kind: 'seat', seat: 'CN' })).toEqual(['to all']);
    expect(read({ kind: 'seat', seat: 'US' })).toHaveLength(3);
  });
  it('numbers count within a channel, so that they tell nothing about other talk', () => {
    const match = started().and('US', { type: 'message', to: ['JP'], text: 'one' }).and('CN', { type: 'message', to: ['DK'], text: 'two' });
    expect(match.state.messages.map(({ id }) => id)).toEqual([1, 1]);
  });
  it('a message has 1 to 800 characters and readers at the table', () => {
    const match = started();
    match.when('US', { type: 'message', to: ['CN'], text: ' \n ' }).refused('empty-message');
    match.when('US', { type: 'message', to: ['CN'], text: 'x'.repeat(801) }).refused('message-too-long', { max: 800, length: 801 });
    match.when('US', { type: 'message', to: ['XX'], text: 'hello' }).refused('unknown-recipient', { seat: 'XX' });
    match.and('US', { type: 'message', to: ['CN'], text: 'x'.repeat(800) });
  });
});
