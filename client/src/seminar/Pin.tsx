/** Four digits, not shown. */
import { useId } from 'react';

export const PIN_LENGTH = 4;

export function Pin({ label, help, value, onChange }: { readonly label: string; readonly help?: string; readonly value: string; readonly onChange: (pin: string) => void }) {
  const id = useId();
  return (
    <div className="field"><label className="field-label" htmlFor={id}>{label}</label>
      <input id={id} className="input seminar-pin" type="password" inputMode="numeric" autoComplete="off" maxLength={PIN_LENGTH} aria-describedby={help === undefined ? undefined : `${id}h`} value={value} onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ''))} />
      {help !== undefined && <p className="hint" id={`${id}h`}>{help}</p>}</div>
  );
}
