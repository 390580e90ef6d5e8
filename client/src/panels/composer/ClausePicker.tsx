/** The clause catalogue: by subject, searchable, with our own worth; a clause that may not be tabled stays with its reason. */
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { ClauseWorth, LegalClause } from '@concert/shared';
import { useScenario } from '../../store/gameStore.ts';
import { Fold } from '../parts/Fold.tsx';
import { usePlays } from '../plays.ts';
import { useSpeech } from '../speech.ts';

interface Props { readonly menu: readonly LegalClause[]; readonly seat: string; readonly worth: Readonly<Record<string, ClauseWorth>>; readonly full: boolean; readonly onAdd: (clause: LegalClause) => void }
export function ClausePicker({ menu, seat, worth, full, onAdd }: Props) {
  const { t, clause: name, line, num, language } = useSpeech();
  const scenario = useScenario();
  const [wanted, setWanted] = useState('');
  const words = wanted.trim().toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const text = (legal: LegalClause): string => line({ clause: legal.clause, givers: legal.givers[0] ?? [], receivers: legal.receivers[0] ?? [] });
  const found = menu.filter((legal) => { const hay = `${legal.clause} ${name(legal.clause)} ${text(legal)}`.toLocaleLowerCase(language); return words.every((word) => hay.includes(word)); });
  const categoryOf = new Map(scenario?.clauses.map((clause) => [clause.id, clause.category]));
  const categories = [...new Set(scenario?.clauses.map((clause) => clause.category))];
  const row = (legal: LegalClause) => <li key={legal.clause}><ClauseRow legal={legal} text={text(legal)} seat={seat} worth={worth[legal.clause]} full={full} onAdd={onAdd} /></li>;
  return (
    <div className="pn-picker">
      <SearchField className="pn-search" value={wanted} onChange={setWanted}>
        <Label className="pn-label">{t('composer.add')}</Label>
        <div className="pn-field"><Search size={16} aria-hidden="true" /><Input placeholder={t('composer.search')} /></div>
      </SearchField>
      {words.length > 0
        ? found.length > 0 ? <ul className="pn-rows">{found.map(row)}</ul> : <p className="pn-note">{t('composer.nothing', { wanted })}</p>
        : categories.map((category) => {
          const inIt = found.filter((legal) => categoryOf.get(legal.clause) === category);
          return inIt.length > 0 && <Fold key={category} title={t(`scenario:category.${category}`)} note={num(inIt.filter((legal) => legal.ok).length)} level={4}><ul className="pn-rows">{inIt.map(row)}</ul></Fold>;
        })}
    </div>
  );
}

function ClauseRow({ legal, text, seat, worth, full, onAdd }: { readonly legal: LegalClause; readonly text: string; readonly seat: string; readonly worth: ClauseWorth | undefined; readonly full: boolean; readonly onAdd: Props['onAdd'] }) {
  const { t, clause: name, signed, refusal, num } = useSpeech();
  const effect = useScenario()?.clauses.find((clause) => clause.id === legal.clause)?.effect;
  const plays = usePlays();
  const gives = legal.givers.some((givers) => givers.includes(seat));
  return (
    <div className="pn-clause" data-closed={!legal.ok || undefined}>
      <Button className="pn-add" isDisabled={!legal.ok || full} onPress={() => onAdd(legal)} aria-label={t('composer.addOne', { clause: name(legal.clause) })}><Plus size={18} aria-hidden="true" /></Button>
      <div>
        <p className="pn-clause-name">{name(legal.clause)} <span className="pn-code">{legal.clause}</span></p>
        <p className="pn-option-body">{text}</p>
        {worth?.own !== null && worth !== undefined && (
          <p className="pn-tags">
            <span className="pn-tag" data-tone={(worth.own ?? 0) > 0 ? 'good' : (worth.own ?? 0) < 0 ? 'bad' : 'plain'}>{t('worth.own', { value: signed(worth.own ?? 0) })}</span>
            {gives && worth.cost !== null && <span className="pn-tag" data-tone="bad">{t('worth.cost', { value: signed(-worth.cost) })}</span>}
          </p>
        )}
        {effect && (effect.institution || (effect.val && plays('M01'))) && (
          <p className="pn-tags">
            {effect.institution && <span className="pn-tag">{t('clause.institution')}</span>}
            {effect.val && plays('M01') && <span className="pn-tag" data-tone="good">{t('clause.principle', { value: num(effect.val) })}</span>}
          </p>
        )}
        {!legal.ok && legal.why && <p className="pn-note pn-why">{refusal(legal.why)}</p>}
      </div>
    </div>
  );
}
