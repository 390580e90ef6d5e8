/** Our answers to a text: sign, refuse with reasons, counter, object at a price, withdraw; exactly those the rules allow. */
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { REASONS } from '@concert/shared/protocol/messages';
import type { LegalSlice, ProposalSlice, ReasonCode } from '@concert/shared';
import { useDraft } from '../composer/draftStore.ts';
import { useFocus } from '../focus.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Tick } from '../parts/Tick.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

/** The protocol takes at most so many reasons. */
const MOST_REASONS = 4;

export function Answers({ proposal, seat, answer }: { readonly proposal: ProposalSlice; readonly seat: string; readonly answer: LegalSlice['answer'][string] }) {
  const { t } = useSpeech();
  const { act, busy, refused } = useAct();
  const { show } = useFocus();
  const [, put] = useDraft(seat);
  const { id, version } = proposal;
  const counter = () => { put({ scope: proposal.scope, chairDraft: false, lines: proposal.lines, counterTo: id }); show('composer'); };
  return (
    <div className="pn-answers">
      <div className="pn-row">
        {answer.sign && <Button className="pn-button pn-primary" data-coach="sign" isDisabled={busy} onPress={() => void act({ type: 'sign', proposal: id, version })}>{t('answer.sign')}</Button>}
        {answer.refuse && <RefuseDialog busy={busy} onRefuse={(reasons) => void act({ type: 'refuse', proposal: id, version, reasons })} />}
        {answer.counter && <Button className="pn-button" isDisabled={busy} onPress={counter}>{t('answer.counter')}</Button>}
        {answer.object && (
          <Confirm quiet={false} trigger={t('answer.object')} title={t('answer.objectTitle')} confirm={t('answer.object')} disabled={busy} onConfirm={() => void act({ type: 'object', proposal: id, version })}>
            <p>{t('answer.objectHelp')}</p>
          </Confirm>
        )}
        {answer.withdraw && (
          <Confirm tone="plain" trigger={t('answer.withdraw')} title={t('answer.withdrawTitle')} confirm={t('answer.withdraw')} disabled={busy} onConfirm={() => void act({ type: 'withdraw', proposal: id })}>
            <p>{t('answer.withdrawHelp')}</p>
          </Confirm>
        )}
      </div>
      <Refused refusal={refused} />
    </div>
  );
}

function RefuseDialog({ busy, onRefuse }: { readonly busy: boolean; readonly onRefuse: (reasons: ReasonCode[]) => void }) {
  const { t, num } = useSpeech();
  const [reasons, setReasons] = useState<ReasonCode[]>([]);
  return (
    <DialogTrigger>
      <Button className="pn-button" isDisabled={busy}>{t('answer.refuse')}</Button>
      <ModalOverlay className="pn-veil" isDismissable>
        <Modal className="pn-modal">
          <Dialog className="pn-dialog">
            {({ close }) => (
              <>
                <Heading slot="title" className="pn-title">{t('answer.refuseTitle')}</Heading>
                <p className="pn-note">{t('answer.refuseHelp', { count: MOST_REASONS, number: num(MOST_REASONS) })}</p>
                <div className="pn-reasons">
                  {REASONS.map((reason) => {
                    const on = reasons.includes(reason);
                    return <Tick key={reason} on={on} disabled={!on && reasons.length >= MOST_REASONS} onChange={(now) => setReasons(now ? [...reasons, reason] : reasons.filter((other) => other !== reason))}>{t(`reason.${reason}`)}</Tick>;
                  })}
                </div>
                <div className="pn-row pn-end">
                  <Button className="pn-button pn-quiet" onPress={close}>{t('confirm.no')}</Button>
                  <Button className="pn-button pn-grave" isDisabled={reasons.length === 0} onPress={() => { onRefuse(reasons); close(); }}>{t('answer.refuse')}</Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
