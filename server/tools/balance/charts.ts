/** The pictures of docs/balance.md, each from the condensed figures. */
import { TIERS } from '../simulation/summary.ts';
import { FIELD_STEP, PEAK_FROM, PEAK_STEP, type Figures, type Quartiles, type TableFigures } from './figures.ts';
import { area, grid, INK, legend, line, path, picture, rect, scale, text, WIDTH } from './svg.ts';

/** From war to architecture; told apart by readers who see few colours too. */
const TIER_COLOURS: Readonly<Record<string, string>> = { war: '#7f1d1d', blocs: '#d55e00', stalemate: '#b8b8b8', managed: '#56b4e9', concert: '#009e73', architecture: '#00573f' };
const TABLE_COLOURS = ['#009e73', '#0072b2', '#8a6d00', '#d55e00'];
const colourOf = (figures: Figures, table: TableFigures): string => TABLE_COLOURS[figures.tables.indexOf(table)] ?? INK;
const LEFT = 150;
const RIGHT = WIDTH - 24;

/** One bar a table of bots, divided by ending. */
export function outcomesChart({ tables }: Figures): string {
  const shapes = legend(16, 52, TIERS.map((tier) => [tier, TIER_COLOURS[tier] ?? INK]));
  tables.forEach((table, i) => {
    const y = 74 + i * 38;
    let x = LEFT;
    shapes.push(text(LEFT - 8, y + 18, table.name, { anchor: 'end' }));
    for (const tier of TIERS) {
      const share = (table.outcomes[tier] ?? 0) / table.matches;
      const width = share * (RIGHT - LEFT);
      if (width > 0) shapes.push(rect(x, y, width, 26, TIER_COLOURS[tier] ?? INK, `${table.name}: ${tier} ${(100 * share).toFixed(1)} %`));
      if (width > 34) shapes.push(text(x + width / 2, y + 17, `${Math.round(100 * share)} %`, { anchor: 'middle', size: 11, fill: tier === 'stalemate' || tier === 'managed' ? INK : '#ffffff' }));
      x += width;
    }
  });
  return picture(84 + tables.length * 38, 'How matches end, by table of bots', shapes);
}

/** Middle and middle half of an indicator, round by round. */
export function courseChart(figures: Figures, key: 'con' | 'war', title: string, [from, to]: readonly [number, number], marks: readonly (readonly [number, string])[]): string {
  const left = 48;
  const x = scale(1, figures.rounds, left + 12, RIGHT - 12);
  const y = scale(from, to, 280, 72);
  const ticks = Array.from({ length: Math.floor((to - from) / 20) + 1 }, (_, i) => from + 20 * i);
  const shapes = [...legend(16, 52, figures.tables.map((table) => [table.name, colourOf(figures, table)])), ...grid(ticks, y, left, RIGHT)];
  for (const [value, name] of marks) shapes.push(line(left, y(value), RIGHT, y(value), '#7f1d1d', ' stroke-dasharray="4 4"'), text(RIGHT, y(value) - 4, name, { anchor: 'end', size: 11, fill: '#7f1d1d' }));
  for (let round = 1; round <= figures.rounds; round += 1) shapes.push(text(x(round), 300, String(round), { anchor: 'middle', size: 11 }));
  shapes.push(text((left + RIGHT) / 2, 318, 'round', { anchor: 'middle', size: 11 }));
  for (const table of figures.tables) {
    const colour = colourOf(figures, table);
    const course = table[key];
    const edge = (q: 0 | 1 | 2): (readonly [number, number])[] => course.map((quartiles: Quartiles, i) => [x(i + 1), y(Math.max(from, Math.min(to, quartiles[q])))] as const);
    shapes.push(area([...edge(0), ...edge(2).reverse()], colour), path(edge(1), colour));
  }
  return picture(330, title, shapes);
}

