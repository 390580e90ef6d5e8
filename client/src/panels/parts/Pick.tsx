/** One of a list, folded away: a labelled select for phone and keyboard. */
import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

interface Props { readonly label: string; readonly value: string | null; readonly options: readonly { readonly id: string; readonly name: string }[]; readonly onChange: (id: string) => void; readonly placeholder?: string }
export function Pick({ label, value, options, onChange, placeholder = '' }: Props) {
  return (
    <Select className="pn-pick" value={value} onChange={(key) => { if (key !== null) onChange(String(key)); }} placeholder={placeholder}>
      <Label className="pn-label">{label}</Label>
      <Button className="pn-pick-button"><SelectValue /><ChevronDown size={16} aria-hidden="true" /></Button>
      <Popover className="pn-popover"><ListBox className="pn-listbox" items={options}>{(option) => <ListBoxItem id={option.id} className="pn-list-item" textValue={option.name}>{option.name}</ListBoxItem>}</ListBox></Popover>
    </Select>
  );
}
