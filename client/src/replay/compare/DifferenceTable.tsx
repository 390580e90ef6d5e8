/** In what the two present moments differ: ending, indicators, tests, texts, promises, trust, scores. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../panels/speech.ts';
import { differencesOf, SIDES, type Difference, type Differences } from './pair.ts';
import { useStopView } from './useStopView.ts';

export function DifferenceTable() {
  const { t } = useTranslation('replay');
  const [a, b] = [useStopView('a'), useStopView('b')];
  const found = useMemo(() => (a && b ? differencesOf({ a: a.view, b: b.view }) : null), [a, b]);
  if (!found) return null;
  return (
    <section className="sheet cmp-table" aria-labelledby="cmp-table">
      <h2 id="cmp-table">{t('compare.table')}</h2>
      <p className="hint">{t('compare.table.help')}</p>
      <div className="cmp-scroll"><table>
        <thead><tr><th scope="col">{t('compare.what')}</th>{SIDES.map((side) => <th key={side} scope="col"><span className={`cmp-letter cmp-${side}`}>{t(`compare.${side}`)}</span></th>)}<th scope="col">{t('compare.gap')}</th></tr></thead>
        <tbody>{found.rows.map((row) => <Row key={`${row.key}${row.seat ?? ''}${row.pair?.join() ?? ''}`} row={row} />)}</tbody>
      </table></div>
      <Texts texts={found.texts} />
    </section>
  );
}

function Row({ row: { key, seat, pair, cells } }: { readonly row: Difference }) {
  const { t } = useTranslation('replay');
  const { num, seat: name } = useSpeech();
  const cell = (value: number | string | null): string => (value === null ? t(key === 'ending' ? 'compare.running' : 'compare.unknown') : typeof value === 'number' ? num(value) : t(`ui:tier.${value}`));
  const label = key === 'pair' && pair ? t('compare.row.pair', { a: name(pair[0]), b: name(pair[1]) }) : key === 'score' && seat ? t('compare.row.score', { seat: name(seat) }) : t([`compare.row.${key}`, `ui:indicator.${key}`]);
  const { a, b } = cells;
  const gap = typeof a === 'number' && typeof b === 'number' ? b - a : null;
  return (
    <tr data-differs={a !== b || undefined}><th scope="row">{label}</th>{SIDES.map((side) => <td key={side}>{cell(cells[side])}</td>)}<td className="cmp-gap">{gap === null ? '' : gap === 0 ? '=' : `${gap > 0 ? '+' : '−'}${num(Math.abs(gap))}`}</td></tr>
  );
}

function Texts({ texts: { both, only } }: { readonly texts: Differences['texts'] }) {
  const { t } = useTranslation('replay');
  const { clause } = useSpeech();
  if (both.length + only.a.length + only.b.length === 0) return <p className="hint">{t('compare.texts.none')}</p>;
  const column = (key: 'a' | 'both' | 'b', ids: readonly string[]) => (
    <div><h3>{key === 'both' ? t('compare.texts.both') : <><span className={`cmp-letter cmp-${key}`}>{t(`compare.${key}`)}</span>{t('compare.texts.only')}</>}</h3>{ids.length === 0 ? <p className="hint">{t('compare.texts.nothing')}</p> : <ul>{ids.map((id) => <li key={id}>{clause(id)}</li>)}</ul>}</div>
  );
  return <div className="cmp-texts">{column('a', only.a)}{column('both', both)}{column('b', only.b)}</div>;
}
