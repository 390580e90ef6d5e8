/** Before the first round: the six chairs around the table, who sits where, and how others find the way here. */
import { Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../net/answer.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { tellRefusal, useGame } from '../store/gameStore.ts';
import { Invite } from './lobby/Invite.tsx';
import { RoundTable } from './lobby/RoundTable.tsx';
import { Page } from './Page.tsx';
import { presetKey } from './presetName.ts';

export default function Lobby() {
  const { t } = useTranslation();
  const { lobby, you, line, scenario, connection } = useGame((state) => state);
  const [busy, setBusy] = useState(false);
  if (!lobby || !scenario || !you) return <Page title={t('lobby.title')}><Waiting what="match.opening" /></Page>;
  const ask = async (request: Promise<Answer<null>>): Promise<void> => {
    setBusy(true);
    const answer = await request;
    setBusy(false);
    if (!answer.ok) tellRefusal(answer);
  };
  /** Another chair means giving up the one we have. */
  const moveTo = async (seat: string): Promise<Answer<null>> => {
    const up = you.seat === null ? null : await line.stand();
    return up && !up.ok ? up : line.sit(seat);
  };
  const seats = scenario.seats.map(({ id }) => lobby.seats.get(id) ?? { seat: id, holder: 'empty', names: '', online: false });
  const bots = seats.filter((seat) => seat.holder !== 'people').length;
  const watchers = [...lobby.people.values()].filter((person) => person.seat === '');
  const title = lobby.title || t(`scenario:scenario.${lobby.scenario}.title`);
  return (
    <Page title={title} bar={connection === 'live' ? null : <span className="hint" role="status">{t(`connection.${connection}`)}</span>}>
      <div className="lobby">
        <header className="lobby-head"><p className="eyebrow">{t('lobby.title')} · {t(presetKey(lobby.preset))} · {t(`level.${lobby.level}`)}</p><h1>{title}</h1><p>{t(`scenario:scenario.${lobby.scenario}.summary`)}</p></header>
        <RoundTable seats={seats} mine={you.seat} chair={scenario.chair} busy={busy} onSit={(seat) => void ask(moveTo(seat))} onStand={() => void ask(line.stand())} />
        <aside className="lobby-side">
          <Invite code={lobby.code} seat={you.seat} seatKey={you.seatKey} />
          <section className="sheet card" aria-labelledby="start-title">
            <h2 id="start-title">{t('lobby.start.title')}</h2>
            <p className="hint">{bots > 0 ? t('lobby.bots', { count: bots }) : t('lobby.full')}</p>
            {you.host
              ? <Button className="btn btn-main btn-big" isDisabled={busy} onPress={() => void ask(line.start())}><Play size={18} aria-hidden="true" />{t('lobby.start')}</Button>
              : <p className="notice">{t('lobby.wait')}</p>}
            {you.seat === null && <p className="hint">{t('lobby.noSeat')}</p>}
          </section>
          {watchers.length > 0 && <section className="lobby-watchers" aria-labelledby="watchers-title">
            <h2 id="watchers-title" className="eyebrow">{t('lobby.watchers', { count: watchers.length })}</h2>
            <ul className="row">{watchers.map((person, at) => <li key={at} className="chip" data-away={!person.online || undefined}>{person.name}</li>)}</ul>
          </section>}
        </aside>
      </div>
    </Page>
  );
}
