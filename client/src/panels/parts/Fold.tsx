/** A heading that opens and closes what belongs to it. */
import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

interface Props { readonly title: ReactNode; readonly note?: ReactNode | undefined; readonly children: ReactNode; /** Open at first; when it turns true later, because something in it begins to ask, the fold opens then. */ readonly open?: boolean; readonly level?: 3 | 4; readonly id?: string }
export function Fold({ title, note, children, open = false, level = 3, id }: Props) {
  const [expanded, setExpanded] = useState(open);
  useEffect(() => { if (open) setExpanded(true); }, [open]);
  return (
    <Disclosure className="pn-fold" isExpanded={expanded} onExpandedChange={setExpanded} {...(id === undefined ? {} : { 'data-call': id })}>
      <Heading level={level} className="pn-fold-head">
        <Button slot="trigger" className="pn-fold-button">
          <ChevronRight size={16} aria-hidden="true" className="pn-fold-mark" /><span>{title}</span>{note !== undefined && <span className="pn-note pn-push">{note}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className="pn-fold-body">{children}</DisclosurePanel>
    </Disclosure>
  );
}
