/** A command in words, for drafts and for the desk: what somebody means to do, before it is done. */
import { useCallback } from 'react';
import type { ActCommand } from '@concert/shared';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../panels/speech.ts';

/** One sentence or several; never empty. */
export function useCommandWords(): (command: ActCommand) => readonly string[] {
  const { t } = useTranslation('seminar');
  const { action, line, seat, seats, list, clause } = useSpeech();
  return useCallback((command: ActCommand): readonly string[] => {
    switch (command.type) {
      case 'declare':
        return [t('act.declare', { level: t(`scenario:level.${command.level}`) })];
      case 'propose':
        return [t(`act.propose.${command.scope}`), ...command.lines.map(line)];
      case 'sign':
      case 'refuse':
      case 'object':
        return [t(`act.${command.type}`)];
      case 'choose': {
        const acts = command.actions.map((each) => `${action(each.action)}${each.target ? ` → ${seat(each.target)}` : ''}`);
        const held = Object.values(command.dues).filter((due) => due !== 'perform').length;
        return [acts.length > 0 ? t('act.choose', { acts: list(acts) }) : t('act.choose.none'), ...(held > 0 ? [t('act.choose.dues', { count: held })] : []), ...(command.reversals.length + command.denials.length > 0 ? [t('act.choose.reversals', { count: command.reversals.length + command.denials.length })] : [])];
      }
      case 'pickSide':
        return [t(`act.pickSide.${command.side}`)];
      case 'invite':
        return [t('act.invite', { seat: seat(command.to) })];
      case 'preStep':
        return [t('act.preStep', { clause: clause(command.clause), seats: seats(command.receivers) })];
      case 'tableDemarche':
        return [t('act.tableDemarche', { seat: seat(command.target) })];
      default:
        return [t(`act.${command.type}`, { defaultValue: t('act.other') })];
    }
  }, [t, action, line, seat, seats, list, clause]);
}
