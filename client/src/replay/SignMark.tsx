/** One sign of the timeline: a shape of its own, so that colour only helps. */
import type { ReactNode } from 'react';
import type { Sign } from './signs.ts';

const SHAPES: Readonly<Record<Sign, ReactNode>> = {
  chapter: <path d="M3 1v10M3 1.5h6.5l-2 2.2 2 2.3H3" fill="none" strokeWidth="1.6" />,
  adopted: <rect x="1.5" y="1.5" width="9" height="9" />,
  proposal: <rect x="2" y="2" width="8" height="8" fill="none" strokeWidth="1.5" />,
  signed: <path d="M1.5 8.5 4 11 10.5 2" fill="none" strokeWidth="1.8" />,
  test: <path d="M6 .5 7.6 4.4 11.7 4.7 8.5 7.4 9.6 11.4 6 9.1 2.4 11.4 3.5 7.4.3 4.7 4.4 4.4Z" />,
  crisis: <path d="M6 .5 11.5 6 6 11.5.5 6Z" />,
  breach: <path d="M2 2l8 8M10 2l-8 8" fill="none" strokeWidth="2.2" />,
  talks: <path d="M2.5 1h2.4v10H2.5zM7.1 1h2.4v10H7.1z" />,
  event: <circle cx="6" cy="6" r="4.2" fill="none" strokeWidth="1.8" />,
  inject: <path d="M4.7 1h2.6v3.7H11v2.6H7.3V11H4.7V7.3H1V4.7h3.7z" />,
  ended: <path d="M1 1h10v10H1zM3.2 3.2v5.6h5.6V3.2z" fillRule="evenodd" />,
};

/** The drawing alone; whoever shows it says its name. */
export const SignMark = ({ sign, size = 12 }: { readonly sign: Sign; readonly size?: number }) => (
  <svg className={`rp-sign rp-sign-${sign}`} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">{SHAPES[sign]}</svg>
);
