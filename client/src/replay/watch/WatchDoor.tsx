/** `/w/CODE`: finds what is watched under a code, and goes there. */
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Waiting } from '../../frame/Waiting.tsx';
import { useSentence } from '../../i18n/sentence.ts';
import { getWatch } from '../../net/watch.ts';
import { Page } from '../../screens/Page.tsx';
import { useLoad } from '../../store/useLoad.ts';
import { PARAM } from './watchStore.ts';

export default function WatchDoor({ code }: { readonly code: string }) {
  const { t } = useTranslation('replay');
  const say = useSentence();
  const [, go] = useLocation();
  const { answer } = useLoad(useCallback(() => getWatch(location.origin, code), [code]));
  useEffect(() => {
    if (!answer?.ok) return;
    const query = new URLSearchParams(location.search);
    query.set(PARAM, answer.value.code);
    go(`/r/${encodeURIComponent(answer.value.recording)}?${query.toString()}`, { replace: true });
  }, [answer, go]);
  if (!answer || answer.ok) return <Page title={t('watch')}><Waiting what="replay:watch.door" /></Page>;
  return (
    <Page title={t('watch')}>
      <section className="sheet card narrow" role="alert"><h1>{t('watch.door.lost')}</h1><p>{say.refusal(answer.code, answer.params)}</p><p className="row"><Link className="btn" href="/library">{t('library')}</Link></p></section>
    </Page>
  );
}
