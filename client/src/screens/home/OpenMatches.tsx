/** Matches anyone may join or watch, asked for again every few seconds. */
import type { ListedMatch } from '@concert/shared/protocol/messages';
import { RefreshCw } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSentence } from '../../i18n/sentence.ts';
import { listMatches } from '../../net/api.ts';
import { useLoad } from '../../store/useLoad.ts';
import { matchPath } from './enter.ts';
import { presetKey } from '../presetName.ts';

const EVERY_MS = 10_000;

export function OpenMatches() {
  const { t } = useTranslation();
  const say = useSentence();
  const { answer, again } = useLoad(useCallback(() => listMatches(location.origin), []), EVERY_MS);
  if (!answer) return <p className="hint" role="status">{t('waiting')}</p>;
  if (!answer.ok) {
    return <div className="notice notice-bad" role="alert"><p>{t('matches.failed')} {say.refusal(answer.code, answer.params)}</p><Button className="btn" onPress={again}><RefreshCw size={15} aria-hidden="true" />{t('again')}</Button></div>;
  }
  if (answer.value.length === 0) return <p className="empty">{t('matches.none')}</p>;
  return <ul className="matches">{answer.value.map((match) => <Match key={match.code} match={match} />)}</ul>;
}

function Match({ match }: { readonly match: ListedMatch }) {
  const { t } = useTranslation();
  const { seats } = useSentence();
  const free = match.status !== 'ended' && match.seatsFree.length > 0;
  return (
    <li className="match">
      <div>
        <strong>{match.title || t(`scenario:scenario.${match.scenario}.short`)}</strong> <span className="code">{match.code}</span>
        <p className="hint">
          {match.status === 'lobby' ? t('matches.lobby') : match.status === 'running' ? t('matches.running', { round: match.round }) : t('matches.ended')}
          {' · '}{t(presetKey(match.preset))}{' · '}{t('matches.people', { count: match.people })}
        </p>
        {free && <p className="hint">{t('matches.free', { seats: seats(match.seatsFree) })}</p>}
      </div>
      <div className="row">
        {free && <Link className="btn" href={matchPath(match.code)}>{t('matches.join')}</Link>}
        <Link className="btn btn-bare" href={`${matchPath(match.code)}?watch`}>{t('matches.watch')}</Link>
      </div>
    </li>
  );
}
