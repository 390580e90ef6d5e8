/** The text workshop: clauses become lines, lines become a proposal in the reader's own language, worth and all. */
import { FilePlus2, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { LegalClause } from '@concert/shared';
import { useLegal, useScenario, useSeat, useView } from '../store/gameStore.ts';
import { ClausePicker } from './composer/ClausePicker.tsx';
import { added, sameLine } from './composer/draftLines.ts';
import { useDraft } from './composer/draftStore.ts';
import { LineCard } from './composer/LineCard.tsx';
import { menuOf, placeOf } from './composer/options.ts';
import { Tick } from './parts/Tick.tsx';
import { Verdict } from './composer/Verdict.tsx';
import { ownNet, ridersOf } from './composer/worth.ts';
import { useFocus } from './focus.ts';
import './panels.css';
import { Choice } from './parts/Choice.tsx';
import { Confirm } from './parts/Confirm.tsx';
import { Empty } from './parts/Empty.tsx';
import { Pick } from './parts/Pick.tsx';
import { Refused } from './parts/Refused.tsx';
import { useSpeech } from './speech.ts';
import { useAct } from './useAct.ts';

export default function Composer() {
  const { t } = useSpeech();
  const seat = useSeat();
  return (
    <section className="pn-panel pn-composer" aria-labelledby="pn-composer-title">
      <h2 id="pn-composer-title" className="pn-title">{t('composer.title')}</h2>
      {seat ? <Workshop seat={seat} /> : <Empty>{t('composer.spectator')}</Empty>}
    </section>
  );
}

function Workshop({ seat }: { readonly seat: string }) {
  const { t, seat: name, num, signed } = useSpeech();
  const view = useView();
  const legal = useLegal();
  const scenario = useScenario();
  const { show } = useFocus();
  const { act, busy, refused, clear } = useAct();
  const [draft, put] = useDraft(seat);
  // On a phone the text and the catalogue take turns; on a wide screen both are there.
  const [side, setSide] = useState<'text' | 'clauses'>('text');
  // A text not begun goes where texts can be tabled now; one begun is moved by its author alone.
  const first = legal?.propose[0];
  const astray = first !== undefined && placeOf(legal, draft) === null;
  const blank = draft.lines.length === 0 && draft.counterTo === null;
  useEffect(() => { if (astray && blank && first) put({ scope: first.scope, chairDraft: first.chairDraft }); });
  if (!view || !scenario) return null;

  const place = placeOf(legal, draft);
  const menu = place ? place.clauses : menuOf(scenario);
  const of = new Map(menu.map((option): [string, LegalClause] => [option.clause, option]));
  const maxLines = place?.maxLines ?? scenario.proposalLimits.lines;
  const countered = draft.counterTo ? view.proposals[draft.counterTo] : undefined;
  const mayCounter = countered?.status === 'live' && legal?.answer[countered.id]?.counter === true;
  const closed = draft.lines.some((line) => of.get(line.clause)?.ok === false);
  // Before a place is open a draft may already hold what the match's level knows.
  const options = place?.options ?? (view.table.level !== 'core' || scenario.pinned.includes('ORAL') ? ['ORAL' as const] : []);
  const change = (next: Parameters<typeof put>[0]) => { put(next); clear(); };
  const add = ({ clause, givers, receivers }: LegalClause) => {
    const line = { clause, givers: givers[0] ?? [], receivers: receivers[0] ?? [], mode: 'WRITTEN' as const };
    if (!draft.lines.some((other) => sameLine(other, line))) change({ lines: added(draft.lines, line) });
  };
  const table = async () => {
    const ok = await act({ type: 'propose', scope: draft.scope, lines: draft.lines, ...(place?.chairDraft && draft.chairDraft ? { chairDraft: true } : {}), ...(mayCounter && countered ? { counterTo: countered.id } : {}), ...(place?.exclusive && draft.exclusive ? { exclusive: true } : {}) });
    if (ok) { put({ lines: [], counterTo: null, exclusive: false }); show('proposals'); }
  };
  const pattern = (id: string) => {
    const lines = scenario.packages.find((pack) => pack.id === id)?.clauses.flatMap((clause) => {
      const option = of.get(clause);
      return option ? [{ clause, givers: option.givers[0] ?? [], receivers: option.receivers[0] ?? [], mode: 'WRITTEN' as const }] : [];
    }) ?? [];
    change({ lines: lines.slice(0, maxLines), counterTo: null });
    setSide('text');
  };
  const where = legal?.propose.map((option) => ({ key: `${option.scope}${option.chairDraft ? '!' : ''}`, option })) ?? [];

  return (
    <>
      {where.length > 0
        ? <Choice compact label={t('composer.where')} value={`${draft.scope}${draft.chairDraft ? '!' : ''}`} onChange={(key) => change({ scope: key.startsWith('plenary') ? 'plenary' : 'bilateral', chairDraft: key.endsWith('!') })}
            options={where.map(({ key, option }) => ({ id: key, title: option.chairDraft ? t('scope.chair') : option.scope === 'plenary' ? t('scope.plenary') : t('scope.bilateral', { seat: name(option.with ?? seat) }) }))} />
        : <p className="pn-callout">{t('composer.early')}</p>}
      {countered && <p className="pn-callout">{t(mayCounter ? 'composer.counter' : 'composer.counterGone', { seat: name(countered.author), n: num(countered.version) })} <Button className="pn-link" onPress={() => change({ counterTo: null })}>{t('composer.asNew')}</Button></p>}

      {place?.exclusive && <Tick on={draft.exclusive === true} onChange={(exclusive) => change({ exclusive })}><span><strong>{t('composer.exclusive')}</strong></span><span className="pn-option-body">{t('composer.exclusiveHelp')}</span></Tick>}
      <div className="pn-sides-switch" data-coach="composer-sides"><Choice compact hideLabel label={t('composer.sides')} value={side} onChange={(id) => setSide(id === 'text' ? 'text' : 'clauses')} options={[{ id: 'text', title: t('composer.side.text', { number: num(draft.lines.length) }) }, { id: 'clauses', title: t('composer.side.clauses') }]} /></div>
      <div className="pn-workshop" data-side={side} data-coach={['composer', ...draft.lines.flatMap(({ clause, mode }) => [`draft-${clause}`, `draft-${clause}-${mode}`])].join(' ')}>
        <div className="pn-side-text">
          {draft.lines.length > 0
            ? <ol className="pn-draft" aria-label={t('composer.lines')}>{draft.lines.map((line, at) => <LineCard key={`${line.clause}${line.givers.join()}${at}`} lines={draft.lines} at={at} legal={of.get(line.clause)} options={options} onChange={(lines) => change({ lines })} />)}</ol>
            : <Empty>{t('composer.empty')}</Empty>}
        </div>
        {draft.lines.length > 0 && <Verdict lines={draft.lines} seat={seat} worth={view.worth} />}
        <div className="pn-side-clauses">
          <div data-coach="composer-pattern"><Pick label={t('composer.patterns')} placeholder={t('composer.patternsPick')} value={null} onChange={pattern} options={scenario.packages.map(({ id }) => ({ id, name: t(`scenario:package.${id}.name`) }))} /></div>
          <ClausePicker menu={menu} seat={seat} worth={view.worth} full={draft.lines.length >= maxLines} onAdd={add} />
        </div>
      </div>
      {draft.lines.length > 0 && (
        <div className="pn-dock">
          <Refused refusal={refused} />
          <Button className="pn-button pn-primary" data-coach="composer-table" isDisabled={busy || !place || closed || place.left === 0 || draft.lines.length > maxLines} onPress={() => void table()}><FilePlus2 size={16} aria-hidden="true" />{mayCounter ? t('composer.sendCounter') : t('composer.table')}</Button>
          <Confirm trigger={<><Trash2 size={15} aria-hidden="true" />{t('composer.clear')}</>} title={t('composer.clearTitle')} confirm={t('composer.clear')} onConfirm={() => change({ lines: [], counterTo: null })}><p>{t('composer.clearHelp')}</p></Confirm>
          <strong className="pn-push">{t('composer.balance', { value: signed(ownNet(draft.lines, seat, view.worth, ridersOf(scenario))) })}</strong>
          <p className="pn-note">{t('composer.limit', { count: draft.lines.length, number: num(draft.lines.length), max: num(maxLines) })}{place && ` ${t('composer.left', { count: place.left, number: num(place.left) })}`}{closed && ` ${t('composer.closed')}`}{astray && ` ${t('composer.astray')}`}</p>
        </div>
      )}
    </>
  );
}
