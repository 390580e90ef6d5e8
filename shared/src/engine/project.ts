/** What each viewer may know (rules VI): the only way out of the state. An allow-list: what is not written here stays inside. */
import { channelKey } from '../model/pairs.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { View, Viewer } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { legalActs } from './legal.ts';
import { channelSources, commitmentSlice, crisisSlice, gaugesSlice, maySeeNews, meSlice, proposalSlice, revealedSlice, roundSlice, seatSlice, tableSlice, trustSlice, worthSlice } from './viewSlices.ts';
import { remembered, rememberedEach } from './slices.ts';

/** Projects states for one viewer and keeps the identity of every slice that did not change. */
export function createProjector(scenario: Scenario, asked: Viewer): (state: MatchState) => View {
  const slots = {
    table: remembered<View['table']>(), gauges: remembered<View['gauges']>(), me: remembered<View['me']>(), legal: remembered<View['legal']>(),
    crisis: remembered<View['crisis']>(), revealed: remembered<View['revealed']>(), ending: remembered<View['ending']>(),
    seats: rememberedEach<MatchState['seats'][string], View['seats'][string]>(), trust: rememberedEach<number, View['trust'][string]>(),
    proposals: rememberedEach<MatchState['proposals'][string], View['proposals'][string]>(), commitments: rememberedEach<MatchState['commitments'][string], View['commitments'][string]>(),
    channels: rememberedEach<View['channels'][string], View['channels'][string]>(), news: rememberedEach<MatchState['news'][number], View['news'][string]>(),
    history: rememberedEach<MatchState['history'][number], View['history'][string]>(),
  };
  const worth = Object.fromEntries(scenario.clauses.map((clause) => [clause.id, worthSlice(scenario, asked, clause)]));
  const sameKeys = channelSources();
  return (state) => {
    // The all-knowing view belongs to the debrief; before it the asker sees what everybody sees.
    const viewer: Viewer = asked.kind === 'all' && state.status !== 'ended' ? { kind: 'public' } : asked;
    const me: SeatId | null = viewer.kind === 'seat' ? viewer.seat : null;
    const ended = state.status === 'ended';
    return {
      viewer: asked,
      table: slots.table([state], () => tableSlice(scenario, state)),
      gauges: slots.gauges([state.indicators, state.terms, state.seats, state.tests, state.launches, ended], () => gaugesSlice(scenario, state, me)),
      me: slots.me([state.seats, state.sealed, state.invitations], () => (me === null ? null : meSlice(state, me))),
      legal: slots.legal([state], () => (me === null ? null : legalActs(scenario, state, me))),
      crisis: slots.crisis([state.crisis, state.sealed.sides, state.phase, state.indicators], () => crisisSlice(scenario, state)),
      revealed: slots.revealed([state.acts, state.phase], () => revealedSlice(scenario, state)),
      ending: slots.ending([state.ending], () => state.ending),
      seats: slots.seats(Object.entries(state.seats), [], (seat, id) => seatSlice(scenario, id, seat)),
      trust: slots.trust(Object.entries(state.trust), [ended], (value, pair) => trustSlice(pair, value, me, ended)),
      proposals: slots.proposals(Object.entries(state.proposals), [ended], (proposal) => proposalSlice(proposal, me, ended)),
      commitments: slots.commitments(Object.entries(state.commitments), [ended, state.history.length], (commitment) => commitmentSlice(scenario, state, commitment, me, ended)),
      channels: slots.channels(sameKeys(scenario, state, me), [], (channel) => channel),
      news: slots.news(state.news.map((item) => [String(item.id), item] as const), [ended && asked.kind === 'all'], (item) => (maySeeNews(item, me, ended && asked.kind === 'all') ? item : null)),
      history: slots.history(state.history.map((record) => [String(record.round), record] as const), [ended], (record) => roundSlice(scenario, record, me, ended)),
      worth,
    };
  };
}

/** One view from scratch; `createProjector` for a viewer that stays. */
export const project = (scenario: Scenario, state: MatchState, viewer: Viewer): View => createProjector(scenario, viewer)(state);

/** Key of the plenary channel: the whole table. */
export const plenaryKey = (scenario: Scenario): string => channelKey(scenario, scenario.seats.map((seat) => seat.id));
