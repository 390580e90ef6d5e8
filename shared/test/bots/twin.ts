/** A second truth that one viewer must not be able to tell from the first: every secret of the others is another one. */
import { band, channelKey, type Commitment, type MatchState, type Scenario, type SeatId, type SecretChoice } from '../../src/index.ts';

/** Another number of the same band of TR-3. */
const sameBand = (value: number, salt: number): number => Math.min(100, band(value) * 20 + (((value % 20) + 1 + (salt % 18)) % 20));

/** What everybody can see of a sealed choice is that it is there, and a partner sees a joint act that names it. */
function otherChoice(choice: SecretChoice, viewer: SeatId | null): SecretChoice {
  return { actions: choice.actions.filter((act) => viewer !== null && act.partner === viewer), dues: {}, reversals: [], denials: [], remedies: [{ event: 'none' }] };
}
const mapped = <T>(record: Readonly<Record<string, T>>, viewer: SeatId | null, change: (value: T, key: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, key === viewer ? value : change(value, key)]));

/** A feint of another giver looks performed; an honest act could have been one (CO-5). */
function otherTruth(scenario: Scenario, c: Commitment, viewer: SeatId | null): Commitment {
  if (c.giver === viewer) return c;
  const seen = scenario.clauses.find((clause) => clause.id === c.clause)?.obs ?? 3;
  const tranches = c.tranches.map((t) => ({
    ...t, state: seen < 3 && t.state === 'performed' ? ('feigned' as const) : seen < 3 && t.state === 'feigned' ? ('performed' as const) : t.state,
    cost: t.cost + 1, values: mapped(t.values, viewer, (value) => value + 1),
  }));
  return { ...c, tranches, foundAt: c.foundAt === null ? 99 : null };
}

/** The state with every secret of the others replaced; `salt` varies the twin. */
export function twinFor(scenario: Scenario, state: MatchState, viewer: SeatId | null, salt: number): MatchState {
  const { sealed } = state;
  const plenary = channelKey(scenario, scenario.seats.map((seat) => seat.id));
  const foreign = (seats: readonly SeatId[]): boolean => viewer === null || !seats.includes(viewer);
  const otherTrust = (trust: MatchState['trust']): MatchState['trust'] =>
    Object.fromEntries(Object.entries(trust).map(([pair, value]) => [pair, viewer !== null && pair.split('-').includes(viewer) ? value : sameBand(value, salt)]));
  const unfolded = (round: number): boolean => !state.history.some((record) => record.round >= round);
  return {
    ...state,
    random: state.random + 1 + salt,
    options: { ...state.options, seed: state.options.seed + 1 },
    seats: mapped(state.seats, viewer, (seat) => ({
      ...seat, n: seat.n + 7, ap: (seat.ap + 1) % 6, mandate: seat.mandate === null ? 'x' : null, ds: (seat.ds + 31) % 101, enforcement: 0, nTerms: [{ code: 'x', value: 7 }], used: { x: 1 }, pressureDue: !seat.pressureDue,
    })),
    trust: otherTrust(state.trust),
    sealed: {
      declarations: mapped(sealed.declarations, viewer, (level) => (level + 1) % 5),
      choices: mapped(sealed.choices, viewer, (choice) => otherChoice(choice, viewer)),
      sides: state.phase === 'crisis' ? mapped(sealed.sides, viewer, (side) => (side === 'back' ? 'restrain' : 'back')) : sealed.sides,
      answers: mapped(sealed.answers, viewer, (answers) => Object.fromEntries(Object.entries(answers).map(([from, yes]) => [from, !yes]))),
      stands: mapped(sealed.stands, viewer, (stand) => (stand === 'down' ? 'hold' : 'down')),
    },
    invitations: [...state.invitations.filter((i) => !foreign([i.from, i.to]))],
    proposals: state.proposals.filter((p) => p.scope === 'plenary' || !foreign(p.parties)),
    commitments: state.commitments
      .filter((c) => c.scope === 'plenary' || !unfolded(c.adoptedAt) || !foreign([c.giver, ...c.receivers]))
      .map((c) => otherTruth(scenario, c, viewer)),
    leaks: mapped(state.leaks, viewer, (leak) => (leak.found ? leak : { ...leak, foundAt: leak.foundAt + 1 })),
    pending: { ten: [...state.pending.ten, { code: 'x', value: 3 }], bloc: [], cm: [] },
    messages: [...state.messages.filter((m) => m.channel === plenary || !foreign(m.channel.split('+'))), ...secretTalk(scenario, state, viewer)],
    news: state.news.filter((item) => item.to === 'all' || (viewer !== null && item.to.includes(viewer))),
    history: state.history.map((record) => ({ ...record, pressure: record.pressure + 1, trust: otherTrust(record.trust), ds: mapped(record.ds, viewer, (ds) => sameBand(ds, salt)) })),
  };
}

function secretTalk(scenario: Scenario, state: MatchState, viewer: SeatId | null): MatchState['messages'] {
  const [a, b] = scenario.seats.map((seat) => seat.id).filter((seat) => seat !== viewer);
  return a === undefined || b === undefined ? [] : [{ id: state.nextId + 1000, channel: channelKey(scenario, [a, b]), from: a, text: 'between us', round: state.round, phase: state.phase }];
}
