/**
 * A view that is made piece by piece as it is read: for bots, which look after every act and read little of what they see.
 * It says what the projector says (a test compares them), but its fields are made by getters: it is read by name, not copied, compared or sent.
 */
import { lookup } from '../scenario/lookup.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';
import type { LegalSlice, MeSlice, TableSlice, View, Viewer } from '../model/view.ts';
import type { Scenario } from '../scenario/schema.ts';
import { idleMenu, LEGAL } from './legal.ts';
import { commitmentSlice, invitationsOf, meSlice, proposalSlice, sealedOf } from './ownSlices.ts';
import { momentOf, slicesOf } from './project.ts';
import type { Moment, Slices } from './project.ts';
import { kept, shelf } from './shelf.ts';
import { tableSlice } from './viewSlices.ts';

/** Looks at states for one seat. */
export function createGlance(scenario: Scenario, seat: SeatId): (state: MatchState) => View {
  const asked: Viewer = { kind: 'seat', seat };
  const texts = shelf<MatchState['proposals'][number], View['proposals'][string]>();
  const promises = shelf<MatchState['commitments'][number], View['commitments'][string]>();
  const menu = kept<LegalSlice['choose']>();
  const slices: Slices = {
    ...slicesOf(scenario, asked, false),
    table: ({ state }) => new LookedTable(scenario, state, seat),
    me: ({ state }) => (state.seats[seat] && lookup(scenario).seats.has(seat) ? new LookedMe(scenario, state, seat) : null),
    legal: ({ state }) => (state.status === 'running' ? new LookedMenu(scenario, state, seat, menu) : idleMenu(state)),
    proposals: ({ state, ended }) => texts(state.proposals, ended ? 1 : 0, (proposal) => proposalSlice(proposal, seat, ended)),
    commitments: ({ state, ended }) => promises(state.commitments, ended ? -1 : state.history.length, (commitment) => commitmentSlice(scenario, state, commitment, seat, ended)),
  };
  return (state) => new Looked(slices, momentOf(state, asked));
}

/** Every piece is made once, when it is first read. */
class Looked implements View {
  private readonly slices: Slices;
  private readonly at: Moment;
  private readonly made: Partial<Record<keyof View, unknown>> = {};
  constructor(slices: Slices, at: Moment) {
    this.slices = slices;
    this.at = at;
  }

  private piece<K extends keyof View>(key: K): View[K] {
    const made = this.made[key];
    return made === undefined ? ((this.made[key] = this.slices[key](this.at)) as View[K]) : (made as View[K]);
  }

  get viewer(): View['viewer'] { return this.at.viewer; }
  get table(): View['table'] { return this.piece('table'); }
  get gauges(): View['gauges'] { return this.piece('gauges'); }
  get me(): View['me'] { return this.piece('me'); }
  get legal(): View['legal'] { return this.piece('legal'); }
  get crisis(): View['crisis'] { return this.piece('crisis'); }
  get craft(): View['craft'] { return this.piece('craft'); }
  get desk(): View['desk'] { return this.piece('desk'); }
  get revealed(): View['revealed'] { return this.piece('revealed'); }
  get ending(): View['ending'] { return this.piece('ending'); }
  get seats(): View['seats'] { return this.piece('seats'); }
  get trust(): View['trust'] { return this.piece('trust'); }
  get proposals(): View['proposals'] { return this.piece('proposals'); }
  get commitments(): View['commitments'] { return this.piece('commitments'); }
  get channels(): View['channels'] { return this.piece('channels'); }
  get news(): View['news'] { return this.piece('news'); }
  get history(): View['history'] { return this.piece('history'); }
  get worth(): View['worth'] { return this.piece('worth'); }
}

/** The table: what stands in the state is read there, the rest is worked out together. */
class LookedTable implements TableSlice {
  private readonly rules: Scenario;
  private readonly state: MatchState;
  private readonly seat: SeatId;
  private made: TableSlice | null = null;
  constructor(scenario: Scenario, state: MatchState, seat: SeatId) {
    this.rules = scenario;
    this.state = state;
    this.seat = seat;
  }

