/** What a scripted seat does next in a lesson: the first rule that fits the moment, as an ordinary command; nothing it need remember. */
import type { LineDraft, SeatCommand } from '../model/commands.ts';
import type { SeatId } from '../model/ids.ts';
import type { LegalSlice, View } from '../model/view.ts';
import { isText } from './conditions.ts';
import type { Rule, Tutorial } from './schema.ts';

type Script = Pick<Tutorial, 'seat' | 'bots'>;
/** Acts a scripted seat may take of its own accord: answers and its seat's sealed duties, never a surprise. */
const QUIET = new Set<SeatCommand['type']>(['ready', 'declare', 'acceptInvite', 'declineInvite', 'sign', 'refuse', 'pickSide', 'answerAct', 'standDown', 'bid', 'readClause', 'answerCard', 'answerDemarche']);

/** The scripted act of this seat at this moment; null where the lesson leaves it free. */
export function scriptedAct(script: Script, view: View, seat: SeatId): SeatCommand | null {
  if (!view.legal || !view.me || view.table.status !== 'running') return null;
  const rules = script.bots.filter((rule) => (rule.seats === undefined || rule.seats.includes(seat)) && (rule.round === undefined || rule.round === view.table.round) && (rule.phase === undefined || rule.phase === view.table.phase));
  return answerText(script, rules, view, seat) ?? ownAct(rules, view, view.legal);
}

/** Where the script is silent: questions are answered by the bot's own mind (`free`), a sealed decision keeps every promise, the rest is "ready". */
export function quietAct(view: View, seat: SeatId, free: () => SeatCommand | null): SeatCommand | null {
  if (!view.legal || !view.me || view.table.status !== 'running') return null;
  if (view.legal.choose && view.me.sealed.choice === null) return { type: 'choose', actions: [], dues: {}, reversals: [], denials: [], remedies: [] };
  const command = isAsked(view, seat) ? free() : null;
  if (command && QUIET.has(command.type)) return command;
  return view.legal.ready && !view.table.ready.includes(seat) ? { type: 'ready', on: true } : null;
}

/** Somebody or something waits for this seat's answer. */
function isAsked({ legal, me, proposals }: View, seat: SeatId): boolean {
  if (!legal || !me) return false;
  const { craft } = legal;
  return legal.side !== null || legal.stand || legal.answerActs.length > 0 || (legal.meet?.accept.length ?? 0) > 0
    || (legal.declare !== null && me.sealed.declaration === null) || craft.bids.some((bid) => bid.own === null) || craft.readings.some((line) => line.own === null)
    || craft.answerCards.length > 0 || craft.answerDemarche.length > 0
    || Object.values(proposals).some((text) => text.status === 'live' && text.waiting.includes(seat));
}

function answerText(script: Script, rules: readonly Rule[], view: View, seat: SeatId): SeatCommand | null {
  for (const text of Object.values(view.proposals)) {
    if (text.status !== 'live' || !text.waiting.includes(seat)) continue;
    const answer = view.legal?.answer[text.id];
    const rule = rules.find((each) => each.text !== undefined && isText(text, each.text, script.seat));
    if (rule?.act.do === 'sign' && answer?.sign) return { type: 'sign', proposal: text.id, version: text.version };
    if (rule?.act.do === 'refuse' && answer?.refuse) return { type: 'refuse', proposal: text.id, version: text.version, reasons: rule.act.reasons };
  }
  return null;
}

function ownAct(rules: readonly Rule[], view: View, legal: LegalSlice): SeatCommand | null {
  for (const { act, text } of rules) {
    if (text !== undefined) continue;
    const command = act.do === 'declare' ? declare(act.level, view, legal)
      : act.do === 'invite' ? invite(act.to, view, legal)
      : act.do === 'propose' ? propose(act, view, legal)
      : act.do === 'choose' ? choose(act, view, legal) : null;
    if (command) return command;
  }
  return null;
}

const declare = (level: number, view: View, legal: LegalSlice): SeatCommand | null =>
  (legal.declare?.levels.includes(level) && view.me?.sealed.declaration === null ? { type: 'declare', level } : null);

const invite = (to: SeatId, view: View, legal: LegalSlice): SeatCommand | null =>
  (legal.meet?.invite.includes(to) && !view.me?.invitations.some((each) => each.from === view.me?.seat || (each.from === to)) ? { type: 'invite', to } : null);

function propose(act: Extract<Rule['act'], { do: 'propose' }>, view: View, legal: LegalSlice): SeatCommand | null {
  const place = legal.propose.find((each) => each.scope === 'plenary' && each.chairDraft === (act.chairDraft ?? false));
  const own = Object.values(view.proposals).some((text) => text.author === view.me?.seat && text.round === view.table.round && act.lines.every((line) => text.lines.some((other) => other.clause === line.clause)));
  if (!place || own || place.left === 0) return null;
  const lines = act.lines.flatMap((line): LineDraft[] => {
    const clause = place.clauses.find((each) => each.clause === line.clause && each.ok);
    return clause ? [{ ...line, givers: line.givers ?? clause.givers[0] ?? [], receivers: line.receivers ?? clause.receivers[0] ?? [], mode: line.mode ?? 'WRITTEN' } as LineDraft] : [];
  });
  return lines.length === act.lines.length ? { type: 'propose', scope: 'plenary', lines, ...(act.chairDraft ? { chairDraft: true } : {}) } : null;
}

function choose(act: Extract<Rule['act'], { do: 'choose' }>, view: View, legal: LegalSlice): SeatCommand | null {
  if (!legal.choose || view.me?.sealed.choice !== null) return null;
  const clauseOf = (id: string): string => view.commitments[id]?.clause ?? '';
  const dues = Object.fromEntries(legal.choose.dues.flatMap(({ commitment, options }) => {
    const wanted = act.dues[clauseOf(commitment)];
    return wanted && options.includes(wanted) ? [[commitment, wanted] as const] : [];
  }));
  return { type: 'choose', actions: [], dues, reversals: [], denials: legal.choose.denials.filter((id) => act.deny.includes(clauseOf(id))), remedies: [] };
}
