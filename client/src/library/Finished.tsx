/** Finished matches of this server, filtered; who hosted one may take its recording down. */
import { Download, GitFork, Play, RefreshCw, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useSentence } from '../i18n/sentence.ts';
import { recordingUrl } from '../net/api.ts';
import { tellRefusal } from '../store/gameStore.ts';
import { ticketFor } from '../store/tickets.ts';
import { useLoad } from '../store/useLoad.ts';
import { CompareTick } from './CompareTick.tsx';
import { EVERYTHING, LENGTHS, listRecordings, removeRecording, SORTS, type Length, type ListedRecording, type Sort, type Wanted } from './recordingsApi.ts';

const TIERS = ['architecture', 'concert', 'managed', 'stalemate', 'blocs', 'war'] as const;

/** Scenarios that have a name here. */
function useScenarioIds(): readonly string[] {
  const { i18n } = useTranslation();
  const words = (i18n.getResourceBundle(i18n.language, 'scenario') ?? {}) as Readonly<Record<string, string>>;
  return Object.keys(words).flatMap((key) => /^scenario\.([\w-]+)\.short$/.exec(key)?.[1] ?? []);
}

export function Finished({ hide }: { readonly hide: boolean }) {
  const { t } = useTranslation('replay');
  const say = useSentence();
  const scenarios = useScenarioIds();
  const [wanted, setWanted] = useState<Wanted>(EVERYTHING);
  const { answer, again } = useLoad(useCallback(() => listRecordings(wanted), [wanted]));
  const want = (part: Partial<Wanted>): void => setWanted({ ...wanted, page: 1, ...part });
  const shown = answer?.ok ? answer.value.recordings : [];
  return (
    <div className="sheet card">
      <form className="library-filter" role="search" aria-label={t('library.filter')} onSubmit={(event) => event.preventDefault()}>
        <label className="field"><span className="field-label">{t('seen.scenario')}</span><select className="input" value={wanted.scenario} onChange={(event) => want({ scenario: event.target.value })}><option value="">{t('library.any')}</option>{scenarios.map((id) => <option key={id} value={id}>{t(`scenario:scenario.${id}.short`)}</option>)}</select></label>
        {!hide && <label className="field"><span className="field-label">{t('library.outcome')}</span><select className="input" value={wanted.outcome} onChange={(event) => want({ outcome: event.target.value })}><option value="">{t('library.any')}</option>{TIERS.map((tier) => <option key={tier} value={tier}>{t(`ui:tier.${tier}`)}</option>)}</select></label>}
        {!hide && <label className="field"><span className="field-label">{t('library.length')}</span><select className="input" value={wanted.length} onChange={(event) => want({ length: event.target.value as Length })}><option value="">{t('library.any')}</option>{Object.keys(LENGTHS).map((id) => <option key={id} value={id}>{t(`library.length.${id}`)}</option>)}</select></label>}
        <label className="field"><span className="field-label">{t('library.from')}</span><input className="input" type="date" value={wanted.from} onChange={(event) => want({ from: event.target.value })} /></label>
        <label className="field"><span className="field-label">{t('library.to')}</span><input className="input" type="date" value={wanted.to} onChange={(event) => want({ to: event.target.value })} /></label>
        <label className="field"><span className="field-label">{t('library.sort')}</span><select className="input" value={wanted.sort} onChange={(event) => want({ sort: event.target.value as Sort })}>{SORTS.filter((sort) => !hide || sort === 'newest' || sort === 'oldest').map((sort) => <option key={sort} value={sort}>{t(`library.sort.${sort}`)}</option>)}</select></label>
      </form>
      {!answer && <p className="hint" role="status">{t('opening')}</p>}
      {answer && !answer.ok && <div className="notice notice-bad" role="alert"><p>{say.refusal(answer.code, answer.params)}</p><Button className="btn" onPress={again}><RefreshCw size={15} aria-hidden="true" />{t('ui:again')}</Button></div>}
      {answer?.ok && shown.length === 0 && <p className="empty">{t(wanted === EVERYTHING ? 'library.none' : 'library.noneLike')}</p>}
      <ul className="matches">{shown.map((recording) => <Row key={recording.code} recording={recording} hide={hide} onGone={again} />)}</ul>
      {answer?.ok && answer.value.pages > 1 && (
        <nav className="row" aria-label={t('library.pages')}>
          <Button className="btn" isDisabled={wanted.page <= 1} onPress={() => want({ page: wanted.page - 1 })}>{t('library.newer')}</Button>
          <span className="hint figure">{t('library.page', { page: answer.value.page, pages: answer.value.pages })}</span>
          <Button className="btn" isDisabled={wanted.page >= answer.value.pages} onPress={() => want({ page: wanted.page + 1 })}>{t('library.older')}</Button>
        </nav>
      )}
    </div>
  );
}

function Row({ recording, hide, onGone }: { readonly recording: ListedRecording; readonly hide: boolean; readonly onGone: () => void }) {
  const { t, i18n } = useTranslation(['replay', 'ui', 'scenario']);
  const { code, title, scenario, outcome, rounds, endedAt, seats, fork } = recording;
  const token = ticketFor(code)?.token ?? null;
  const people = [...new Set(seats.flatMap(({ names }) => names))];
  const remove = async (close: () => void): Promise<void> => {
    const answer = token === null ? null : await removeRecording(code, token);
    close();
    if (answer?.ok) onGone();
    else if (answer) tellRefusal(answer);
  };
  return (
    <li className="match">
      <div>
        <strong>{title || t(`scenario:scenario.${scenario}.short`)}</strong> <span className="code">{code}</span>
        <p className="hint">{[hide ? null : t(`ui:tier.${outcome}`), title ? t(`scenario:scenario.${scenario}.short`) : null, hide ? null : t('replay:library.rounds', { count: rounds }), new Date(endedAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' }), people.slice(0, 6).join(', ') || null].filter(Boolean).join(' · ')}</p>
        {fork && <p className="hint"><GitFork size={13} aria-hidden="true" /> {t('replay:library.fork', { title: fork.title || fork.recording, round: fork.round })}</p>}
      </div>
      <div className="row">
        <CompareTick id={code} name={title || code} />
        <Link className="btn" href={`/r/${code}`}><Play size={15} aria-hidden="true" />{t('replay:library.watch')}</Link>
        <a className="icon-button" href={recordingUrl(location.origin, code)} download aria-label={t('replay:library.download', { code })} title={t('replay:library.download', { code })}><Download size={17} aria-hidden="true" /></a>
        {token !== null && (
          <DialogTrigger>
            <Button className="icon-button" aria-label={t('replay:library.delete', { code })}><Trash2 size={17} aria-hidden="true" /></Button>
            <Popover className="popover"><Dialog className="settings" aria-label={t('replay:library.delete', { code })}>{({ close }) => <><p>{t('replay:library.delete.sure')}</p><p className="row"><Button className="btn btn-main" onPress={() => void remove(close)}>{t('replay:library.delete.yes')}</Button><Button className="btn" onPress={close}>{t('replay:library.delete.no')}</Button></p></>}</Dialog></Popover>
          </DialogTrigger>
        )}
      </div>
    </li>
  );
}
