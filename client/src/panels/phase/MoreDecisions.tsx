/** The rarer lines of the sealed decision: block what was agreed over our head, carry a text through at home, disclose what we did unseen (PR-10, DS-3, AC-4). */
import type { SecretChoice, View } from '@concert/shared';
import { Tick } from '../parts/Tick.tsx';
import { useSpeech } from '../speech.ts';
import type { Choose } from './secretChoice.ts';
import { toggled } from './secretChoice.ts';

interface Props { readonly view: View; readonly choose: Choose; readonly choice: SecretChoice; readonly onChange: (choice: SecretChoice) => void }
export function MoreDecisions({ view, choose, choice, onChange }: Props) {
  const { t, clause, line, action, list } = useSpeech();
  const flip = (key: 'blocks' | 'ratify' | 'disclose', id: string): void => onChange({ ...choice, [key]: toggled(choice[key] ?? [], id) });
  return (
    <>
      {choose.ratify.length > 0 && (
        <div>
          <h3 className="pn-subtitle">{t('secret.ratify')}</h3><p className="pn-note">{t('secret.ratifyHelp')}</p>
          <ul className="pn-rows">{choose.ratify.map((id) => <li key={id}><Tick on={choice.ratify?.includes(id) ?? false} onChange={() => flip('ratify', id)}>{list((view.proposals[id]?.lines ?? []).map((each) => clause(each.clause)))}</Tick></li>)}</ul>
        </div>
      )}
      {choose.blocks.length > 0 && (
        <div>
          <h3 className="pn-subtitle">{t('secret.blocks')}</h3><p className="pn-note">{t('secret.blocksHelp')}</p>
          <ul className="pn-rows">{choose.blocks.map((id) => { const c = view.commitments[id]; return c && <li key={id}><Tick on={choice.blocks?.includes(id) ?? false} onChange={() => flip('blocks', id)}><strong>{clause(c.clause)}</strong><span className="pn-option-body">{line(c)}</span></Tick></li>; })}</ul>
        </div>
      )}
      {choose.disclose.length > 0 && (
        <div>
          <h3 className="pn-subtitle">{t('secret.disclose')}</h3><p className="pn-note">{t('secret.discloseHelp')}</p>
          <ul className="pn-rows">{choose.disclose.map((id) => <li key={id}><Tick on={choice.disclose?.includes(id) ?? false} onChange={() => flip('disclose', id)}>{action(id)}</Tick></li>)}</ul>
        </div>
      )}
    </>
  );
}
