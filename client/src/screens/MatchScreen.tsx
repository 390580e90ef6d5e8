/** One match at its address: the door for strangers, then lobby, table and debrief as the match goes on. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { Waiting } from '../frame/Waiting.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { gameStore, tellRefusal, useGame } from '../store/gameStore.ts';
import { closeLine, openLine } from '../store/matchLine.ts';
import { dropTicket, ticketFor } from '../store/tickets.ts';
import { classOfTable, neighbours, placeToken } from '../seminar/keys.ts';
import { Door } from './Door.tsx';
import Lobby from './Lobby.tsx';
import { Page } from './Page.tsx';

const Table = lazy(() => import('./Table.tsx'));
const Debrief = lazy(() => import('./Debrief.tsx'));
/** The member's token is no longer known: the door is open again, the old place is gone. */
const FORGOTTEN = 'unauthorised';

export default function MatchScreen({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const say = useSentence();
  const [inside, setInside] = useState(() => ticketFor(code) !== null);
  const [looking, setLooking] = useState(false);
  const { connection, lostCode, view, scenario, lobby, you } = useGame((state) => state);

  useEffect(() => {
    const ticket = inside ? ticketFor(code) : null;
    if (ticket) openLine(ticket);
    return closeLine;
  }, [code, inside]);
  useEffect(() => {
    if (lostCode !== FORGOTTEN) return;
    dropTicket(code);
    setInside(false);
  }, [lostCode, code]);
  useInvitedSeat(you !== null && you.seat === null);
  const enter = useCallback(() => setInside(true), []);

  // At a table of a class whose place is elsewhere now (another table, watching, a neighbour's turn) the class knows the way.
  const group = inside ? null : classOfTable(code);
  if (group !== null && placeToken(group) !== null) return <Redirect to={`/class/${group}`} replace />;
  if (group !== null && neighbours(group).length > 0) return <Redirect to={`/class/${group}/handover`} replace />;
  if (!inside) return <Door code={code} onEnter={enter} />;
  if (connection === 'lost') {
    return (
      <Page title={t('lost.title')}>
        <section className="sheet card narrow"><h1>{t('lost.title')}</h1><p>{lostCode ? say.refusal(lostCode, { match: code }) : t('lost.text')}</p>
          <p className="row"><button type="button" className="btn btn-main" onClick={() => location.reload()}>{t('again')}</button><Link className="btn" href="/">{t('backHome')}</Link></p>
        </section>
      </Page>
    );
  }
  if (lobby?.status === 'lobby' && !view) return <Lobby />;
  if (!view || !scenario) return <Page title={t('brand')}><Waiting what={connection === 'retrying' ? 'connection.retrying' : 'match.opening'} /></Page>;
  return (
    <Suspense fallback={<Waiting what="match.opening" />}>
      {view.ending && !looking ? <Debrief onLook={() => setLooking(true)} /> : <Table {...(view.ending ? { onDebrief: () => setLooking(false) } : {})} />}
    </Suspense>
  );
}

/** A link to a delegation carries its seat and key: who opens it sits down there. */
function useInvitedSeat(free: boolean): void {
  useEffect(() => {
    const wish = new URLSearchParams(location.search);
    const seat = wish.get('seat');
    const key = wish.get('key');
    if (!free || !seat || !key) return;
    history.replaceState(null, '', location.pathname);
    void gameStore.getState().line.sit(seat, key).then((answer) => { if (!answer.ok) tellRefusal(answer); });
  }, [free]);
}
