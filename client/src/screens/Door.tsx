/** Before a match one is not in yet: what it is, a name, and the choice to join or to watch. */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Waiting } from '../frame/Waiting.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { getMatch } from '../net/api.ts';
import { useLoad } from '../store/useLoad.ts';
import { join } from './home/enter.ts';
import { NameField } from './home/NameField.tsx';
import { useName } from './home/useName.ts';
import { Page } from './Page.tsx';
import { presetKey } from './presetName.ts';

export function Door({ code, onEnter }: { readonly code: string; readonly onEnter: () => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { nameOrDefault } = useName();
  const [busy, setBusy] = useState(false);
  const { answer, again } = useLoad(useCallback(() => getMatch(location.origin, code), [code]));
  const enter = async (spectate: boolean): Promise<void> => {
    setBusy(true);
    const path = await join(code, { name: nameOrDefault, spectate });
    setBusy(false);
    if (path) onEnter();
  };
  if (!answer) return <Page title={code}><Waiting /></Page>;
  if (!answer.ok) {
    return (
      <Page title={t('door.none')}>
        <section className="sheet card narrow"><h1>{t('door.none')}</h1><p>{say.refusal(answer.code, { match: code, ...answer.params })}</p>
          <p className="row">{answer.code !== 'unknown-match' && <Button className="btn" onPress={again}>{t('again')}</Button>}<Link className="btn btn-main" href="/">{t('backHome')}</Link></p>
        </section>
      </Page>
    );
  }
  const match = answer.value;
  const watching = new URLSearchParams(location.search).has('watch');
  const free = match.status !== 'ended' && match.seatsFree.length > 0;
  const watch = <Button className={free && !watching ? 'btn' : 'btn btn-main'} isDisabled={busy} onPress={() => void enter(true)}>{match.status === 'ended' ? t('door.read') : t('door.watch')}</Button>;
  return (
    <Page title={match.title || t(`scenario:scenario.${match.scenario}.short`)}>
      <section className="sheet card narrow door" aria-labelledby="door-title">
        <p className="eyebrow">{t('door.eyebrow')} · <span className="code">{code}</span></p>
        <h1 id="door-title">{match.title || t(`scenario:scenario.${match.scenario}.title`)}</h1>
        <p>{t(`scenario:scenario.${match.scenario}.summary`)}</p>
        <p className="hint">
          {match.status === 'lobby' ? t('matches.lobby') : match.status === 'running' ? t('matches.running', { round: match.round }) : t('matches.ended')}
          {' · '}{t(presetKey(match.preset))}{' · '}{t(`level.${match.level}`)}{' · '}{t('matches.people', { count: match.people })}
        </p>
        <p className="hint">{free ? t('matches.free', { seats: say.seats(match.seatsFree) }) : match.status !== 'ended' && t('door.full')}</p>
        <NameField />
        <p className="row">{free && !watching && <Button className="btn btn-main" isDisabled={busy} onPress={() => void enter(false)}>{t('door.join')}</Button>}{watch}</p>
        <p className="hint">{t('door.rules')}</p>
      </section>
    </Page>
  );
}
