/** The way into the coached lesson: a real match of its scenario, alone, without a clock. */
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { TUTORIAL } from '@concert/shared/protocol/messages';
import { ticketFor } from '../../store/tickets.ts';
import { note, unfinished } from '../../tutorial/progress.ts';
import { create, matchPath } from './enter.ts';
import { useName } from './useName.ts';

export function LearnToPlay() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { nameOrDefault } = useName();
  const [busy, setBusy] = useState(false);
  const open = unfinished();
  const learn = async (): Promise<void> => {
    setBusy(true);
    const { FIRST_LESSON: { scenario, level, seat, seed, botPace } } = await import('../../tutorial/lessons.ts');
    const path = await create({ scenario, level, preset: TUTORIAL, private: true, name: nameOrDefault, seat, seed, botPace, startNow: true });
    setBusy(false);
    if (!path) return;
    note(path.slice(path.lastIndexOf('/') + 1), {});
    go(path);
  };
  return (
    <section className="learn" aria-label={t('learn.name')}>
      <Button className="btn" isDisabled={busy} onPress={() => void learn()}><GraduationCap size={18} aria-hidden="true" />{t('learn.title')}</Button>
      {open && ticketFor(open) && <Link className="btn" href={matchPath(open)}>{t('learn.on')}</Link>}
      <p className="hint">{t('learn.help')}</p>
    </section>
  );
}
