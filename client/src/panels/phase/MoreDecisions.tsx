/** The rarer lines of the sealed decision: block what was agreed over our head, carry a text through at home, disclose what we did unseen (PR-10, DS-3, AC-4). */
import type { SecretChoice, View } from '@concert/shared';
import { CodexLink } from '../../codex/CodexLink.tsx';
import { Tick } from '../parts/Tick.tsx';
import { SeatTag } from '../parts/SeatTag.tsx';
import { useSpeech } from '../speech.ts';
import type { Choose } from './secretChoice.ts';
import { apSpent, toggled } from './secretChoice.ts';

interface Props { readonly choose: Choose; readonly choice: SecretChoice; readonly onChange: (choice: SecretChoice) => void }

/** What cannot wait for another round. */
export function Urgent({ view, choose, choice, onChange }: Props & { readonly view: View }) {
  const { t, clause, line, list, num } = useSpeech();
  const left = choose.ap - apSpent(choose, choice);
  // PR-10: one veto, one promise of a text.
  const taken = (id: string): boolean => (choice.blocks ?? []).some((other) => other !== id && view.commitments[other]?.proposal === view.commitments[id]?.proposal);
  return (
    <>
      {choose.ratify.length > 0 && (
        <div>
          <h3 className="pn-subtitle">{t('secret.ratify')} <CodexLink id="M22" /></h3><p className="pn-note">{t('secret.ratifyHelp')}</p>
          <ul className="pn-rows">{choose.ratify.map((id) => {
            const on = choice.ratify?.includes(id) ?? false;
            return <li key={id}><Tick on={on} disabled={!on && left < 1} onChange={() => onChange({ ...choice, ratify: toggled(choice.ratify ?? [], id) })}>
              <span className="pn-act-head"><strong>{list((view.proposals[id]?.lines ?? []).map((each) => clause(each.clause)))}</strong><span className="pn-cost">{t('secret.cost', { count: 1, number: num(1) })}</span></span>
            </Tick></li>;
          })}</ul>
        </div>
      )}
      {choose.blocks.length > 0 && (
        <div>
          <h3 className="pn-subtitle">{t('secret.blocks')} <CodexLink id="M21" /></h3><p className="pn-note">{t('secret.blocksHelp')}</p>
          <ul className="pn-rows">{choose.blocks.map((id) => {
            const promise = view.commitments[id];
            return promise && <li key={id}><Tick on={choice.blocks?.includes(id) ?? false} disabled={taken(id)} onChange={() => onChange({ ...choice, blocks: toggled(choice.blocks ?? [], id) })}>
              <span><SeatTag seat={promise.giver} short /> <strong>{clause(promise.clause)}</strong></span><span className="pn-option-body">{line(promise)}</span>
            </Tick></li>;
          })}</ul>
        </div>
      )}
    </>
  );
}

export function Disclosures({ choose, choice, onChange }: Props) {
  const { t, action } = useSpeech();
  if (choose.disclose.length === 0) return null;
  return (
    <div>
      <h3 className="pn-subtitle">{t('secret.disclose')}</h3><p className="pn-note">{t('secret.discloseHelp')}</p>
      <ul className="pn-rows">{choose.disclose.map((id) => <li key={id}><Tick on={choice.disclose?.includes(id) ?? false} onChange={() => onChange({ ...choice, disclose: toggled(choice.disclose ?? [], id) })}>{action(id)}</Tick></li>)}</ul>
    </div>
  );
}
