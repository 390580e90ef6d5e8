/** One sheet of the pack: a running head with class and part, the content, and a page break before it. */
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Flag, seatStyle } from '../../frame/SeatMark.tsx';
import { usePack } from './packContext.ts';

interface Props { readonly title: string; readonly part: string; readonly seat?: string; readonly secret?: boolean; readonly lead?: string; readonly children: ReactNode }

export function Sheet({ title, part, seat, secret = false, lead, children }: Props) {
  const { t } = useTranslation('pack');
  const { title: name, code } = usePack();
  const style: CSSProperties | undefined = seat === undefined ? undefined : seatStyle(seat);
  return (
    <section className="pack-sheet" data-part={part} data-secret={secret || undefined} style={style}>
      <header className="pack-head">
        <p className="pack-run"><span>{name || t('untitled')} · <span className="code">{code}</span></span>{secret ? <strong className="pack-stamp">{t('secret.stamp')}</strong> : <span>{t(`part.${part}`)}</span>}</p>
        <h2>{seat !== undefined && <Flag seat={seat} />}{title}</h2>
        {lead !== undefined && <p className="pack-lead">{lead}</p>}
      </header>
      {children}
    </section>
  );
}

/** Ruled lines to write on. */
export function Lines({ count }: { readonly count: number }) {
  return <div className="pack-lines" aria-hidden="true">{Array.from({ length: count }, (_, i) => <i key={i} />)}</div>;
}
/** An empty box to tick, told to nobody's screen reader. */
export const Box = () => <i className="pack-box" aria-hidden="true" />;
