/** The cartouche: title, scale, what every colour, line and sign means, and which of them to show. */
import { useState } from 'react';
import { LegendLine } from './LegendLine.tsx';
import { TONES } from './mapArcs.ts';
import { SEAT_STYLE, TONE_STYLE } from './palette.ts';
import type { Say } from './say.ts';
import type { Layer, MapSeat } from './types.ts';

const LAYERS: readonly Layer[] = ['relations', 'commitments', 'proposals', 'actions', 'threats'];
const KINDS = ['nuclear', 'reactor', 'launch', 'base', 'venue', 'zone', 'crossing', 'island'] as const;
const LENGTHS = [10, 20, 50, 100, 200, 500] as const;
const LONGEST = 130;

interface Props {
  readonly say: Say;
  readonly scale: number;
  readonly seats: readonly MapSeat[];
  readonly hidden: readonly Layer[];
  readonly onToggle: (layer: Layer) => void;
}

const narrow = (): boolean => matchMedia('(max-width: 1100px), (max-height: 560px)').matches;

export function Legend({ say, scale, seats, hidden, onToggle }: Props) {
  const ui = (key: string): string => say({ key: `ui.${key}` });
  const [startOpen] = useState(() => !narrow());
  const km = LENGTHS.findLast((length) => length * scale < LONGEST) ?? 5;
  return (
    <details className="map-legend" open={startOpen} data-map-cover>
      <summary>
        <span className="map-title">{ui('title')}</span> <span className="map-subtitle">{ui('subtitle')}</span>
      </summary>
      <div className="map-scale">
        <span style={{ inlineSize: km * scale }} /> {say({ key: 'ui.km', params: { count: km } })}
      </div>
      <ul className="map-seats" aria-label={ui('seats')}>
        {seats.map((seat) => (
          <li key={seat.id}>
            <LegendLine color={SEAT_STYLE[seat.palette].ink} pattern={seat.pattern ?? SEAT_STYLE[seat.palette].pattern} swatch />
            {say(seat.name ?? { key: `seat.${seat.palette}` })}
          </li>
        ))}
      </ul>
      <fieldset className="map-layers">
        <legend>{ui('layers')}</legend>
        {LAYERS.map((layer) => (
          <label key={layer}>
            <input type="checkbox" checked={!hidden.includes(layer)} onChange={() => onToggle(layer)} />
            {ui(`layer.${layer}`)}
          </label>
        ))}
      </fieldset>
      <details className="map-signs">
        <summary>{ui('lines')}</summary>
        <h4>{ui('trust')}</h4>
        <ul className="map-tones">
          {TONES.map((tone) => (
            <li key={tone}>
              <LegendLine color={TONE_STYLE[tone].ink} pattern={TONE_STYLE[tone].pattern} width={TONE_STYLE[tone].width} />
              {say({ key: `tone.${tone}` })}
            </li>
          ))}
        </ul>
        <ul>
          <li>
            <LegendLine sign="commitment" />
            {ui('sign.commitment')}
          </li>
          <li>
            <LegendLine sign="broken" />
            {ui('sign.broken')}
          </li>
          <li>
            <LegendLine sign="act" />
            {ui('sign.act')}
          </li>
          <li>
            <LegendLine sign="proposal" />
            {ui('sign.proposal')}
          </li>
          <li>
            <LegendLine sign="threat" />
            {ui('sign.threat')}
          </li>
          <li>
            <LegendLine sign="mdl" />
            {say({ key: 'line.mdl' })}
          </li>
          <li>
            <LegendLine sign="nll" />
            {say({ key: 'line.nll' })}
          </li>
        </ul>
        <ul className="map-kinds">
          {KINDS.map((kind) => (
            <li key={kind}>
              <LegendLine sign={kind} />
              {say({ key: `legend.${kind}` })}
            </li>
          ))}
        </ul>
        <p>{ui('credit')}</p>
      </details>
    </details>
  );
}
