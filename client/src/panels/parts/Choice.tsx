/** One of several, each with its words underneath: a radio group that reads well and fits a thumb. */
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface Option { readonly id: string; readonly title: ReactNode; readonly body?: ReactNode; readonly disabled?: boolean; readonly tone?: 'grave' }
interface Props { readonly label: ReactNode; readonly value: string | null; readonly options: readonly Option[]; readonly onChange: (id: string) => void; readonly hideLabel?: boolean; readonly compact?: boolean }

export function Choice({ label, value, options, onChange, hideLabel = false, compact = false }: Props) {
  return (
    <RadioGroup className={compact ? 'pn-choice pn-compact' : 'pn-choice'} value={value ?? ''} onChange={onChange}>
      <Label className={hideLabel ? 'pn-hidden' : 'pn-label'}>{label}</Label>
      <div className="pn-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="pn-option" isDisabled={option.disabled ?? false} data-tone={option.tone}>
            <span className="pn-dot" aria-hidden="true" />
            <span className="pn-option-words"><span className="pn-option-title">{option.title}</span>{option.body !== undefined && <span className="pn-option-body">{option.body}</span>}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
