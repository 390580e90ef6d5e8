/** Intelligence for action points: two others' exact trust, a secret channel, a covert breach (M04, AC-7). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { LegalStatecraft, MeSlice } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Pick } from '../parts/Pick.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

type Menu = NonNullable<LegalStatecraft['inquire']>;

export function Inquiry({ inquire, me }: { readonly inquire: Menu; readonly me: MeSlice }) {
  const { t, names, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const [pair, setPair] = useState<string | null>(null);
  const [channel, setChannel] = useState<string | null>(null);
  const [covert, setCovert] = useState<string | null>(null);
  const cost = (ap: number): string => t('secret.cost', { count: ap, number: num(ap) });
  const seats = (ids: readonly string[]) => ids.map((id) => ({ id, name: t(`scenario:seat.${id}.name`) }));
  const poor = inquire.pairs.length + inquire.channels.length + inquire.covert.length === 0;
  return (
    <Fold title={<>{t('craft.inquire.title')} <CodexLink id="M04" /></>} note={t('craft.inquire.left', { count: me.ap, number: num(me.ap) })}>
      <p className="pn-note">{t('craft.inquire.help')}</p>
      {poor && <p className="pn-note">{t('craft.inquire.poor')}</p>}
      {inquire.pairs.length > 0 && (
        <div className="pn-row pn-ask">
          <Pick label={t('craft.inquire.pair')} placeholder={t('craft.inquire.choose')} value={pair} onChange={setPair} options={inquire.pairs.map((id) => ({ id, name: names(id.split('-')) }))} />
          <Button className="pn-button" isDisabled={busy || pair === null} onPress={() => { const [a = '', b = ''] = (pair ?? '').split('-'); void act({ type: 'inquire', about: { kind: 'pair', a, b } }).then(() => setPair(null)); }}>{t('craft.inquire.ask')} · {cost(inquire.pairAp)}</Button>
        </div>
      )}
      {inquire.channels.length > 0 && (
        <div className="pn-row pn-ask">
          <Pick label={t('craft.inquire.channel')} placeholder={t('craft.inquire.choose')} value={channel} onChange={setChannel} options={seats(inquire.channels)} />
          <Button className="pn-button" isDisabled={busy || channel === null} onPress={() => { if (channel) void act({ type: 'inquire', about: { kind: 'channel', seat: channel } }).then(() => setChannel(null)); }}>{t('craft.inquire.ask')} · {cost(inquire.channelAp)}</Button>
        </div>
      )}
      {inquire.covert.length > 0 && (
        <div className="pn-row pn-ask">
          <Pick label={t('craft.inquire.covert')} placeholder={t('craft.inquire.choose')} value={covert} onChange={setCovert} options={seats(inquire.covert)} />
          <Button className="pn-button" isDisabled={busy || covert === null} onPress={() => { if (covert) void act({ type: 'inquire', about: { kind: 'covert', seat: covert } }).then(() => setCovert(null)); }}>{t('craft.inquire.ask')} · {cost(inquire.covertAp)}</Button>
        </div>
      )}
      <Refused refusal={refused} />
    </Fold>
  );
}
