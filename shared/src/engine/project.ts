/** What each viewer may know (rules VI): the only way out of the state. An allow-list: what is not written here stays inside. */
import { channelKey } from '../model/pairs.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { View, Viewer } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { exactPairs } from '../rules/intelligence.ts';
import { legalActs } from './legal.ts';
import { channelReader, commitmentSlice, meSlice, newsReader, proposalSlice } from './ownSlices.ts';
import { crisisSlice, gaugesSlice, revealedSlice, roundSlice, seatSlice, tableSlice, trustSlice, worthSlice } from './viewSlices.ts';
import { statecraftSlice } from './statecraftSlice.ts';
import { deskSlice } from './deskSlice.ts';
import { endingSlice } from './endingSlice.ts';
import { lookedEach, remembered, rememberedEach, rememberedFields } from './slices.ts';

/** A state as it is looked at. */
export interface Moment { readonly state: MatchState; readonly viewer: Viewer; readonly seat: SeatId | null; readonly ended: boolean; /** Ended, but the debrief keeps its secrets back. */ readonly sealed?: boolean }
export type Slices = { readonly [K in keyof View]: (moment: Moment) => View[K] };

export function momentOf(state: MatchState, asked: Viewer): Moment {
  const ended = state.status === 'ended';
  // The all-knowing view belongs to the debrief; before it the asker sees what everybody sees.
  const viewer: Viewer = asked.kind === 'all' && !ended ? { kind: 'public' } : asked;
  return { state, viewer, seat: viewer.kind === 'seat' ? viewer.seat : null, ended };
}

/** What the table and the menu change with. */
const turnOf = (state: MatchState): readonly unknown[] =>
  [state.status, state.phaseSeq, state.ready, state.sealed, state.meetings, state.invitations, state.indicators, state.talks, state.seats, state.acts, state.crisis, state.events, state.windowUntil];

/** The slices of one viewer, each with its memory: what it was made from, and (looking closely) what it said. `everything` opens private talk too. */
export function slicesOf(scenario: Scenario, asked: Viewer, closely: boolean, everything = false): Slices {
  const table = rememberedFields<View['table']>(closely);
  const gauges = rememberedFields<View['gauges']>(closely);
  const me = rememberedFields<View['me']>(closely);
  const legal = rememberedFields<View['legal']>(closely);
  const craft = rememberedFields<View['craft']>(closely);
  const desk = remembered<View['desk']>(closely);
  const crisis = remembered<View['crisis']>(closely);
  const revealed = remembered<View['revealed']>(closely);
  const ending = remembered<View['ending']>(closely);
  const seats = closely ? rememberedEach<MatchState['seats'][string], View['seats'][string]>(true) : lookedEach<MatchState['seats'][string], View['seats'][string]>();
  const trust = closely ? rememberedEach<number, View['trust'][string]>(true) : lookedEach<number, View['trust'][string]>();
  const proposals = closely ? rememberedEach<MatchState['proposals'][number], View['proposals'][string]>(true) : lookedEach<MatchState['proposals'][number], View['proposals'][string]>();
  const commitments = closely ? rememberedEach<MatchState['commitments'][number], View['commitments'][string]>(true) : lookedEach<MatchState['commitments'][number], View['commitments'][string]>();
  const history = closely ? rememberedEach<MatchState['history'][number], View['history'][string]>(true) : lookedEach<MatchState['history'][number], View['history'][string]>();
  const worth = closely ? rememberedEach<Scenario['clauses'][number], View['worth'][string]>(true) : lookedEach<Scenario['clauses'][number], View['worth'][string]>();
  const channels = channelReader(scenario, everything);
  const news = newsReader();

  return {
    viewer: () => asked,
    table: ({ state, seat }) => table([...turnOf(state), seat], () => tableSlice(scenario, state, seat)),
    gauges: ({ state, seat, ended }) => gauges([state.indicators, state.acts, state.craft, state.terms, state.seats, state.tests, state.launches, state.clock, ended], () => gaugesSlice(scenario, state, seat)),
    me: ({ state, seat }) => me([state.status, state.seats, state.sealed, state.invitations, state.commitments, state.craft, seat], () => (seat === null ? null : meSlice(scenario, state, seat))),
    legal: ({ state, seat }) => legal([...turnOf(state), state.bound, state.free, state.proposals, state.commitments, state.leaks, state.craft, seat], () => (seat === null ? null : legalActs(scenario, state, seat))),
    craft: ({ state, seat, ended }) => craft([state.craft, state.phase, state.history.length, state.indicators, state.round, ended, seat], () => statecraftSlice(scenario, state, seat)),
    desk: ({ state, seat, viewer }) => desk([state.desk, seat, viewer.kind], () => deskSlice(state, seat, viewer.kind === 'all')),
    crisis: ({ state }) => crisis([state.crisis, state.sealed.sides, state.phase, state.indicators], () => crisisSlice(scenario, state)),
    revealed: ({ state, ended }) => revealed([state.acts, state.craft.hidden, state.phase, ended], () => revealedSlice(scenario, state)),
    ending: ({ state, sealed = false }) => ending([state.ending, state.craft, sealed], () => endingSlice(scenario, state, sealed)),
    seats: ({ state, ended }) => seats(state.seats, [state.history, ended], () => Object.entries(state.seats), (source, id) => seatSlice(scenario, state, id, source)),
    trust: ({ state, seat, ended }) => trust(state.trust, [ended, seat === null ? null : state.craft.knowledge[seat], state.round], () => Object.entries(state.trust), (value, pair) => trustSlice(pair, value, seat, ended, seat === null ? [] : exactPairs(state, seat))),
    proposals: ({ state, seat, ended }) => proposals(state.proposals, [ended], () => state.proposals.map((each) => [each.id, each] as const), (proposal) => proposalSlice(proposal, seat, ended)),
    commitments: ({ state, seat, ended }) => commitments(state.commitments, [ended, state.history.length], () => state.commitments.map((each) => [each.id, each] as const), (commitment) => commitmentSlice(scenario, state, commitment, seat, ended)),
    channels: ({ state, seat }) => channels(state, seat),
    news: ({ state, viewer, seat }) => news(state.news, seat, viewer.kind === 'all'),
    history: ({ state, seat, ended }) => history(state.history, [ended], () => state.history.map((record) => [String(record.round), record] as const), (record) => roundSlice(scenario, record, seat, ended)),
    worth: ({ state, seat }) => worth(scenario, [state.events, state.windowUntil, state.round, state.craft.effects, state.history.length], () => scenario.clauses.map((clause) => [clause.id, clause] as const), (clause) => worthSlice(scenario, state, seat, clause)),
  };
}

