/** The act of a step in one sentence, as far as the reader's eyes saw it, and what it brought: news, the phase that opened. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command, Viewer } from '@concert/shared';
import type { Reel, ReelStep } from '@concert/shared/recording/index';
import { capitalised } from '../i18n/sentence.ts';
import { useSpeech } from '../panels/speech.ts';
import { newsFor, sightOf } from './sight.ts';

export interface ActWords { readonly seat: string | null; readonly act: string; readonly news: readonly string[] }

export function useActWords(): (reel: Reel, step: ReelStep, viewer: Viewer) => ActWords {
  const { t } = useTranslation('replay');
  const speech = useSpeech();
  return useCallback((reel, step, viewer) => {
    const { seat, seats, clause, action, list, num, news } = speech;
    const who = step.seat === null ? '' : seat(step.seat);
    const level = (id: number): string => t(`scenario:level.${id}`);
    /** The lines of a text in a few words: what it is about. */
    const about = (id: string): { readonly author: string; readonly clauses: string } => {
      const text = reel.textAt(step.index, id);
      return { author: text ? seat(text.author) : '', clauses: text ? list(text.lines.map((line) => clause(line.clause))) : '' };
    };
    const whole = (command: Command): string => {
      switch (command.type) {
        case 'start': return t('act.start');
        case 'advance': {
          if (step.events.some((event) => event.type === 'matchEnded')) return t('act.ended');
          const opened = step.events.findLast((event) => event.type === 'phaseOpened');
          return opened?.type === 'phaseOpened' ? t('act.advance', { phase: t(`ui:phase.${opened.phase}`), round: num(opened.round) }) : t('act.close');
        }
        case 'hold': return t(`act.hold.${command.holder}`, { seat: seat(command.seat) });
        case 'desk': return t('act.desk');
        case 'ready': return t(command.on ? 'act.ready' : 'act.notReady', { seat: who });
        case 'declare': return t('act.declare', { seat: who, level: level(command.level) });
        case 'invite': return t('act.invite', { seat: who, to: seat(command.to) });
        case 'acceptInvite': case 'declineInvite': return t(`act.${command.type}`, { seat: who, from: seat(command.from) });
        case 'message': return command.to.length === 0 ? t('act.message.own', { seat: who }) : command.to.length >= reel.opened.scenario.seats.length - 1 ? t('act.message.all', { seat: who }) : t('act.message', { seat: who, to: seats(command.to) });
        case 'propose': return t(`act.propose.${command.scope}`, { seat: who, clauses: list(command.lines.map((line) => clause(line.clause))) });
        case 'sign': case 'refuse': case 'object': case 'withdraw': return t(`act.${command.type}`, { seat: who, ...about(command.proposal) });
        case 'preStep': return t('act.preStep', { seat: who, clause: clause(command.clause), to: seats(command.receivers) });
        case 'choose': {
          const acts = command.actions.map((each) => (each.target === undefined ? action(each.action) : t('act.toward', { action: action(each.action), target: seat(each.target) })));
          const held = Object.values(command.dues).filter((due) => due !== 'perform').length + command.reversals.length + command.denials.length;
          return `${acts.length > 0 ? t('act.choose', { seat: who, acts: list(acts) }) : t('act.choose.none', { seat: who })}${held > 0 ? ` ${t('act.choose.held', { count: held })}` : ''}`;
        }
        case 'pickSide': return t(`act.pickSide.${command.side}`, { seat: who });
        case 'standDown': return t(`act.stand.${command.stand}`, { seat: who });
        case 'answerAct': return t(command.accept ? 'act.answer.yes' : 'act.answer.no', { seat: who, from: seat(command.from), action: action(command.action) });
        case 'tableDemarche': return t('act.tableDemarche', { seat: who, target: seat(command.target) });
        case 'answerDemarche': return t(command.favour ? 'act.demarche.yes' : 'act.demarche.no', { seat: who });
        case 'announce': return t('act.announce', { seat: who, action: action(command.action) });
        default: return t([`act.${command.type}`, 'act.other'], { seat: who });
      }
    };
    const sight = step.seen ?? sightOf(step, reel.stateAt(step.index), viewer);
    const said = sight === 'whole' ? whole(step.command) : sight === 'sealed' ? t('act.sealed', { seat: who }) : t(sight === 'start' ? 'act.start' : sight === 'moved' ? 'act.moved' : 'act.unseen');
    return { seat: sight === 'nothing' ? null : step.seat, act: capitalised(said), news: newsFor(step, viewer).map((item) => news(item)) };
  }, [t, speech]);
}

/** Where a step stands: round, period and phase in words. */
export function useStepPlace(): (reel: Reel, step: ReelStep) => string {
  const { t } = useTranslation('replay');
  const { num } = useSpeech();
  return useCallback((reel, step) => t('place', { round: num(step.round), phase: t(`ui:phase.${step.phase}`), period: t(`scenario:${reel.opened.scenario.roundLabels[step.round - 1] ?? ''}`, { defaultValue: '' }) }), [t, num]);
}
