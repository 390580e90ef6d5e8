/** How a line is drafted beyond written or oral: vague, tied in escrow, with a date of lapse, with relief that snaps back, as a side letter (CO-8 to CO-10, PR-9). */
import type { DraftingOption, LineDraft } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { entryOfKey } from '../../codex/entries.ts';
import { Pick } from '../parts/Pick.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Tick } from '../parts/Tick.tsx';
import { useSpeech } from '../speech.ts';
import { withOptions } from './draftLines.ts';

interface Props { readonly lines: readonly LineDraft[]; readonly at: number; readonly options: readonly DraftingOption[]; readonly onChange: (lines: LineDraft[]) => void }
const FLAGS = [['VAGUE', 'vague'], ['SNAP-BACK', 'snapBack'], ['SATELLITE-RIDER', 'rider'], ['SIDE-LETTER', 'sideLetter']] as const;
const SUNSETS = [2, 3, 4];

export function LineOptions({ lines, at, options, onChange }: Props) {
  const { t, num, clause } = useSpeech();
  const line = lines[at];
  const flags = FLAGS.filter(([option]) => options.includes(option));
  const escrow = options.includes('ESCROW') && at > 0;
  const sunset = options.includes('SUNSET');
  if (!line || (flags.length === 0 && !escrow && !sunset)) return null;
  const own = line.options ?? {};
  const chosen = Object.keys(own).length;
  const about = (option: DraftingOption) => { const entry = entryOfKey(option); return entry && <CodexLink id={entry.id} />; };
  return (
    <Fold level={4} title={t('line.options')} note={chosen > 0 ? num(chosen) : undefined} open={chosen > 0}>
      {flags.map(([option, flag]) => (
        <div key={flag} className="pn-tick-line"><Tick on={own[flag] === true} onChange={(on) => onChange(withOptions(lines, at, { [flag]: on ? true : undefined }))}>
          <strong>{t(`option.${option}`)}</strong><span className="pn-option-body">{t(`option.${option}.help`)}</span>
        </Tick>{about(option)}</div>
      ))}
      {sunset && <Pick label={t('option.SUNSET')} value={String(own.sunset ?? 'none')} onChange={(key) => onChange(withOptions(lines, at, { sunset: key === 'none' ? undefined : Number(key) }))} options={[{ id: 'none', name: t('option.SUNSET.none') }, ...SUNSETS.map((n) => ({ id: String(n), name: t('option.SUNSET.after', { count: n, number: num(n) }) }))]} />}
      {escrow && <Pick label={t('option.ESCROW')} value={String(own.escrow ?? 'none')} onChange={(key) => onChange(withOptions(lines, at, { escrow: key === 'none' ? undefined : Number(key) }))} options={[{ id: 'none', name: t('option.ESCROW.none') }, ...lines.slice(0, at).map((earlier, i) => ({ id: String(i), name: t('option.ESCROW.with', { n: num(i + 1), clause: clause(earlier.clause) }) }))]} />}
      {(own.escrow !== undefined) && <p className="pn-note">{t('option.ESCROW.help')} {about('ESCROW')}</p>}
      {(own.sunset !== undefined) && <p className="pn-note">{t('option.SUNSET.help')} {about('SUNSET')}</p>}
    </Fold>
  );
}
