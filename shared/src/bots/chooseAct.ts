/** What a bot does next: answers first, then the phase's own decision, then "done". Pure: view in, one act out. */
import type { SeatCommand } from '../model/commands.ts';
import { mediation, pickSide, preStep, stand } from './crisis.ts';
import { choose } from './deeds.ts';
import { chooseRandomAct } from './randomPolicy.ts';
import { declare } from './redLine.ts';
import { answerTexts, awaitsOthers, learn, meet, table } from './talk.ts';
import { profileOf, temperOf } from './temper.ts';
import type { BotInput, Mind } from './types.ts';

/** More acts than this in one phase would be a circle; then the bot only says it is done. */
export const MOST_ACTS = 16;

/** The next act of the seat this bot leads, or null when it has nothing to do now. */
export function chooseAct(input: BotInput): SeatCommand | null {
  const { view, memory } = input;
  const { me, legal } = view;
  if (!me || !legal || view.table.status !== 'running') return null;
  if (memory.phaseSeq !== view.table.phaseSeq) { memory.phaseSeq = view.table.phaseSeq; memory.acts = 0; memory.tried.clear(); }
  const profile = profileOf(temperOf(input));
  const mind: Mind = { ...input, profile, me, legal };
  const done = view.table.ready.includes(input.seat);
  const command = memory.acts >= MOST_ACTS ? ready(mind, done) : profile.temper === 'random' ? chooseRandomAct(mind) : next(mind, done);
  if (command) memory.acts += 1;
  return command;
}

function next(mind: Mind, done: boolean): SeatCommand | null {
  learn(mind);
  const answer = mediation(mind) ?? pickSide(mind) ?? stand(mind) ?? answerTexts(mind);
  if (answer) return answer;
  if (done) return mind.legal.choose ? choose(mind) : null;
  return declare(mind) ?? meet(mind) ?? table(mind) ?? preStep(mind) ?? choose(mind) ?? (awaitsOthers(mind) ? null : ready(mind, done));
}

const ready = (mind: Mind, done: boolean): SeatCommand | null => (mind.legal.ready && !done ? { type: 'ready', on: true } : null);
