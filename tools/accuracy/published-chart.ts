// Published figures beside ours: each as a multiple of what was published.
import { LOOK } from '../chart/look.ts';
import { logScale, type Span, within } from '../chart/scale.ts';
import { horizontal, label, path, px, rectangle, svgDocument, vertical } from '../chart/svg.ts';
import type { Comparison } from './published.ts';
import { figure, shown, times, unitOf } from './words.ts';

const WIDTH = 830;
const MARGIN = 16;
const LEFT = 438;
const RIGHT = 70;
const TOP = 112;
const PITCH = 23;
const RATIOS: Span = [0.005, 30];
const TICKS = [0.01, 0.1, 1, 10];
const x = logScale(RATIOS, [LEFT, WIDTH - RIGHT]);
const STYLE = `${LOOK}
  .bar { stroke-width: 6; opacity: 0.5; }
  .centre { stroke-width: 3; }`;

function drawOne({ entry, ours, published, ratio, quantity }: Comparison, y: number): string[] {
  const place = (value: number) => x(within(value / published, RATIOS));
  return [
    label({ x: MARGIN, y: y + 4, text: entry.name }),
    label({
      x: LEFT - 14,
      y: y + 4,
      text: `${shown(published, quantity)} ${unitOf(quantity).replace(/ (of|water|on).*$/, '')}`,
      className: 'note',
      anchor: 'end',
    }),
    path(horizontal(y, place(ours.low), place(ours.high)), 'own-line bar'),
    path(vertical(place(ours.central), y - 7, y + 7), 'own-line centre'),
    `<circle class="hollow" cx="${px(x(1))}" cy="${px(y)}" r="4.5"/>`,
    label({ x: WIDTH - MARGIN, y: y + 4, text: times(ratio), className: 'note', anchor: 'end' }),
  ];
}

function drawHead(bottom: number): string[] {
  const name = (tick: number) => `× ${figure(tick, 1)}`;
  return [
    label({ x: MARGIN, y: 30, text: 'Published figures and ours', className: 'title' }),
    label({
      x: MARGIN,
      y: 50,
      text: 'Ours as a multiple of what was published, for the same tokens and boundary. A bar that crosses the line holds it.',
      className: 'note',
    }),
    `<circle class="hollow" cx="${MARGIN + 6}" cy="67" r="4.5"/>`,
    label({ x: MARGIN + 18, y: 71, text: 'published' }),
    path(horizontal(67, MARGIN + 96, MARGIN + 132), 'own-line bar'),
    path(vertical(MARGIN + 114, 60, 74), 'own-line centre'),
    label({ x: MARGIN + 140, y: 71, text: 'our range and its centre' }),
    path(TICKS.map((tick) => vertical(x(tick), TOP - 8, bottom)).join(''), 'grid'),
    path(vertical(x(1), TOP - 8, bottom), 'axis'),
    ...TICKS.map((tick) =>
      label({ x: x(tick), y: TOP - 14, text: name(tick), className: 'note', anchor: 'middle' }),
    ),
  ];
}

export function drawPublished(comparisons: Comparison[]): string {
  const bottom = TOP + comparisons.length * PITCH;
  const height = bottom + MARGIN;
  const held = comparisons.filter(({ isInRange }) => isInRange).length;
  return svgDocument({
    widthPixels: WIDTH,
    heightPixels: height,
    title: 'Published figures beside the ranges of Gramme',
    description: `Of ${comparisons.length} published figures ${held} lie within our range; the table in docs/accuracy.md has the same figures.`,
    style: STYLE,
    parts: [
      rectangle({ x: 0, y: 0, width: WIDTH, height }, 'ground'),
      ...drawHead(bottom),
      ...comparisons.flatMap((each, index) => drawOne(each, TOP + index * PITCH + PITCH / 2)),
    ],
  });
}
