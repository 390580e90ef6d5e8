/** A box to tick, with words. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';

interface Props { readonly on: boolean; readonly onChange: (on: boolean) => void; readonly children: ReactNode; readonly disabled?: boolean }
export function Tick({ on, onChange, children, disabled = false }: Props) {
  return (
    <Checkbox className="pn-tick" isSelected={on} onChange={onChange} isDisabled={disabled}>
      <span className="pn-box" aria-hidden="true"><Check size={14} strokeWidth={3} /></span>
      <span className="pn-tick-words">{children}</span>
    </Checkbox>
  );
}
