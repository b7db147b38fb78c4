// How often a method's range holds what was measured, by what it is told and by kind of rows.
import { LOOK } from '../chart/look.ts';
import { linearScale, type Span } from '../chart/scale.ts';
import { horizontal, label, path, px, rectangle, svgDocument, vertical } from '../chart/svg.ts';
import type { CoverageLine, CoverageSection } from './tables.ts';
import { percent } from './words.ts';

const WIDTH = 830;
const MARGIN = 16;
const LEFT = 300;
const RIGHT = 40;
const TOP = 112;
const PITCH = 22;
const SECTION_HEAD = 30;
const ZONE: Span = [0.85, 0.95];
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const x = linearScale([0, 1], [LEFT, WIDTH - RIGHT]);

type Mark = (place: number, y: number) => string;

const MARKS: Mark[] = [
  (place, y) => `<circle class="ink" cx="${px(place)}" cy="${px(y)}" r="5"/>`,
  (place, y) => `<circle class="hollow" cx="${px(place)}" cy="${px(y)}" r="5"/>`,
  (place, y) =>
    `<path class="hollow" d="M${px(place)},${px(y - 6)}L${px(place + 6)},${px(y + 5)}H${px(place - 6)}Z"/>`,
];
const MARK_NAMES = ['all known', 'batch unknown', 'only model, accelerator and tokens known'];
const MARK_WIDTHS = [92, 122, 0];

function drawLine({ name, shares }: CoverageLine, y: number): string[] {
  // The mark that says most is drawn last, on top.
  const marks = shares.map((share, index) => MARKS[index]?.(x(share), y) ?? '').reverse();
  return [
    label({ x: LEFT - 12, y: y + 4, text: name, anchor: 'end' }),
    path(horizontal(y, LEFT, WIDTH - RIGHT), 'grid'),
    ...marks,
  ];
}

function drawSection({ title, lines }: CoverageSection, top: number): string[] {
  return [
    label({ x: MARGIN, y: top + 16, text: title, className: 'head' }),
    ...lines.flatMap((line, index) => drawLine(line, top + SECTION_HEAD + index * PITCH + 8)),
  ];
}

function drawKey(): string[] {
  let left = MARGIN + 6;
  return MARK_NAMES.flatMap((name, index) => {
    const drawn = [MARKS[index]?.(left, 67) ?? '', label({ x: left + 12, y: 71, text: name })];
    left += MARK_WIDTHS[index] ?? 0;
    return drawn;
  });
}

function drawHead(bottom: number): string[] {
  const zone = {
    x: x(ZONE[0]),
    y: TOP - 4,
    width: x(ZONE[1]) - x(ZONE[0]),
    height: bottom - TOP + 4,
  };
  return [
    label({
      x: MARGIN,
      y: 30,
      text: 'How often the range holds what was metered',
      className: 'title',
    }),
    label({
      x: MARGIN,
      y: 50,
      text: 'Share of rows within the stated range. Shaded: 85 to 95 %, where a range of 90 % belongs.',
      className: 'note',
    }),
    ...drawKey(),
    rectangle(zone, 'zone'),
    path(TICKS.map((tick) => vertical(x(tick), TOP - 4, bottom)).join(''), 'grid'),
    ...TICKS.map((tick) =>
      label({ x: x(tick), y: TOP - 10, text: percent(tick), className: 'note', anchor: 'middle' }),
    ),
  ];
}

export function drawCoverage(sections: CoverageSection[]): string {
  const tops: number[] = [];
  let bottom = TOP;
  for (const { lines } of sections) {
    tops.push(bottom);
    bottom += SECTION_HEAD + lines.length * PITCH + 6;
  }
  const height = bottom + MARGIN;
  const own = sections[0]?.lines[0]?.shares ?? [];
  return svgDocument({
    widthPixels: WIDTH,
    heightPixels: height,
    title: 'Share of metered rows that lie within the stated range',
    description: `Dots from 0 to 100 % for each method. Roofline on unseen families: ${own.map((share, index) => `${MARK_NAMES[index]} ${percent(share)}`).join(', ')}.`,
    style: LOOK,
    parts: [
      rectangle({ x: 0, y: 0, width: WIDTH, height }, 'ground'),
      ...drawHead(bottom),
      ...sections.flatMap((section, index) => drawSection(section, tops[index] ?? TOP)),
    ],
  });
}
