/** What is worth a mark under the slider, read from a recorded act and the states around it, and who saw it when it happened. */
import { commitmentOf, proposalOf } from '../model/entries.ts';
import type { Command } from '../model/commands.ts';
import type { Inject } from '../model/desk.ts';
import type { MatchEvent } from '../model/events.ts';
import type { SeatId } from '../model/ids.ts';
import type { MatchState } from '../model/state.ts';

export const MARKS = [
  'proposal', 'signed', 'refused', 'objected', 'withdrawn', 'adopted', 'performed', 'breach', 'found', 'denied', 'reversed', 'lapsed', 'redLines', 'sides', 'acts', 'test', 'launch', 'crisis', 'war', 'event',
  'suspended', 'resumed', 'institution', 'leak', 'wedge', 'demarche', 'bud', 'accusation', 'apology', 'meeting', 'message', 'learned', 'inject', 'desk', 'rewound', 'round', 'ended', 'annotation',
] as const;
export type Mark = (typeof MARKS)[number];
/** `to` = who could know of it then; `all` = the public. */
export interface Marked { readonly mark: Mark; readonly to: 'all' | readonly SeatId[] }

const PUBLIC = 'all' as const;

/** The marks of one event between two states. */
export function marksOf(event: MatchEvent, before: MatchState, after: MatchState): readonly Marked[] {
  const all = (mark: Mark): Marked[] => [{ mark, to: PUBLIC }];
  const ofText = (mark: Mark, id: string): Marked[] => { const text = proposalOf(after, id); return [{ mark, to: !text || text.scope === 'plenary' ? PUBLIC : text.parties }]; };
  switch (event.type) {
    case 'proposalTabled': return [{ mark: 'proposal', to: event.proposal.scope === 'plenary' ? PUBLIC : event.proposal.parties }];
    case 'proposalSigned': return ofText('signed', event.proposal);
    case 'proposalRefused': return ofText('refused', event.proposal);
    case 'proposalObjected': return ofText('objected', event.proposal);
    case 'proposalWithdrawn': return ofText('withdrawn', event.proposal);
    case 'proposalAdopted': return ofText('adopted', event.proposal);
    case 'commitmentMoved': return promised(event, before, after);
    case 'redLinesRevealed': return all('redLines');
    case 'sidesRevealed': return all('sides');
    case 'actsRevealed': return event.acts.actions.length > 0 ? all('acts') : [];
    case 'crisisOpened': return all('crisis');
    case 'counted': return [...((event.tests ?? 0) > before.tests ? all('test') : []), ...((event.launches ?? 0) > before.launches ? all('launch') : [])];
    case 'talksMoved': return event.talks.open === before.talks.open ? [] : all(event.talks.open ? 'resumed' : 'suspended');
    case 'indicatorsMoved': return (event.set.INST ?? before.indicators.INST) > before.indicators.INST ? all('institution') : [];
    case 'eventFired': return all('event');
    case 'leakBegan': return [{ mark: 'leak', to: [event.seat] }];
    case 'leakFound': return all('leak');
    case 'hiddenMoved': return event.act.open === 'exposed' ? all('found') : [];
    case 'wedgeMoved': return event.wedge.state === 'sprung' ? all('wedge') : [{ mark: 'wedge', to: [event.wedge.sender] }];
    case 'demarcheMoved': return before.craft.demarches.some(({ id }) => id === event.demarche.id) ? [] : all('demarche');
    case 'budMoved': return budded(event, before);
    case 'accused': return all('accusation');
    case 'apologised': return all('apology');
    case 'met': return [{ mark: 'meeting', to: [event.a, event.b] }];
    case 'messageSent': return [{ mark: 'message', to: event.message.channel.split('+').length === Object.keys(before.seats).length ? PUBLIC : event.message.channel.split('+') }];
    case 'learned': return [{ mark: 'learned', to: [event.seat] }];
    case 'deskMoved': return (event.desk.paused === null) === ((before.desk?.paused ?? null) === null) ? [] : all('desk');
    case 'rewound': return all('rewound');
    case 'roundClosed': return all('round');
    case 'matchEnded': return event.ending.tier === 'war' ? [...all('war'), ...all('ended')] : all('ended');
    default: return [];
  }
}

function promised(event: Extract<MatchEvent, { type: 'commitmentMoved' }>, before: MatchState, after: MatchState): readonly Marked[] {
  const [was, now] = [commitmentOf(before, event.commitment), commitmentOf(after, event.commitment)];
  if (!was || !now) return [];
  const parties = [...now.givers, ...now.receivers];
  const folded = (after.history.at(-1)?.round ?? 0) >= now.adoptedAt;
  const known = now.options?.sideLetter && !now.found ? parties : now.scope === 'bilateral' && !folded ? parties : PUBLIC;
  const marks: Marked[] = [];
  // CO-5: a feint looks performed to all but its giver, so it has the same mark.
  if (now.state !== was.state) {
    if (now.state === 'performed') marks.push({ mark: 'performed', to: known });
    if (now.state === 'breached') marks.push({ mark: 'breach', to: known });
    if (now.state === 'disputed') marks.push({ mark: 'denied', to: known });
    if (now.state === 'reversed') marks.push({ mark: 'reversed', to: known });
    if (now.state === 'lapsed') marks.push({ mark: 'lapsed', to: known });
  }
  const cameOut = (now.found && !was.found) || (now.brokenAt !== undefined && was.brokenAt === undefined && was.foundAt !== null);
  if (cameOut) marks.push({ mark: 'found', to: PUBLIC });
  return marks;
}

function budded({ bud }: Extract<MatchEvent, { type: 'budMoved' }>, before: MatchState): readonly Marked[] {
  const was = before.craft.buds[bud.event];
  if (was?.state === bud.state && was.public === bud.public && was.stage === bud.stage) return [];
  return [{ mark: 'bud', to: bud.public || bud.state === 'bloomed' ? PUBLIC : bud.knownTo }];
}

/** Acts of the desk that leave no event of their own kind. */
export function marksOfCommand(command: Command): readonly Marked[] {
  if (command.type !== 'desk' || (command.act.type !== 'inject' && command.act.type !== 'say')) return [];
  // A forged file may name the act without what belongs to it.
  const to = (command.act.type === 'inject' ? (command.act.inject as Inject | undefined)?.to : (command.act.to as readonly SeatId[] | undefined)) ?? [];
  return [{ mark: command.act.type === 'inject' ? 'inject' : 'desk', to: to.length > 0 ? to : PUBLIC }];
}

/** 1..5: how long somebody who looks on should dwell on an act. */
const DWELL: Readonly<Partial<Record<Mark, number>>> = {
  war: 5, ended: 5, adopted: 5, test: 5, breach: 4, crisis: 5, suspended: 5, resumed: 5, institution: 4, objected: 4, found: 4, leak: 4, wedge: 4, launch: 4, demarche: 4, event: 3, bud: 3, sides: 4, denied: 4, reversed: 4,
  performed: 3, proposal: 3, refused: 3, redLines: 3, acts: 3, accusation: 3, apology: 3, inject: 4, desk: 3, rewound: 4, round: 3, signed: 2, withdrawn: 2, lapsed: 2, meeting: 2, learned: 2, message: 2, annotation: 5,
};
export const dwellOf = (marks: readonly Mark[]): number => marks.reduce((most, mark) => Math.max(most, DWELL[mark] ?? 1), 1);
