/** What a vague line means, now that it falls due: every seat's own reading, sealed; the majority settles it (CO-9). */
import { Button } from 'react-aria-components';
import type { LegalStatecraft } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function Readings({ readings }: { readonly readings: LegalStatecraft['readings'] }) {
  const { t, clause } = useSpeech();
  const { act, busy, refused } = useAct();
  return (
    <>
      {readings.map(({ proposal, line, clause: id, usual, own }) => (
        <section key={`${proposal}${line}`} className="pn-callout" data-call="reading">
          <h3 className="pn-subtitle">{t('craft.reading.title', { clause: clause(id) })} <CodexLink id="vague" /></h3>
          <p className="pn-note">{t('craft.reading.help')}</p>
          <div className="pn-two">
            {(['strict', 'loose'] as const).map((reading) => (
              <Button key={reading} className="pn-card-button" isDisabled={busy} aria-pressed={own === reading} onPress={() => void act({ type: 'readClause', proposal, line, reading })}>
                <strong>{t(`craft.reading.${reading}`)}</strong><span>{t(`craft.reading.${reading}.help`)}</span>
              </Button>
            ))}
          </div>
          <p className={own === null ? 'pn-note' : 'pn-sealed'}>{t(own === null ? 'craft.reading.silence' : 'craft.reading.sealed', { reading: t(`craft.reading.${own ?? usual}`) })}</p>
        </section>
      ))}
      <Refused refusal={refused} />
    </>
  );
}
