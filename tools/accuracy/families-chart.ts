// Median error of each family: our method on families it has not seen, and EcoLogits.
import { LOOK } from '../chart/look.ts';
import { linearScale, type Span, within } from '../chart/scale.ts';
import { label, path, rectangle, svgDocument, vertical } from '../chart/svg.ts';
import type { FamilyErrors } from './tables.ts';
import { percent } from './words.ts';

const WIDTH = 830;
const COLUMNS = 2;
const MARGIN = 16;
const GAP = 22;
const NAME = 182;
const TOP = 108;
const PITCH = 19;
const BAR = 6;
const COLUMN = (WIDTH - 2 * MARGIN - GAP) / COLUMNS;
const BARS = COLUMN - NAME;
const SHARES: Span = [0, 1];
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LONGEST_NAME = 22;
const BASELINE = 10;

const shortened = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;

function drawAxis(left: number, bottom: number): string[] {
  const x = linearScale(SHARES, [left, left + BARS]);
  return [
    path(TICKS.map((tick) => vertical(x(tick), TOP - 6, bottom)).join(''), 'grid'),
    ...TICKS.map((tick) =>
      label({
        x: x(tick),
        y: TOP - 12,
        text: tick === 1 ? '100 %' : `${100 * tick}`,
        className: 'note',
        anchor: tick === 1 ? 'end' : 'middle',
      }),
    ),
  ];
}

function drawFamily(errors: FamilyErrors, left: number, y: number): string[] {
  const x = linearScale(SHARES, [0, BARS]);
  const width = (error: number) => Math.max(1, x(within(error, SHARES)));
  const name = `${shortened(errors.family)} (${errors.rows})`;
  const bars = left + NAME;
  return [
    label({ x: bars - 8, y: y + BASELINE, text: name, anchor: 'end' }),
    rectangle({ x: bars, y, width: width(errors.roofline), height: BAR }, 'own'),
    rectangle({ x: bars, y: y + BAR + 1, width: width(errors.ecologits), height: BAR }, 'other'),
  ];
}

function drawHead(): string[] {
  const swatch = (x: number, className: string) =>
    rectangle({ x, y: 62, width: 14, height: 10 }, className);
  return [
    label({ x: MARGIN, y: 30, text: 'Error by family of models', className: 'title' }),
    label({
      x: MARGIN,
      y: 50,
      text: 'Median of the absolute errors, all known of the serving; in brackets the number of rows. Shorter is better; bars end at 100 %.',
      className: 'note',
    }),
    swatch(MARGIN, 'own'),
    label({ x: MARGIN + 20, y: 71, text: 'roofline, fitted to the other families' }),
    swatch(MARGIN + 250, 'other'),
    label({ x: MARGIN + 270, y: 71, text: 'ecologits, told the batch and the number of GPUs' }),
  ];
}

export function drawFamilies(families: FamilyErrors[]): string {
  const perColumn = Math.ceil(families.length / COLUMNS);
  const bottom = TOP + perColumn * PITCH;
  const height = bottom + MARGIN;
  const better = families.filter(({ roofline, ecologits }) => roofline < ecologits).length;
  const worst = Math.max(...families.map(({ roofline }) => roofline));
  const columns = Array.from({ length: COLUMNS }, (_, column) => MARGIN + column * (COLUMN + GAP));
  return svgDocument({
    widthPixels: WIDTH,
    heightPixels: height,
    title: 'Error by family of models, roofline and ecologits',
    description: `Bars of the median error of ${families.length} families. Roofline is nearer in ${better} of them; its largest median error is ${percent(worst)}.`,
    style: LOOK,
    parts: [
      rectangle({ x: 0, y: 0, width: WIDTH, height }, 'ground'),
      ...drawHead(),
      ...columns.flatMap((left) => drawAxis(left + NAME, bottom)),
      ...families.flatMap((errors, index) =>
        drawFamily(
          errors,
          columns[Math.floor(index / perColumn)] ?? MARGIN,
          TOP + (index % perColumn) * PITCH,
        ),
      ),
    ],
  });
}
