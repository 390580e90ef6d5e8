/** A secret card in one sentence, with what it is worth (M09, M10). */
import type { Card, SeatId } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { useScenario } from '../../store/gameStore.ts';
import { useSpeech } from '../speech.ts';

export function CardWords({ card, seat }: { readonly card: Card; /** Whose hand it is in. */ readonly seat: SeatId }) {
  const { t, clause, seat: name, num } = useSpeech();
  const scenario = useScenario();
  if (card.kind === 'core') return <>{t('craft.secrets.core', { clause: clause(card.clause ?? ''), value: num(scenario?.coreCards?.worth ?? 0) })} <CodexLink id="M09" /></>;
  const words = { theme: t(`scenario:linkage.${card.theme ?? ''}`), seat: name(card.buyer ?? seat), value: num(scenario?.linkage?.worth ?? 0) };
  return <>{t(card.state === 'traded' ? 'craft.secrets.traded' : 'craft.secrets.linkage', words)} <CodexLink id="M10" /></>;
}
