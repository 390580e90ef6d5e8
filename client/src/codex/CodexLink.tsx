/** A small question mark beside a mechanism: opens the codex at that entry, beside the table or, elsewhere, on a page of its own. */
import { CircleQuestionMark } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openCodex, useCodex } from './codexStore.ts';
import { useCodexTexts } from './useCodexTexts.ts';
import './codexLink.css';

export interface CodexLinkProps {
  /** Entry of the codex: `M12`, `CON`, `phase-plenary`, `escrow`. */
  readonly id: string;
  /** What the entry is about, in the reader's words; taken from the codex where left out. */
  readonly name?: string;
  /** Words beside the sign; without them the sign stands alone. */
  readonly children?: ReactNode;
  /** For a popover or a menu that closes when the codex opens. */
  readonly onOpen?: () => void;
}

export function CodexLink({ id, name, children, onOpen }: CodexLinkProps) {
  const { t, i18n } = useTranslation('frame');
  // Its label names the entry in words, never by its number; the words come once, after the screen.
  useCodexTexts();
  const hosted = useCodex((state) => state.hosts > 0);
  const about = name ?? (i18n.exists(`codex:${id}.name`) ? t(`codex:${id}.name`) : id);
  const label = t('codex.about', { name: about });
  const open = (event: MouseEvent<HTMLElement>): void => {
    // A click that asks for a new tab or window stays a link.
    if (!hosted || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const from = event.currentTarget;
    onOpen?.();
    openCodex(id, from);
  };
  return (
    <a className={children ? 'codex-link codex-link-words' : 'codex-link'} href={`/codex#${id}`} title={children ? undefined : label} aria-label={children ? undefined : label} onClick={open}
      {...(hosted ? {} : { target: '_blank', rel: 'noreferrer' })}>
      <CircleQuestionMark size={16} aria-hidden="true" />{children}
    </a>
  );
}
