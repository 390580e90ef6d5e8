/** A causal loop as a drawing, and the same in words below it for every reader. */
import { useTranslation } from 'react-i18next';
import type { CodexEntry } from './entries.ts';
import { arrowFrom, BOX, boxAt, HEIGHT, WIDTH } from './loopGeometry.ts';

export function LoopFigure({ entry }: { readonly entry: CodexEntry }) {
  const { t } = useTranslation('codex');
  const signs = entry.signs ?? [];
  const node = (at: number): string => t(`${entry.id}.node.${(at % signs.length) + 1}`);
  // An even number of reversals feeds the loop, an odd one brakes it.
  const feeds = signs.filter((sign) => sign === '-').length % 2 === 0;
  const word = (sign: string): string => t(sign === '+' ? 'loop.more' : 'loop.less');
  return (
    <div className="codex-loop" data-feeds={feeds}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {signs.map((sign, at) => {
          const { path, head, sign: place } = arrowFrom(at, signs.length);
          return (
            <g key={at} className={sign === '+' ? 'loop-more' : 'loop-less'}>
              <path d={path} /><polygon points={head} />
              <circle cx={place.x} cy={place.y} r="9.5" /><text x={place.x} y={place.y} dy=".35em">{word(sign)}</text>
            </g>
          );
        })}
        {signs.map((_, at) => {
          const { x, y } = boxAt(at, signs.length);
          return <g key={at} className="loop-node"><rect x={x - BOX.width / 2} y={y - BOX.height / 2} width={BOX.width} height={BOX.height} rx="3" /><text x={x} y={y} dy=".35em">{node(at)}</text></g>;
        })}
        <text className="loop-name" x={WIDTH / 2} y={HEIGHT / 2 - 2}>{entry.id}</text>
        <text className="loop-kind" x={WIDTH / 2} y={HEIGHT / 2 + 17}>{t(feeds ? 'loop.reinforcing' : 'loop.balancing')}</text>
      </svg>
      <h3>{t('part.chain')}</h3>
      <ol className="codex-chain">
        {signs.map((sign, at) => (
          <li key={at}>
            <strong><span aria-hidden="true">{node(at)} → {node(at + 1)} <span className="chain-sign">{word(sign)}</span></span><span className="sr">{t('loop.leads', { from: node(at), to: node(at + 1) })}</span></strong>
            <span>{t(`${entry.id}.link.${at + 1}`)}</span>
          </li>
        ))}
      </ol>
      <p className="hint">{t('loop.key')}</p>
    </div>
  );
}
