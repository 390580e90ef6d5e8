/** One line of the text being written: its sentence, who gives and receives, written or oral, when it falls due, its place. */
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DraftingOption, LegalClause, LineDraft } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { useScenario } from '../../store/gameStore.ts';
import { Choice } from '../parts/Choice.tsx';
import { Pick } from '../parts/Pick.tsx';
import { useSpeech } from '../speech.ts';
import { LineOptions } from './LineOptions.tsx';
import { moved, removed, withAfter, withMode, withParties } from './draftLines.ts';

interface Props { readonly lines: readonly LineDraft[]; readonly at: number; readonly legal: LegalClause | undefined; readonly options: readonly DraftingOption[]; readonly onChange: (lines: LineDraft[]) => void }
export function LineCard({ lines, at, legal, options, onChange }: Props) {
  const { t, line: say, clause: name, names, num, refusal, when } = useSpeech();
  const scenario = useScenario();
  const line = lines[at];
  if (!line) return null;
  const spec = scenario?.clauses.find((clause) => clause.id === line.clause);
  const sides = (['givers', 'receivers'] as const).filter((side) => (legal?.[side].length ?? 0) > 1);
  return (
    <li className="pn-draft-line" data-closed={legal?.ok === false || undefined}>
      <div className="pn-line-head">
        <span className="pn-number" aria-hidden="true">{num(at + 1)}</span>
        <p className="pn-prose">{say(line)}</p>
      </div>
      <div className="pn-line-terms">
        {options.includes('ORAL') && (
          <div data-coach={`mode-${line.clause}`}><Choice compact hideLabel label={t('line.mode', { n: num(at + 1) })} value={line.mode} onChange={(mode) => onChange(withMode(lines, at, mode === 'ORAL' ? 'ORAL' : 'WRITTEN'))}
            options={[{ id: 'WRITTEN', title: t('scenario:mode.WRITTEN') }, { id: 'ORAL', title: t('scenario:mode.ORAL') }]} /></div>
        )}
        <span className="pn-tools">
          <Button className="pn-icon" aria-label={t('line.up', { n: num(at + 1) })} isDisabled={at === 0} onPress={() => onChange(moved(lines, at, -1))}><ArrowUp size={16} /></Button>
          <Button className="pn-icon" aria-label={t('line.down', { n: num(at + 1) })} isDisabled={at === lines.length - 1} onPress={() => onChange(moved(lines, at, 1))}><ArrowDown size={16} /></Button>
          <Button className="pn-icon" aria-label={t('line.remove', { n: num(at + 1), clause: name(line.clause) })} onPress={() => onChange(removed(lines, at))}><X size={16} /></Button>
        </span>
        {sides.map((side) => (
          <Pick key={side} label={t(`line.${side}`)} value={line[side].join('+')} onChange={(key) => onChange(withParties(lines, at, side, key.split('+')))}
            options={(legal?.[side] ?? []).map((option) => ({ id: option.join('+'), name: names(option) }))} />
        ))}
        {at > 0 && (
          <Pick label={t('line.due')} value={String(line.after ?? 'free')} onChange={(key) => onChange(withAfter(lines, at, key === 'free' ? null : Number(key)))}
            options={[{ id: 'free', name: t('line.dueFree') }, ...lines.slice(0, at).map((earlier, i) => ({ id: String(i), name: t('line.dueAfter', { n: num(i + 1), clause: name(earlier.clause) }) }))]} />
        )}
        <LineOptions lines={lines} at={at} options={options.filter((option) => legal?.options?.includes(option) ?? true)} onChange={onChange} />
        {spec && <span className="pn-note">{when(spec)} · {t(`scenario:rev.${spec.rev}`)}</span>}
        {line.mode === 'ORAL' && <span className="pn-note">{t('scenario:mode.ORAL.help')} <CodexLink id="oral" /></span>}
        {legal?.ok === false && legal.why && <p className="pn-refused">{refusal(legal.why)}</p>}
      </div>
    </li>
  );
}
