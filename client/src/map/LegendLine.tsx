/** One legend sample, as SVG beside its words. */
import type { ReactNode } from 'react';
import { ACT_INK, BROKEN, INK, MDL_INK, NLL_INK, PAPER, SEAT_STYLE, THREAT_INK, cssColor } from './palette.ts';
import type { Pattern } from './palette.ts';
import type { PlaceKind } from './types.ts';

type Sign = 'commitment' | 'broken' | 'act' | 'proposal' | 'threat' | 'mdl' | 'nll' | PlaceKind;
type Props = { readonly sign: Sign } | { readonly color: number; readonly pattern: Pattern; readonly width?: number; readonly swatch?: boolean };

const DASHES: Readonly<Record<Pattern, string | undefined>> = {
  dash: '6 4',
  dashdot: '7 3.5 0.5 3.5',
  dot: '0.5 4',
  light: undefined,
  heavy: undefined,
  double: undefined,
};
const ink = cssColor(INK);
const paper = cssColor(PAPER);

function Sample({ color, pattern, width = 3, swatch = false }: Exclude<Props, { readonly sign: Sign }>) {
  const stroke = swatch ? paper : cssColor(color);
  const w = Math.min(width, 5);
  const line = (y: number, thick: number) => (
    <path d={`M3 ${y}H25`} stroke={stroke} strokeWidth={thick} strokeLinecap="round" strokeDasharray={DASHES[pattern]} fill="none" />
  );
  return (
    <>
      {swatch ? <rect x="0.5" y="0.5" width="27" height="11" rx="2" fill={cssColor(color)} stroke={ink} strokeOpacity="0.35" /> : null}
      {pattern === 'double' ? (
        <>
          {line(4.2, 1.6)}
          {line(7.8, 1.6)}
        </>
      ) : (
        line(6, swatch ? (pattern === 'heavy' ? 3.4 : 1.9) : w)
      )}
    </>
  );
}

const SIGNS: Readonly<Partial<Record<Sign, ReactNode>>> = {
  commitment: <path d="M2 6H20" stroke={ink} strokeWidth="2" fill="none" />,
  broken: (
    <>
      <path d="M2 6H26" stroke={ink} strokeWidth="2" />
      <circle cx="14" cy="6" r="5" fill={paper} stroke={cssColor(BROKEN)} />
      <path d="M11.5 3.5l5 5m0-5l-5 5" stroke={cssColor(BROKEN)} strokeWidth="1.6" />
    </>
  ),
  act: (
    <>
      <circle cx="14" cy="6" r="2" fill={cssColor(ACT_INK.hostile)} />
      <circle cx="14" cy="6" r="5" fill="none" stroke={cssColor(ACT_INK.hostile)} strokeWidth="1.5" />
    </>
  ),
  proposal: (
    <>
      <circle cx="14" cy="6" r="5.4" fill={paper} stroke={ink} strokeWidth="0.8" />
      <path d="M14 2.4a3.6 3.6 0 0 1 0 7.2" fill="none" stroke={cssColor(SEAT_STYLE.usa.ink)} strokeWidth="2.4" />
      <path d="M14 9.6a3.6 3.6 0 0 1 0-7.2" fill="none" stroke={cssColor(SEAT_STYLE.dprk.ink)} strokeWidth="0.8" />
    </>
  ),
  threat: (
    <>
      <circle cx="14" cy="7" r="4.4" fill={cssColor(THREAT_INK, 0.15)} stroke={cssColor(THREAT_INK)} strokeWidth="1.4" />
      <circle cx="12.2" cy="2.8" r="1.6" fill={cssColor(THREAT_INK)} />
      <circle cx="15.8" cy="2.8" r="1.6" fill={cssColor(THREAT_INK)} />
    </>
  ),
  mdl: (
    <>
      <path d="M1 6H27" stroke="#e0c592" strokeWidth="7" />
      <path d="M1 6H27" stroke={cssColor(MDL_INK)} strokeWidth="2.2" strokeDasharray="6 3" />
    </>
  ),
  nll: <path d="M1 6H27" stroke={cssColor(NLL_INK)} strokeWidth="1.6" strokeDasharray="4 3" />,
  nuclear: (
    <>
      <circle cx="14" cy="6" r="5.3" fill="#f3c63f" stroke={ink} />
      <path d="M14 6L11.9 2.4h4.2zM14 6l2.1 3.6 2.1-3.6zM14 6H9.8l2.1 3.6z" fill={ink} />
    </>
  ),
  reactor: (
    <>
      <rect x="9" y="1" width="10" height="10" rx="1.5" fill="#f6ecd0" stroke={ink} />
      <path d="M14 6l-1.6-2.8h3.2zM14 6l1.6 2.8L17.2 6zM14 6h-3.2l1.6 2.8z" fill={ink} />
    </>
  ),
  launch: <path d="M14 0.5l2.4 4v3.6l1.8 3.2H9.8l1.8-3.2V4.5z" fill={ink} />,
  base: <path d="M14 1l5.6 10H8.4z" fill={cssColor(SEAT_STYLE.usa.ink)} />,
  venue: (
    <>
      <rect x="8.5" y="0.5" width="11" height="11" rx="2" fill="#2f5d50" />
      <circle cx="14" cy="6" r="2" fill={paper} />
    </>
  ),
  zone: (
    <>
      <path d="M14 0.5L19.5 6 14 11.5 8.5 6z" fill="#7b5b1e" />
      <rect x="12.3" y="4.3" width="3.4" height="3.4" fill={paper} />
    </>
  ),
  crossing: (
    <>
      <rect x="8.5" y="1" width="11" height="10" rx="1.5" fill="#5f4a2a" />
      <path d="M11 4.6h6l-1.6-1.5M17 7.4h-6l1.6 1.5" stroke={paper} fill="none" />
    </>
  ),
  island: <circle cx="14" cy="6" r="3.2" fill={cssColor(SEAT_STYLE.rok.ink)} stroke={paper} />,
};

export function LegendLine(props: Props) {
  return (
    <svg className="map-sample" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
      {'sign' in props ? SIGNS[props.sign] : <Sample {...props} />}
      {'sign' in props && props.sign === 'commitment' ? <path d="M26 6l-7-3.6v7.2z" fill={ink} /> : null}
    </svg>
  );
}
