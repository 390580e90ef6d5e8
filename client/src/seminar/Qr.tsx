/** An address as a QR code, drawn as one path so that it prints and scales. */
import { create } from 'qrcode';

export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dots = Array.from(modules.data, (on, at) => (on ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : '')).join('');
  return <svg className="seminar-qr" viewBox={`-3 -3 ${modules.size + 6} ${modules.size + 6}`} role="img" aria-label={label} shapeRendering="crispEdges"><rect x="-3" y="-3" width={modules.size + 6} height={modules.size + 6} fill="#fff" /><path d={dots} fill="#1d1813" /></svg>;
}
