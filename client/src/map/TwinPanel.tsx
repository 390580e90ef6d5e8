/** The map in words. Always there for a screen reader; on request, on the page for everyone. */
import type { Say } from './say.ts';
import type { TwinSection } from './textTwin.ts';
import type { Selection } from './types.ts';

interface Props {
  readonly sections: readonly TwinSection[];
  readonly say: Say;
  readonly open: boolean;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly onClose: () => void;
}

export function TwinPanel({ sections, say, open, selection, onSelect, onClose }: Props) {
  return (
    <section className={open ? 'map-twin' : 'map-hidden'} aria-label={say({ key: 'ui.text' })}>
      {open ? (
        <button type="button" className="map-twin-close" onClick={onClose}>
          {say({ key: 'ui.close' })}
        </button>
      ) : null}
      {sections.map((section) => (
        <div key={section.id}>
          <h3>{say(section.heading)}</h3>
          {section.items.length === 0 ? (
            <p>{say(section.empty)}</p>
          ) : (
            <ul>
              {section.items.map(({ id, text, select }) => (
                <li key={id}>
                  {/* Out of sight there must be no focus stops: the list of places has the buttons. */}
                  {open && select ? (
                    <button type="button" aria-pressed={selection?.kind === select.kind && selection.id === select.id} onClick={() => onSelect(select)}>
                      {say(text)}
                    </button>
                  ) : (
                    say(text)
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