  private get all(): TableSlice { return (this.made ??= tableSlice(this.rules, this.state, this.seat)); }
  get scenario(): TableSlice['scenario'] { return this.state.scenario; }
  get level(): TableSlice['level'] { return this.state.options.level; }
  get status(): TableSlice['status'] { return this.state.status; }
  get round(): TableSlice['round'] { return this.state.round; }
  get rounds(): TableSlice['rounds'] { return this.state.options.rounds; }
  get phase(): TableSlice['phase'] { return this.state.phase; }
  get slot(): TableSlice['slot'] { return this.state.slot; }
  get phaseSeq(): TableSlice['phaseSeq'] { return this.state.phaseSeq; }
  get chair(): TableSlice['chair'] { return this.state.talks.chair; }
  get talksOpen(): TableSlice['talksOpen'] { return this.state.talks.open; }
  get suspendedRounds(): TableSlice['suspendedRounds'] { return this.state.talks.suspendedRounds; }
  get preSteps(): TableSlice['preSteps'] { return this.state.talks.preSteps; }
  get slots(): TableSlice['slots'] { return this.all.slots; }
  get ready(): TableSlice['ready'] { return this.all.ready; }
  get awaited(): TableSlice['awaited'] { return this.all.awaited; }
  get decided(): TableSlice['decided'] { return this.all.decided; }
  get preStepsNeeded(): TableSlice['preStepsNeeded'] { return this.all.preStepsNeeded; }
  get meetings(): TableSlice['meetings'] { return this.all.meetings; }
  get windowUntil(): TableSlice['windowUntil'] { return this.all.windowUntil; }
  get events(): TableSlice['events'] { return this.all.events; }
}

/** Own papers: plain figures at once, what is booked from the ledger when it is read. */
class LookedMe implements MeSlice {
  private readonly rules: Scenario;
  private readonly state: MatchState;
  readonly seat: SeatId;
  private made: MeSlice | null = null;
  private slip: MeSlice['sealed'] | null = null;
  constructor(scenario: Scenario, state: MatchState, seat: SeatId) {
    this.rules = scenario;
    this.state = state;
    this.seat = seat;
  }

  private get all(): MeSlice { return (this.made ??= meSlice(this.rules, this.state, this.seat) as MeSlice); }
  private get own(): MatchState['seats'][string] { return this.state.seats[this.seat] as MatchState['seats'][string]; }
  get ds(): MeSlice['ds'] { return this.own.ds; }
  get ap(): MeSlice['ap'] { return this.own.ap; }
  get mandate(): MeSlice['mandate'] { return this.own.mandate; }
  get enforcement(): MeSlice['enforcement'] { return this.own.enforcement; }
  get sealed(): MeSlice['sealed'] { return (this.slip ??= sealedOf(this.state, this.seat)); }
  get invitations(): MeSlice['invitations'] { return invitationsOf(this.state, this.seat); }
  get n(): MeSlice['n'] { return this.all.n; }
  get nTerms(): MeSlice['nTerms'] { return this.all.nTerms; }
  get jointOffers(): MeSlice['jointOffers'] { return this.all.jointOffers; }
  get cards(): MeSlice['cards'] { return this.all.cards; }
  get staffCard(): MeSlice['staffCard'] { return this.all.staffCard; }
  get knowledge(): MeSlice['knowledge'] { return this.all.knowledge; }
  get hidden(): MeSlice['hidden'] { return this.all.hidden; }
  get wedges(): MeSlice['wedges'] { return this.all.wedges; }
  get vetoes(): MeSlice['vetoes'] { return this.all.vetoes; }
}

/** The menu, part by part; the step-6 part is made once for as long as only slips are handed in. */
class LookedMenu implements LegalSlice {
  private readonly scenario: Scenario;
  private readonly state: MatchState;
  private readonly seat: SeatId;
  private readonly menu: (state: MatchState, make: () => LegalSlice['choose']) => LegalSlice['choose'];
  private readonly made: Partial<Record<keyof LegalSlice, unknown>> = {};
  constructor(scenario: Scenario, state: MatchState, seat: SeatId, menu: (state: MatchState, make: () => LegalSlice['choose']) => LegalSlice['choose']) {
    this.scenario = scenario;
    this.state = state;
    this.seat = seat;
    this.menu = menu;
  }

  private part<K extends keyof LegalSlice>(key: K): LegalSlice[K] {
    const made = this.made[key];
    return made === undefined ? ((this.made[key] = LEGAL[key](this.scenario, this.state, this.seat)) as LegalSlice[K]) : (made as LegalSlice[K]);
  }

  get ready(): LegalSlice['ready'] { return this.part('ready'); }
  get declare(): LegalSlice['declare'] { return this.part('declare'); }
  get meet(): LegalSlice['meet'] { return this.part('meet'); }
  get propose(): LegalSlice['propose'] { return this.part('propose'); }
  get answer(): LegalSlice['answer'] { return this.part('answer'); }
  get side(): LegalSlice['side'] { return this.part('side'); }
  get answerActs(): LegalSlice['answerActs'] { return this.part('answerActs'); }
  get stand(): LegalSlice['stand'] { return this.part('stand'); }
  get preStep(): LegalSlice['preStep'] { return this.part('preStep'); }
  get message(): LegalSlice['message'] { return this.part('message'); }
  get craft(): LegalSlice['craft'] { return this.part('craft'); }
  get choose(): LegalSlice['choose'] { return this.state.phase === 'secret' ? this.menu(this.state, () => LEGAL.choose(this.scenario, this.state, this.seat)) : null; }
}