/** A running match is looked at live; a recording may be looked at by one who knows all of it (`{kind: 'all'}` at any moment). */
export type Eye = 'live' | 'replay';

/** Projects states for one viewer and keeps the identity of every slice that did not change. */
export function createProjector(scenario: Scenario, asked: Viewer, eye: Eye = 'live'): (state: MatchState, sealed?: boolean) => View {
  const everything = eye === 'replay' && asked.kind === 'all';
  const slices = slicesOf(scenario, asked, true, everything);
  return (played, keepBack = false) => {
    const unveiled = everything && played.status === 'running';
    // A guided debrief: what was secret stays as it was in the last round, though the table is over and says so.
    const sealed = keepBack && played.status === 'ended';
    // A replay's all-knowing eye reads every moment as the debrief would; the table itself still says that it goes on.
    const state: MatchState = unveiled ? { ...played, status: 'ended' } : sealed ? { ...played, status: 'running' } : played;
    const at: Moment = { ...momentOf(state, asked), sealed };
    const real: Moment = { ...at, state: played };
    return {
      viewer: slices.viewer(at), table: slices.table(real), gauges: slices.gauges(at), me: slices.me(at), legal: slices.legal(sealed ? real : at), craft: slices.craft(at), desk: slices.desk(at),
      crisis: slices.crisis(at), revealed: slices.revealed(at), ending: slices.ending(at), seats: slices.seats(at), trust: slices.trust(at),
      proposals: slices.proposals(at), commitments: slices.commitments(at), channels: slices.channels(at), news: slices.news(at), history: slices.history(at), worth: slices.worth(at),
    };
  };
}

/** One view from scratch; `createProjector` for a viewer that stays. */
export const project = (scenario: Scenario, state: MatchState, viewer: Viewer, eye: Eye = 'live'): View => createProjector(scenario, viewer, eye)(state);

/** Key of the plenary channel: the whole table. */
export const plenaryKey = (scenario: Scenario): string => channelKey(scenario, scenario.seats.map((seat) => seat.id));
