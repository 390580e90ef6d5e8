/** What the text means: for us to the point, for every other seat a word, as each side would guess at the table. */
import type { ClauseWorth, LineDraft } from '@concert/shared';
import { useScenario } from '../../store/gameStore.ts';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { Consequences } from './Consequences.tsx';
import { homePrice, liking, ownNet, ridersOf } from './worth.ts';

interface Props { readonly lines: readonly LineDraft[]; readonly seat: string | null; readonly worth: Readonly<Record<string, ClauseWorth>> }
export function Verdict({ lines, seat, worth }: Props) {
  const { t, signed, num } = useSpeech();
  const scenario = useScenario();
  const riders = ridersOf(scenario);
  const net = seat ? ownNet(lines, seat, worth, riders) : 0;
  const price = seat ? homePrice(lines, seat, worth, riders) : 0;
  const others = scenario?.seats.filter((other) => other.id !== seat) ?? [];
  return (
    <div className="pn-verdict">
      {seat && (
        <p className="pn-net" data-tone={net > 0 ? 'good' : net < 0 ? 'bad' : 'plain'}>
          <span>{t('worth.net')}</span> <strong className="pn-figure">{signed(net)}</strong>
          {price > 0 && <span className="pn-note">{t('worth.home', { value: signed(-price) })}</span>}
        </p>
      )}
      <Consequences lines={lines} />
      <ul className="pn-likings" aria-label={t('worth.others')}>
        {others.map((other) => {
          const step = liking(lines, other.id, worth);
          const asked = lines.filter((line) => line.givers.includes(other.id)).length;
          return (
            <li key={other.id}>
              <SeatTag seat={other.id} />
              <span className="pn-liking" data-step={step}><span className="pn-steps" aria-hidden="true">{[-2, -1, 0, 1, 2].map((n) => <i key={n} data-on={n === step || undefined} />)}</span>{t(`liking.${step}`)}</span>
              <span className="pn-note">{asked > 0 ? t('worth.asked', { count: asked, number: num(asked) }) : ''}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
