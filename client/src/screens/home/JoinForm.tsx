/** The way in by six letters or a link somebody sent. */
import { useState, type FormEvent } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { codeIn, matchPath } from './enter.ts';

export function JoinForm() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = codeIn(text);
    setWrong(code === null);
    if (code) go(matchPath(code));
  };
  return (
    <form className="join-form" onSubmit={submit}>
      <TextField className="field" value={text} onChange={(value) => { setText(value); setWrong(false); }} isInvalid={wrong} autoComplete="off">
        <Label>{t('join.code')}</Label>
        <Input className="input code-input" placeholder="ABC234" spellCheck="false" autoCapitalize="characters" />
        <FieldError className="problem">{t('join.wrong')}</FieldError>
      </TextField>
      <Button type="submit" className="btn">{t('join.go')}</Button>
    </form>
  );
}
