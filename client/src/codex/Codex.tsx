/** The codex: search and list on one side, the open entry on the other; where there is room for one only, the list gives way to the entry. */
import { ArrowLeft, Search, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Button, Header, Input, Label, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { View } from '@concert/shared';
import { absence, addressOf, codex, entryOf, type CodexEntry, type MatchRules } from './entries.ts';
import { Entry, Quote } from './Entry.tsx';
import { search } from './search.ts';
import './codex.css';

export interface CodexProps {
  readonly id: string | null;
  readonly match: (MatchRules & { readonly view: View }) | null;
  readonly turn: number;
  readonly onGo: (id: string | null) => void;
  readonly onLeave?: () => void;
}

export function Codex({ id, match, turn, onGo, onLeave }: CodexProps) {
  const { t } = useTranslation('codex');
  const [wish, setWish] = useState('');
  const wanted = useDeferredValue(wish);
  const found = useMemo(() => search(wanted, (key) => t(key as never)), [wanted, t]);
  const entry = entryOf(id);
  const list = useRef<HTMLDivElement>(null);
  // Beside the entry the list shows where one is, also for an address opened afresh.
  useEffect(() => {
    // The list draws its rows after this first pass.
    const frame = requestAnimationFrame(() => {
      const chosen = list.current?.querySelector<HTMLElement>('[data-selected]');
      if (!list.current || !chosen || list.current.scrollHeight <= list.current.clientHeight) return;
      const above = chosen.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
      if (above < 0 || above > list.current.clientHeight - chosen.offsetHeight) list.current.scrollTop += above - list.current.clientHeight / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [entry]);
  return (
    <div className="codex" data-at={entry ? 'entry' : 'list'}>
      <div className="codex-find">
        <Autocomplete inputValue={wish} onInputChange={setWish} disableAutoFocusFirst>
          <SearchField className="codex-search">
            <Label className="sr">{t('search')}</Label>
            <Search size={16} aria-hidden="true" className="codex-lens" />
            <Input className="input" placeholder={t('search.example')} />
            {wish !== '' && <Button className="codex-clear" aria-label={t('search.clear')}><X size={16} aria-hidden="true" /></Button>}
          </SearchField>
          <p className={wanted === '' ? 'sr' : 'hint'} role="status">{wanted === '' ? '' : found.length > 0 ? t('found', { count: found.length }) : t('none', { wanted })}</p>
          {/* Arrow keys in the search walk the list; the frame around it can be focused and scrolled by itself. */}
          <div ref={list} className="codex-frame" tabIndex={0} role="group" aria-label={t('list')}>
            <ListBox className="codex-list" aria-label={t('list')} selectionMode="single" disallowEmptySelection={entry !== null} selectedKeys={entry ? [entry.id] : []}
              onAction={(key) => onGo(String(key))} onSelectionChange={(keys) => { const key = keys === 'all' ? undefined : [...keys][0]; if (key !== undefined) onGo(String(key)); }}>
              {codex.groups.map((group) => {
                const rows = found.filter((each) => each.group === group);
                return rows.length > 0 && <ListBoxSection key={group} id={`group-${group}`} className="codex-group"><Header>{t(`group.${group}`)}</Header>{rows.map((each) => <Row key={each.id} entry={each} missing={absence(each, match) !== null} />)}</ListBoxSection>;
              })}
            </ListBox>
          </div>
        </Autocomplete>
      </div>
      <div className="codex-read">
        {entry
          ? <><p className="codex-back"><Button className="btn btn-bare" onPress={() => onGo(null)}><ArrowLeft size={17} aria-hidden="true" />{t('back')}</Button></p><Entry entry={entry} match={match} onGo={onGo} onLeave={onLeave} turn={turn} /></>
          : <Intro onGo={onGo} />}
      </div>
    </div>
  );
}

function Row({ entry, missing }: { readonly entry: CodexEntry; readonly missing: boolean }) {
  const { t } = useTranslation('codex');
  const name = t(`${entry.id}.name`);
  return (
    <ListBoxItem id={entry.id} textValue={entry.tag ? `${name} ${entry.tag}` : name} className="codex-row" {...(missing ? { 'data-missing': '' } : {})}>
      <span className="codex-row-name">{name}</span>
      {missing && <span className="codex-row-note">{t('notHere')}</span>}
      {entry.tag && <span className="codex-row-id">{entry.tag}</span>}
    </ListBoxItem>
  );
}

/** What the reading side shows before anything is chosen. */
function Intro({ onGo }: { readonly onGo: (id: string) => void }) {
  const { t } = useTranslation('codex');
  return (
    <div className="codex-intro">
      <p className="codex-text">{t('lead')}</p>
      <Quote id={codex.epigraph} />
      <p>{t('intro.source')}</p>
      <p className="hint">{t('intro.estimate')}</p>
      <h2>{t('intro.begin')}</h2>
      <ul className="codex-begin">{codex.begin.map((id) => <li key={id}><a className="codex-on" href={addressOf(id)} onClick={(event) => { if (event.metaKey || event.ctrlKey || event.shiftKey) return; event.preventDefault(); onGo(id); }}>{t(`${id}.name`)}</a></li>)}</ul>
    </div>
  );
}
