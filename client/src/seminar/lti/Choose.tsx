/** An instructor names the class of a course: one it has, one made with a press, or one from the set-up page; a deep link then goes back to the platform. */
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, Input, Label, NumberField, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LtiChosen } from '@concert/shared/protocol/lti';
import { PLANS, type PlanId } from '@concert/shared/protocol/seminar';
import type { Answer } from '../../net/answer.ts';
import { chooseClass, type ClassChoice } from '../../net/lti.ts';
import { FIRST_SCENARIO } from '../../screens/home/enter.ts';
import type { Choice } from './pending.ts';

export function Choose({ choice, onChosen }: { readonly choice: Choice; readonly onChosen: (chosen: Answer<LtiChosen>) => void }) {
  const { t } = useTranslation('lti');
  const [title, setTitle] = useState(choice.course);
  const [plan, setPlan] = useState<PlanId>('class90');
  const [tables, setTables] = useState(1);
  const [busy, setBusy] = useState(false);
  const choose = async (wish: ClassChoice): Promise<void> => {
    setBusy(true);
    onChosen(await chooseClass(location.origin, choice.secret, wish));
    setBusy(false);
  };
  const make = (event: FormEvent): void => { event.preventDefault(); void choose({ create: { title: title.trim(), scenario: FIRST_SCENARIO, plan, tables } }); };
  return (
    <section className="sheet card narrow stack"><h1>{t('choose.title')}</h1>
      <p>{t(choice.deepLink ? 'choose.link' : 'choose.first', { course: choice.course, platform: choice.platform })}</p>
      {choice.classes.length > 0 && <><h2>{t('choose.known')}</h2><ul className="stack">{choice.classes.map((each) => <li key={each.code}><Button className="btn" isDisabled={busy} onPress={() => void choose({ class: each.code })}>{each.title || each.code} · <span className="code">{each.code}</span> · {t('choose.people', { count: each.people })}</Button></li>)}</ul></>}
      <form className="stack" onSubmit={make}><h2>{t('choose.new')}</h2>
        <TextField className="field" value={title} onChange={setTitle} maxLength={80}><Label>{t('seminar:setup.name')}</Label><Input className="input" /></TextField>
        <div className="pair">
          <label className="field"><span className="field-label">{t('seminar:setup.plan')}</span><select className="input" value={plan} onChange={(event) => setPlan(event.target.value as PlanId)}>{Object.keys(PLANS).map((id) => <option key={id} value={id}>{t(`seminar:plan.${id}`)}</option>)}</select></label>
          <NumberField className="field" value={tables} onChange={setTables} minValue={1} maxValue={12}><Label>{t('seminar:setup.tables')}</Label><Input className="input" /></NumberField>
        </div>
        <p className="hint">{t('choose.rest')}</p>
        <p className="row"><Button type="submit" className="btn btn-main" isDisabled={busy}>{t('choose.make')}</Button><Link className="btn" href="/class/new">{t('choose.all')}</Link></p>
      </form>
    </section>
  );
}

/** The answer travels in a form, as the platform expects it; it sends itself. */
export function SendBack({ back }: { readonly back: NonNullable<LtiChosen['back']> }) {
  const { t } = useTranslation('lti');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.submit(), []);
  return (
    <section className="sheet card narrow"><h1>{t('back.title')}</h1>
      <form ref={form} method="post" action={back.url}><input type="hidden" name="JWT" value={back.jwt} /><p><button type="submit" className="btn btn-main">{t('back.send')}</button></p></form>
    </section>
  );
}
