/** DL: what each office of a delegation may do by itself, drafts for its head, votes inside. */
import type { Delegate, DeskState, Draft } from '../../model/desk.ts';
import { NO_DESK } from '../../model/desk.ts';
import { isRefusal, refuse, type ActCommand, type DraftCommand, type Refusal, type SeatCommand } from '../../model/commands.ts';
import type { MatchEvent } from '../../model/events.ts';
import type { SeatId } from '../../model/ids.ts';
import type { MatchState } from '../../model/state.ts';
import { record, resume } from '../../engine/recorder.ts';
import type { Scenario } from '../../scenario/schema.ts';

type Decision = readonly MatchEvent[] | Refusal;
export type Office = NonNullable<Scenario['offices']>[number];
export const MOST_MEMBERS = 8;
const MOST_DRAFTS = 12;
/** DL-2: what every member may do, whatever the office. */
const EVERYONE: readonly SeatCommand['type'][] = ['message', 'draft', 'voteDraft', 'dropDraft'];

const deskOf = (state: MatchState): DeskState => state.desk ?? NO_DESK;
export const officesOf = (scenario: Scenario): readonly Office[] => scenario.offices ?? [];
export const delegate = (state: MatchState, member: string | undefined): Delegate | undefined => (member === undefined ? undefined : deskOf(state).delegates.find((each) => each.member === member));
const officeOf = (scenario: Scenario, who: Delegate): Office | undefined => officesOf(scenario).find((office) => office.id === who.office);
const whole = (office: Office | undefined): boolean => !office || office.may.includes('all');

/** DL-1: 1 to 8 members a seat; the first office is the head's and is held once. */
export function checkAssigned(scenario: Scenario, state: MatchState, others: readonly Delegate[], seat: SeatId, office: string | null): Refusal | null {
  if (!state.seats[seat]) return refuse('unknown-seat', { seat });
  const [head] = officesOf(scenario);
  if (office !== null && !officesOf(scenario).some(({ id }) => id === office)) return refuse('unknown-office', { office });
  const here = others.filter((each) => each.seat === seat);
  if (here.length >= MOST_MEMBERS) return refuse('delegation-full', { most: MOST_MEMBERS });
  return head && office === head.id && here.some((each) => each.office === head.id) ? refuse('office-taken', { office }) : null;
}

/** DL-4: without its head a delegation is led by the member next in the order of offices. */
export function leads(scenario: Scenario, state: MatchState, who: Delegate): boolean {
  const order = (each: Delegate): number => officesOf(scenario).findIndex(({ id }) => id === each.office);
  const here = deskOf(state).delegates.filter((each) => each.seat === who.seat);
  return here.every((each) => each === who || order(each) > order(who) || (order(each) === order(who) && each.member >= who.member));
}

/** DL-2: whether this member may give this command by itself; null = yes. */
export function checkOffice(scenario: Scenario, state: MatchState, who: Delegate, command: SeatCommand): Refusal | null {
  if (who.muted && command.type === 'message') return refuse('muted', {});
  if (EVERYONE.includes(command.type) || leads(scenario, state, who)) return null;
  const office = officeOf(scenario, who);
  if (whole(office)) return null;
  const denied = refuse('not-your-office', { office: who.office, command: command.type });
  if (!office?.may.includes(command.type)) return denied;
  if (command.type === 'choose') return command.actions.every(({ action }) => office.actions?.includes(action)) && onlyActions(command) ? null : denied;
  if (command.type === 'propose') return command.lines.every(({ clause }) => office.clauses?.some((family) => clause.startsWith(family))) ? null : denied;
  return null;
}
const onlyActions = ({ dues, reversals, denials, remedies, blocks, ratify, disclose }: Extract<SeatCommand, { type: 'choose' }>): boolean =>
  Object.keys(dues).length + reversals.length + denials.length + remedies.length + (blocks?.length ?? 0) + (ratify?.length ?? 0) + (disclose?.length ?? 0) === 0;

/** DL-2: acts of one field join what the delegation has sealed already; the head's decision replaces it whole. */
export function inField(scenario: Scenario, state: MatchState, who: Delegate, command: SeatCommand): SeatCommand {
  const office = officeOf(scenario, who);
  const sealed = state.sealed.choices[who.seat];
  if (command.type !== 'choose' || !sealed || whole(office) || leads(scenario, state, who)) return command;
  const others = sealed.actions.filter(({ action }) => !office?.actions?.includes(action));
  return { ...command, ...sealed, actions: [...others, ...command.actions] };
}

export const isDraftCommand = (command: SeatCommand): command is DraftCommand => command.type === 'draft' || command.type === 'confirmDraft' || command.type === 'dropDraft' || command.type === 'voteDraft';

/** DL-3: an act prepared for the head, with the votes of the others; whoever leads confirms it, and then it is decided like any act. */
export function decideDraft(scenario: Scenario, state: MatchState, seat: SeatId, member: string, command: DraftCommand, decideAct: (command: ActCommand) => Decision): Decision {
  const desk = deskOf(state);
  const r = record(scenario, state);
  const write = (drafts: readonly Draft[]): void => r.emit({ type: 'deskMoved', desk: { ...deskOf(r.state), drafts, count: deskOf(r.state).count + 1 } });
  if (command.type === 'draft') {
    if (desk.drafts.filter((each) => each.seat === seat).length >= MOST_DRAFTS) return refuse('too-many-drafts', { most: MOST_DRAFTS });
    if (command.command.type === 'message') return refuse('cannot-draft', { command: command.command.type });
    write([...desk.drafts, { id: `d${desk.count + 1}`, seat, by: member, command: command.command, round: state.round, votes: {} }]);
    return r.events;
  }
  const draft = desk.drafts.find((each) => each.id === command.draft && each.seat === seat);
  if (!draft) return refuse('unknown-draft', {});
  const others = desk.drafts.filter((each) => each !== draft);
  if (command.type === 'voteDraft') {
    write(desk.drafts.map((each) => (each === draft ? { ...each, votes: { ...each.votes, [member]: command.favour } } : each)));
    return r.events;
  }
  if (command.type === 'dropDraft') {
    const who = delegate(state, member);
    if (draft.by !== member && who && !leads(scenario, state, who)) return refuse('not-author', {});
    write(others);
    return r.events;
  }
  const decided = decideAct(draft.command);
  if (isRefusal(decided)) return decided;
  const done = resume(scenario, state, decided);
  done.emit({ type: 'deskMoved', desk: { ...deskOf(done.state), drafts: deskOf(done.state).drafts.filter((each) => each.id !== draft.id), count: deskOf(done.state).count + 1 } });
  return done.events;
}
