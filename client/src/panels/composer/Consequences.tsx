/** The consequences of a text as short sentences, each with its page of the codex. */
import type { LineDraft } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { capitalised } from '../../i18n/sentence.ts';
import { useScenario, useView } from '../../store/gameStore.ts';
import { usePlays } from '../plays.ts';
import { useSpeech } from '../speech.ts';
import { consequencesOf } from './consequences.ts';
import type { Consequence } from './consequences.ts';

const CODEX: Readonly<Record<Consequence['kind'], string>> = { over: 'M21', ratify: 'M22', principle: 'M01', institution: 'M17', vague: 'vague', sideLetter: 'side-letter' };

export function Consequences({ lines }: { readonly lines: readonly LineDraft[] }) {
  const { t, seat, clause, num } = useSpeech();
  const scenario = useScenario();
  const plays = usePlays();
  const me = useView()?.me ?? null;
  const found = scenario ? consequencesOf(lines, scenario, me, plays) : [];
  if (found.length === 0) return null;
  const words = (each: Consequence): string => {
    switch (each.kind) {
      case 'over': return capitalised(t('follows.over', { seat: seat(each.seat) }));
      case 'principle': return t('follows.principle', { clause: clause(each.clause), value: num(each.value) });
      case 'institution': return t('follows.institution', { clause: clause(each.clause) });
      case 'ratify': case 'vague': case 'sideLetter': return t(`follows.${each.kind}`);
      default: return each satisfies never;
    }
  };
  return <ul className="pn-bullets pn-follows" aria-label={t('follows.title')}>{found.map((each, i) => <li key={i}>{words(each)} <CodexLink id={CODEX[each.kind]} /></li>)}</ul>;
}
