/** The desk on another machine: the pass shown on the first one, from the link or typed in, becomes a key of this browser. */
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/sentence.ts';
import { openDesk } from '../../net/classes.ts';
import { keepDesk } from '../keys.ts';

/** What a link to the desk carries behind its #; never sent with an address. */
const inLink = (): string => new URLSearchParams(location.hash.slice(1)).get('pass') ?? '';

export function PassForm({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const [pass, setPass] = useState(inLink);
  const [label, setLabel] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const enter = useCallback(async (): Promise<void> => {
    const opened = await openDesk(location.origin, code, pass.trim(), label.trim() || t('keys.other'));
    if (!opened.ok) return setTold(say.refusal(opened.code, opened.params));
    keepDesk(code, opened.value.token);
    history.replaceState(null, '', location.pathname);
    location.reload();
  }, [code, pass, label, say, t]);
  useEffect(() => { if (inLink() !== '') document.getElementById('pass-enter')?.focus(); }, []);
  return (
    <form className="stack" onSubmit={(event: FormEvent) => { event.preventDefault(); void enter(); }}>
      <label className="field"><span className="field-label">{t('keys.pass')}</span><input className="input code" value={pass} maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} onChange={(event) => setPass(event.target.value)} /></label>
      <label className="field"><span className="field-label">{t('keys.label')}</span><input className="input" value={label} maxLength={40} placeholder={t('keys.label.example')} onChange={(event) => setLabel(event.target.value)} /></label>
      {told !== null && <p className="problem" role="alert">{told}</p>}
      <p><Button id="pass-enter" type="submit" className="btn btn-main" isDisabled={pass.trim().length < 6}>{t('keys.enter')}</Button></p>
    </form>
  );
}
