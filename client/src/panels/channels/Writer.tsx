/** The line we write: Enter sends, Shift and Enter breaks the line; says how much room is left when it gets short. */
import { SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { Refused } from '../parts/Refused.tsx';
import { useSpeech } from '../speech.ts';
import { useAct } from '../useAct.ts';

const SHORT = 200;

export function Writer({ to, maxLength, label }: { readonly to: readonly string[]; readonly maxLength: number; readonly label: string }) {
  const { t, num } = useSpeech();
  const { act, busy, refused } = useAct();
  const [text, setText] = useState('');
  const left = maxLength - text.length;
  const ready = text.trim().length > 0 && left >= 0 && !busy;
  const send = async () => { if (ready && await act({ type: 'message', to, text: text.trim() })) setText(''); };
  return (
    <form className="pn-writer" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <TextField value={text} onChange={setText} className="pn-write-field">
        <Label className="pn-hidden">{label}</Label>
        <TextArea rows={1} placeholder={label} onKeyDown={(event) => { if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) { event.preventDefault(); void send(); } }} />
      </TextField>
      <Button type="submit" className="pn-button pn-primary" isDisabled={!ready} aria-label={t('channels.send')}><SendHorizontal size={18} aria-hidden="true" /></Button>
      {/* Room is told only when it gets short. */}
      <p className="pn-note" data-over={left < 0 || undefined} aria-live="polite">{left < SHORT && t('channels.left', { count: left, number: num(left) })}</p>
      <Refused refusal={refused} />
    </form>
  );
}
