/** Plays any legal act with equal chance: the fuzzer's bot. It reads the same menu as everybody else and ends every phase. */
import type { ActionChoice, DueChoice, LineDraft, SeatCommand } from '../model/commands.ts';
import type { CommitmentId, ReasonCode } from '../model/ids.ts';
import type { Mind } from './types.ts';

const REASONS: readonly ReasonCode[] = ['too-little', 'too-costly', 'no-trust', 'wrong-sequence', 'not-now'];

function one<T>(mind: Mind, items: readonly T[]): T | undefined {
  return items[Math.min(items.length - 1, Math.floor(mind.random() * items.length))];
}
const some = <T>(mind: Mind, items: readonly T[], share: number): T[] => items.filter(() => mind.random() < share);

function text(mind: Mind): SeatCommand | null {
  const table = one(mind, mind.legal.propose.filter((t) => t.left > 0));
  if (!table) return null;
  const legal = table.clauses.filter((c) => c.ok);
  const lines: LineDraft[] = [];
  for (let i = Math.floor(mind.random() * Math.min(6, table.maxLines)); i >= 0; i -= 1) {
    const clause = one(mind, legal.filter((c) => !lines.some((line) => line.clause === c.clause)));
    const givers = clause && one(mind, clause.givers);
    const receivers = clause && one(mind, clause.receivers);
    if (!clause || !givers || !receivers) continue;
    lines.push({ clause: clause.clause, givers, receivers, mode: mind.random() < 0.3 ? 'ORAL' : 'WRITTEN', ...(lines.length > 0 && mind.random() < 0.3 ? { after: Math.floor(mind.random() * lines.length) } : {}) });
  }
  return lines.length === 0 ? null : { type: 'propose', scope: table.scope, lines, ...(table.chairDraft ? { chairDraft: true } : {}) };
}

function choice(mind: Mind, menu: NonNullable<Mind['legal']['choose']>): SeatCommand {
  const actions: ActionChoice[] = some(mind, menu.actions.filter((a) => a.ok), 0.4).slice(0, menu.maxActions).map((act) => {
    const target = one(mind, act.targets);
    const partner = one(mind, act.partners);
    return { action: act.action, ...(target === undefined ? {} : { target }), ...(partner === undefined ? {} : { partner }) };
  });
  const dues: Record<CommitmentId, DueChoice> = {};
  for (const due of menu.dues) dues[due.commitment] = one(mind, due.options) ?? 'perform';
  const remedies = some(mind, menu.remedies, 0.3).map((r) => { const commitment = one(mind, r.commitments); return { event: r.event, ...(commitment === undefined ? {} : { commitment }) }; });
  return { type: 'choose', actions, dues, reversals: some(mind, menu.reversals, 0.1), denials: some(mind, menu.denials, 0.2), remedies };
}

/** Any act of the menu, or "done"; what the rules refuse was legal by the menu's letter only (AP, limits). */
export function chooseRandomAct(mind: Mind): SeatCommand | null {
  const { legal, me, view } = mind;
  const menu: (() => SeatCommand | null)[] = [];
  if (legal.declare) menu.push(() => ({ type: 'declare', level: one(mind, legal.declare?.levels ?? []) ?? 0 }));
  if (legal.meet) {
    for (const from of legal.meet.accept) menu.push(() => ({ type: 'acceptInvite', from }), () => ({ type: 'declineInvite', from }));
    for (const to of legal.meet.invite) menu.push(() => ({ type: 'invite', to }));
  }
  if (legal.propose.some((t) => t.left > 0)) menu.push(() => text(mind), () => text(mind));
  for (const [proposal, may] of Object.entries(legal.answer)) {
    const version = view.proposals[proposal]?.version ?? 1;
    if (may.sign) menu.push(() => ({ type: 'sign', proposal, version }), () => ({ type: 'sign', proposal, version }));
    if (may.refuse) menu.push(() => ({ type: 'refuse', proposal, version, reasons: [one(mind, REASONS) ?? 'not-now'] }));
    if (may.object) menu.push(() => ({ type: 'object', proposal, version }));
    if (may.withdraw) menu.push(() => ({ type: 'withdraw', proposal }));
  }
  const chosen = legal.choose;
  if (chosen && me.sealed.choice === null) menu.push(() => choice(mind, chosen));
  if (legal.side) menu.push(() => ({ type: 'pickSide', side: mind.random() < 0.5 ? 'back' : 'restrain' }));
  for (const from of legal.mediation) menu.push(() => ({ type: 'answerMediation', from, accept: mind.random() < 0.5 }));
  if (legal.stand) menu.push(() => ({ type: 'standDown', stand: mind.random() < 0.5 ? 'down' : 'hold' }));
  for (const step of legal.preStep) { const receivers = step.receivers[0]; if (receivers) menu.push(() => ({ type: 'preStep', clause: step.clause, receivers })); }
  const done = view.table.ready.includes(mind.seat);
  if (done) return null;
  if (menu.length === 0 || mind.random() < 0.25) return legal.ready ? { type: 'ready', on: true } : null;
  return one(mind, menu)?.() ?? (legal.ready ? { type: 'ready', on: true } : null);
}
