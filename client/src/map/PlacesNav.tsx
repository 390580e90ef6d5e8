/** Every seat and place of the map as a button. Hidden from view until one of them has the focus. */
import type { Say } from './say.ts';
import type { MapModel, PlaceMarker, Selection } from './types.ts';

interface Props {
  readonly model: MapModel;
  readonly say: Say;
  readonly onSelect: (selection: Selection | null) => void;
  /** The place to ring on the map. */
  readonly onFocus: (placeId: string | null) => void;
}

export function PlacesNav({ model, say, onSelect, onFocus }: Props) {
  const list = (places: readonly PlaceMarker[]) => (
    <ul>
      {places.map((place) => (
        <li key={place.id}>
          <button
            type="button"
            aria-pressed={place.selected}
            onFocus={() => onFocus(place.id)}
            onBlur={() => onFocus(null)}
            onClick={() => onSelect(place.selected ? null : { kind: 'place', id: place.id })}
          >
            {say(place.label)}
          </button>
        </li>
      ))}
    </ul>
  );
  const others = model.places.filter((place) => place.seat === null);
  return (
    <nav className="map-places" aria-label={say({ key: 'ui.places' })}>
      {model.badges.map((badge) => (
        <div key={badge.seat}>
          <h3>{say(badge.name)}</h3>
          <button
            type="button"
            aria-pressed={badge.selected}
            onFocus={() => onFocus(badge.anchor.place)}
            onBlur={() => onFocus(null)}
            onClick={() => onSelect(badge.selected ? null : { kind: 'seat', id: badge.seat })}
          >
            {say({ key: 'ui.select', params: { seat: badge.name } })}
          </button>
          {list(model.places.filter((place) => place.seat === badge.seat))}
        </div>
      ))}
      {others.length > 0 ? (
        <div>
          <h3>{say({ key: 'ui.otherPlaces' })}</h3>
          {list(others)}
        </div>
      ) : null}
    </nav>
  );
}
