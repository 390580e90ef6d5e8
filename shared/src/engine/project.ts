/** What each viewer may know (rules VI): the only way out of the state. An allow-list: what is not written here stays inside. */
import { channelKey } from '../model/pairs.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { View, Viewer } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { legalActs } from './legal.ts';
import { channelReader, commitmentSlice, meSlice, newsReader, proposalSlice } from './ownSlices.ts';
import { crisisSlice, gaugesSlice, revealedSlice, roundSlice, seatSlice, tableSlice, trustSlice, worthSlice } from './viewSlices.ts';
import { remembered, rememberedEach, rememberedFields } from './slices.ts';

/** Projects states for one viewer and keeps the identity of every slice that did not change. */
export function createProjector(scenario: Scenario, asked: Viewer): (state: MatchState) => View {
  const table = rememberedFields<View['table']>();
  const gauges = rememberedFields<View['gauges']>();
  const me = rememberedFields<View['me']>();
  const legal = rememberedFields<View['legal']>();
  const crisis = remembered<View['crisis']>();
  const revealed = remembered<View['revealed']>();
  const seats = rememberedEach<MatchState['seats'][string], View['seats'][string]>();
  const trust = rememberedEach<number, View['trust'][string]>();
  const proposals = rememberedEach<MatchState['proposals'][string], View['proposals'][string]>();
  const commitments = rememberedEach<MatchState['commitments'][string], View['commitments'][string]>();
  const history = rememberedEach<MatchState['history'][number], View['history'][string]>();
  const worth = rememberedEach<Scenario['clauses'][number], View['worth'][string]>();
  const channels = channelReader(scenario);
  const news = newsReader();

  return (state) => {
    const ended = state.status === 'ended';
    // The all-knowing view belongs to the debrief; before it the asker sees what everybody sees.
    const viewer: Viewer = asked.kind === 'all' && !ended ? { kind: 'public' } : asked;
    const seat: SeatId | null = viewer.kind === 'seat' ? viewer.seat : null;
    const { indicators, sealed, phase, talks } = state;
    const turn = [state.status, state.phaseSeq, state.ready, sealed, state.meetings, state.invitations, indicators, talks, state.seats, state.acts, state.crisis, state.events];
    return {
      viewer: asked,
      table: table([...turn, state.windowUntil, seat], () => tableSlice(scenario, state, seat)),
      gauges: gauges([indicators, state.terms, state.seats, state.tests, state.launches, state.clock, ended], () => gaugesSlice(scenario, state, seat)),
      me: me([state.status, state.seats, sealed, state.invitations, state.commitments, seat], () => (seat === null ? null : meSlice(scenario, state, seat))),
      legal: legal([...turn, state.windowUntil, state.free, state.proposals, state.commitments, state.leaks, seat], () => (seat === null ? null : legalActs(scenario, state, seat))),
      crisis: crisis([state.crisis, sealed.sides, phase, indicators], () => crisisSlice(scenario, state)),
      revealed: revealed([state.acts, phase, ended], () => revealedSlice(scenario, state)),
      ending: state.ending,
      seats: seats(state.seats, [state.history, ended], () => Object.entries(state.seats), (source, id) => seatSlice(scenario, state, id, source)),
      trust: trust(state.trust, [ended], () => Object.entries(state.trust), (value, pair) => trustSlice(pair, value, seat, ended)),
      proposals: proposals(state.proposals, [ended], () => Object.entries(state.proposals), (proposal) => proposalSlice(proposal, seat, ended)),
      commitments: commitments(state.commitments, [ended, state.history.length], () => Object.entries(state.commitments), (commitment) => commitmentSlice(scenario, state, commitment, seat, ended)),
      channels: channels(state, seat),
      news: news(state.news, seat, viewer.kind === 'all'),
      history: history(state.history, [ended], () => state.history.map((record) => [String(record.round), record] as const), (record) => roundSlice(scenario, record, seat, ended)),
      worth: worth(scenario, [state.events, state.windowUntil, state.round], () => scenario.clauses.map((clause) => [clause.id, clause] as const), (clause) => worthSlice(scenario, state, seat, clause)),
    };
  };
}

/** One view from scratch; `createProjector` for a viewer that stays. */
export const project = (scenario: Scenario, state: MatchState, viewer: Viewer): View => createProjector(scenario, viewer)(state);

/** Key of the plenary channel: the whole table. */
export const plenaryKey = (scenario: Scenario): string => channelKey(scenario, scenario.seats.map((seat) => seat.id));
