/** How others find the way: the code to say aloud, the link to send, the picture to point a phone at. */
import { Check, Copy } from 'lucide-react';
import { create } from 'qrcode';
import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useInviteOrigin } from '../../store/useInviteOrigin.ts';

const SHOWN_MS = 2500;

/** The clipboard is not there on plain http in a local network: then a selected field does it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
    field.style.position = 'fixed';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation();
  const [told, setTold] = useState<'done' | 'failed' | null>(null);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <>
      <Button className="btn" onPress={() => void copy(text).then((done) => setTold(done ? 'done' : 'failed'))}>{told === 'done' ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}{told === 'done' ? t('copied') : label}</Button>
      <span className="sr" role="status">{told === 'done' ? t('copied') : told === 'failed' ? t('copy.failed') : ''}</span>
    </>
  );
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const dots = Array.from(modules.data, (on, at) => (on ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : '')).join('');
    return { size: modules.size, path: dots };
  }, [text]);
  return <svg className="qr" viewBox={`-3 -3 ${size + 6} ${size + 6}`} role="img" aria-label={label} shapeRendering="crispEdges"><rect x="-3" y="-3" width={size + 6} height={size + 6} fill="#fff" /><path d={path} fill="#1d1813" /></svg>;
}

export function Invite({ code, seat, seatKey }: { readonly code: string; readonly seat: string | null; readonly seatKey: string | null }) {
  const { t } = useTranslation();
  const { origin, reachable } = useInviteOrigin();
  const link = `${origin}/m/${code}`;
  return (
    <section className="sheet card invite" aria-labelledby="invite-title">
      <div className="stack">
        <h2 id="invite-title">{t('invite.title')}</h2>
        <p className="big-code" aria-label={t('invite.code', { code: [...code].join(' ') })}>{code}</p>
        <p className="hint invite-link">{link}</p>
        {!reachable && <p className="hint">{t('invite.onlyHere')}</p>}
      </div>
      <QrCode text={link} label={t('invite.qr', { link })} />
      <div className="row invite-acts">
        <CopyButton text={link} label={t('invite.copyLink')} /><CopyButton text={code} label={t('invite.copyCode')} />
        {seat && seatKey && <CopyButton text={`${link}?seat=${encodeURIComponent(seat)}&key=${encodeURIComponent(seatKey)}`} label={t('invite.delegation')} />}
      </div>
    </section>
  );
}
