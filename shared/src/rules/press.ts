/** Free text between delegations: any circle of seats at any time; what is said binds nobody. */
import type { Refusal, SeatCommand } from '../model/commands.ts';
import { refuse } from '../model/commands.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import { channelKey } from '../model/pairs.ts';
import type { MatchState } from '../model/state.ts';
import type { Scenario } from '../scenario/schema.ts';

export const MAX_LENGTH = 800;

/** A message to a circle; the number counts within its channel, so that it tells nothing about other talk. */
export function decideMessage(scenario: Scenario, state: MatchState, seat: SeatId, command: Extract<SeatCommand, { type: 'message' }>): readonly MatchEvent[] | Refusal {
  const text = command.text.trim();
  const stranger = command.to.find((other) => !state.seats[other]);
  if (stranger !== undefined) return refuse('unknown-recipient', { seat: stranger });
  if (text.length === 0) return refuse('empty-message', { max: MAX_LENGTH });
  if (text.length > MAX_LENGTH) return refuse('message-too-long', { max: MAX_LENGTH, length: text.length });
  const channel = channelKey(scenario, [seat, ...command.to]);
  const id = state.messages.reduce((count, message) => (message.channel === channel ? count + 1 : count), 1);
  return [{ type: 'messageSent', message: { id, channel, from: seat, text, round: state.round, phase: state.phase } }];
}
