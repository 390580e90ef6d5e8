/** A grave act asks once more, by its own name and with its consequences, before it is done (no accidental betrayal). */
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSpeech } from '../speech.ts';

interface Props {
  readonly trigger: ReactNode; readonly title: string; readonly confirm: string; readonly children: ReactNode;
  readonly onConfirm: () => void; readonly tone?: 'grave' | 'plain'; readonly disabled?: boolean; readonly quiet?: boolean;
}
export function Confirm({ trigger, title, confirm, children, onConfirm, tone = 'grave', disabled = false, quiet = true }: Props) {
  const { t } = useSpeech();
  return (
    <DialogTrigger>
      <Button className={quiet ? 'pn-button pn-quiet' : 'pn-button'} isDisabled={disabled}>{trigger}</Button>
      <ModalOverlay className="pn-veil" isDismissable>
        <Modal className="pn-modal">
          <Dialog role="alertdialog" className="pn-dialog">
            {({ close }) => (
              <>
                <Heading slot="title" className="pn-title">{title}</Heading>
                <div className="pn-dialog-body">{children}</div>
                <div className="pn-row pn-end">
                  <Button className="pn-button pn-quiet" onPress={close}>{t('confirm.no')}</Button>
                  <Button data-coach="confirm" className={tone === 'grave' ? 'pn-button pn-grave' : 'pn-button pn-primary'} onPress={() => { onConfirm(); close(); }}>{confirm}</Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
