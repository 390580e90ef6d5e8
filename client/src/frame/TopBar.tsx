/** Round, phase, clock, who is awaited, the line, and the way out; always visible. */
import { DoorOpen, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { CodexButton } from '../codex/CodexHost.tsx';
import { useGame, useRecorded, useSeat } from '../store/gameStore.ts';
import { Clock } from './Clock.tsx';
import { ConnectionBadge } from './ConnectionBadge.tsx';
import { PhaseSteps } from './PhaseSteps.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';
import { SeatMark } from './SeatMark.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';
import { useMatch } from './useMatch.ts';

/** More than so many are counted, not named; "What now" names them all. */
const SHOWN = 2;

export function TopBar() {
  const { t } = useTranslation(['frame', 'scenario', 'replay']);
  const { view: { table, viewer: { kind: viewer } }, scenario } = useMatch();
  const seat = useSeat();
  const deadline = useGame((state) => state.lobby?.deadline ?? 0);
  const paused = useGame((state) => (state.lobby?.paused ?? false) && state.lobby?.preset !== 'untimed');
  const recorded = useRecorded();
  const code = useGame((state) => state.code);
  return (
    <header className="topbar">
      <h1 className="sr">{t(`scenario:scenario.${table.scenario}.title`)}</h1>
      <div className="topbar-round">
        <strong className="wide-only">{t('frame:round', { round: table.round, rounds: table.rounds })}</strong>
        <strong className="narrow-only">{t(`ui:phase.${table.phase}`)}</strong>
        <span className="topbar-period"><span className="narrow-only">{table.round}/{table.rounds} · </span>{t(`scenario:${scenario.roundLabels[table.round - 1] ?? ''}`)}</span>
      </div>
      <PhaseSteps />
      {!recorded && <Clock deadline={deadline} paused={paused} />}
      {!recorded && <span className="awaited" title={t('frame:awaited.help')}>
        <Hourglass size={15} aria-hidden="true" /> <span className="sr">{t('frame:awaited', { count: table.awaited.length })}</span>
        {table.awaited.length === 0 || table.awaited.length > SHOWN
          ? <span aria-hidden="true">{table.awaited.length}</span>
          : table.awaited.map((id) => <abbr key={id} title={t(`scenario:seat.${id}.name`)}>{t(`scenario:seat.${id}.code`)}</abbr>)}
      </span>}
      {recorded && <span className="seat-badge recorded-badge">{t('replay:badge')}</span>}
      <span className="topbar-gap" />
      {seat ? <><span className="wide"><SeatMark seat={seat} /></span><span className="tight"><SeatMark seat={seat} short /></span></> : <span className="seat-badge">{t(!recorded ? 'frame:spectator' : viewer === 'all' ? 'replay:eyes.all' : 'replay:eyes.public')}</span>}
      {!recorded && <ConnectionBadge />}
      {!recorded && <span className="topbar-code" title={t('frame:code.help')}>{code}</span>}
      <LanguagePicker />
      <CodexButton />
      <SettingsMenu>{!recorded && code !== null && <a className="btn" href={`/r/${code}`} target="_blank" rel="noreferrer">{t('replay:lookBack')}</a>}<Link className="btn" href="/">{t('frame:leave')}</Link></SettingsMenu>
      <Link className="icon-button" href="/" aria-label={t('frame:leave')} title={t('frame:leave')}><DoorOpen size={18} aria-hidden="true" /></Link>
    </header>
  );
}
