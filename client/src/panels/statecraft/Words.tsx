/** Words in public: announce an act before doing it, accuse a seat of a broken promise, apologise for one (CO-11, CO-12). */
import { Button } from 'react-aria-components';
import { useState } from 'react';
import type { View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Pick } from '../parts/Pick.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

export function Words({ view }: { readonly view: View }) {
  const { t, action, clause, line, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const [announced, setAnnounced] = useState<string | null>(null);
  const [accused, setAccused] = useState<string | null>(null);
  const craft = view.legal?.craft;
  if (!craft) return null;
  const announcedNow = view.craft.announced;
  const promise = (id: string): string => { const c = view.commitments[id]; return c ? `${t(`scenario:seat.${c.giver}.name`)}: ${clause(c.clause)}` : id; };
  const charges = [...(craft.accuse?.commitments ?? []).map((id) => ({ id: `c:${id}`, name: promise(id) })), ...(craft.accuse?.leaks ?? []).map((id) => ({ id: `l:${id}`, name: t('craft.words.leak', { seat: t(`scenario:seat.${id}.name`) }) }))];
  const accuse = (): void => {
    if (accused === null) return;
    const id = accused.slice(2);
    void act(accused.startsWith('c:') ? { type: 'accuse', commitment: id } : { type: 'accuse', leak: id }).then(() => setAccused(null));
  };
  return (
    <Fold id="apology" title={<>{t('craft.words.title')} <CodexLink id="accuse" /></>} note={craft.apologise.length > 0 ? num(craft.apologise.length) : undefined} open={craft.apologise.length > 0}>
      {craft.apologise.map((id) => {
        const c = view.commitments[id];
        return c && (
          <div key={id} className="pn-callout">
            <p>{line(c)}</p><p className="pn-note">{t('craft.words.apologiseHelp')}</p>
            <div className="pn-row"><Button className="pn-button" isDisabled={busy} onPress={() => void act({ type: 'apologise', commitment: id })}>{t('craft.words.apologise')}</Button></div>
          </div>
        );
      })}
      {announcedNow.length > 0 && <p className="pn-facts"><span className="pn-label">{t('craft.words.announced')}</span><span>{announcedNow.map((each, i) => <span key={i}>{i > 0 && ' · '}<SeatTag seat={each.seat} short /> {action(each.action)}</span>)}</span></p>}
      {craft.announce.length > 0 && (
        <div className="pn-row pn-ask">
          <Pick label={t('craft.words.announceLabel')} placeholder={t('craft.inquire.choose')} value={announced} onChange={setAnnounced} options={craft.announce.map((id) => ({ id, name: action(id) }))} />
          <Button className="pn-button" isDisabled={busy || announced === null} onPress={() => { if (announced) void act({ type: 'announce', action: announced }).then(() => setAnnounced(null)); }}>{t('craft.words.announce')}</Button>
          <p className="pn-note">{t('craft.words.announceHelp')}</p>
        </div>
      )}
      {charges.length > 0 && (
        <div className="pn-row pn-ask">
          <Pick label={t('craft.words.accuseLabel')} placeholder={t('craft.inquire.choose')} value={accused} onChange={setAccused} options={charges} />
          <Button className="pn-button" isDisabled={busy || accused === null} onPress={accuse}>{t('craft.words.accuse')}</Button>
          <p className="pn-note">{t('craft.words.accuseHelp')}</p>
        </div>
      )}
      <Refused refusal={refused} />
    </Fold>
  );
}