/** Peak war index of the matches, one row of columns a table of bots. */
export function peaksChart(figures: Figures): string {
  const height = 76;
  const x = scale(0, figures.tables[0]?.peaks.length ?? 1, LEFT, RIGHT);
  const shapes: string[] = [];
  figures.tables.forEach((table, i) => {
    const base = 44 + (i + 1) * height;
    const most = Math.max(1, ...table.peaks);
    shapes.push(text(LEFT - 8, base - 20, table.name, { anchor: 'end' }), line(LEFT, base, RIGHT, base, INK));
    table.peaks.forEach((count, bin) => {
      const tall = (count / most) * (height - 22);
      if (count > 0) shapes.push(rect(x(bin) + 1, base - tall, x(bin + 1) - x(bin) - 2, tall, colourOf(figures, table), `${table.name}: peak from ${PEAK_FROM + bin * PEAK_STEP}: ${count} matches`));
    });
  });
  const end = 44 + figures.tables.length * height;
  (figures.tables[0]?.peaks ?? []).forEach((_, bin) => shapes.push(text(x(bin), end + 16, String(PEAK_FROM + bin * PEAK_STEP), { anchor: 'middle', size: 11 })));
  return picture(end + 30, 'Peak war index of a match (war from 100)', shapes);
}

/** T1: mixed matches by mean consensus and peak war index; the darker, the more. */
export function fieldChart({ field }: Figures): string {
  const left = 48;
  const x = scale(0, 100, left, RIGHT);
  const y = scale(-20, 130, 400, 48);
  const most = Math.max(1, ...field.map(([, , count]) => count));
  const shapes = grid([0, 25, 50, 75, 100, 125], y, left, RIGHT);
  for (const [con, war, count] of field) {
    const strength = Math.round(20 + 80 * Math.sqrt(count / most)) / 100;
    shapes.push(`<g fill-opacity="${strength}">${rect(x(con), y(war + FIELD_STEP), x(con + FIELD_STEP) - x(con) - 1, y(war) - y(war + FIELD_STEP) - 1, '#0072b2', `consensus ${con}-${con + FIELD_STEP}, peak ${war}-${war + FIELD_STEP}: ${count} matches`)}</g>`);
  }
  for (const tick of [0, 20, 40, 60, 80, 100]) shapes.push(text(x(tick), 418, String(tick), { anchor: 'middle', size: 11 }));
  shapes.push(text((left + RIGHT) / 2, 436, 'mean consensus of the match', { anchor: 'middle', size: 11 }));
  return picture(448, 'Peak war index by mean consensus, mixed tables', shapes);
}

/** Scores of each seat at one table of bots: middle half, middle, and par. */
export function scoresChart(figures: Figures, table: TableFigures): string {
  const left = 48;
  const seats = Object.entries(table.seats);
  const most = Math.max(100, ...seats.map(([, seat]) => seat.quartiles[2]));
  const top = Math.ceil(most / 20) * 20;
  const y = scale(0, top, 260, 48);
  const x = scale(0, seats.length, left, RIGHT);
  const shapes = grid(Array.from({ length: top / 20 + 1 }, (_, i) => 20 * i), y, left, RIGHT);
  seats.forEach(([seat, { quartiles: [low, middle, high], par, beatPar }], i) => {
    const [from, to] = [x(i) + 24, x(i + 1) - 24];
    shapes.push(rect(from, y(high), to - from, y(low) - y(high), colourOf(figures, table), `${seat}: middle half ${low} to ${high}`));
    shapes.push(line(from, y(middle), to, y(middle), '#ffffff', ' stroke-width="3"'), line(from - 8, y(par), to + 8, y(par), '#7f1d1d', ' stroke-width="2" stroke-dasharray="5 3"'));
    shapes.push(text((from + to) / 2, 280, `${seat}: ${Math.round(100 * beatPar)} % beat par`, { anchor: 'middle', size: 11 }));
  });
  return picture(292, `Scores at ${table.name} tables: middle half, middle (white), par (dashed)`, shapes);
}

/** Every picture by its file name. */
export function charts(figures: Figures): Readonly<Record<string, string>> {
  const scores = figures.tables.map((table): [string, string] => [`scores-${table.name.replaceAll(' ', '-')}.svg`, scoresChart(figures, table)]);
  return {
    'outcomes.svg': outcomesChart(figures),
    'consensus.svg': courseChart(figures, 'con', 'Consensus by round: middle and middle half of the matches', [0, 100], [[60, 'concert from 60']]),
    'war-index.svg': courseChart(figures, 'war', 'War index by round: middle and middle half of the matches', [-60, 120], [[80, 'brink'], [100, 'war']]),
    'peak-war-index.svg': peaksChart(figures),
    'consensus-and-war.svg': fieldChart(figures),
    ...Object.fromEntries(scores),
  };
}
