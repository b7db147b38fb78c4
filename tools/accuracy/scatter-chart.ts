// Predicted against measured, a panel for each method, all in the same scale.

import type { Prediction, Score } from '../../web/core/node.ts';
import { LOOK } from '../chart/look.ts';
import { decades, logScale, type Scale, type Span, within } from '../chart/scale.ts';
import {
  type Box,
  dots,
  horizontal,
  label,
  path,
  px,
  rectangle,
  svgDocument,
  vertical,
} from '../chart/svg.ts';
import { isMixture, type Measured } from './measured.ts';
import { percent } from './words.ts';

export interface Panel {
  title: string;
  score: Score;
  predictions: Prediction[];
}

const WIDTH = 830;
const COLUMNS = 4;
const LEFT = 60;
const RIGHT = 16;
const TOP = 86;
const GAP = 12;
const SIDE = (WIDTH - LEFT - RIGHT - GAP * (COLUMNS - 1)) / COLUMNS;
const HEAD = 38;
const FOOT = 24;
const JOULES: Span = [3, 50_000];
const STYLE = `${LOOK}
  .dots { stroke-width: 3.2; opacity: 0.55; }
  .key { stroke-width: 8; }`;

const tickName = (joules: number): string => (joules < 1000 ? `${joules}` : `${joules / 1000}k`);

interface Frame {
  box: Box;
  x: Scale;
  y: Scale;
}

function frameAt(index: number): Frame {
  const left = LEFT + (index % COLUMNS) * (SIDE + GAP);
  const top = TOP + HEAD + Math.floor(index / COLUMNS) * (HEAD + SIDE + FOOT);
  return {
    box: { x: left, y: top, width: SIDE, height: SIDE },
    x: logScale(JOULES, [left, left + SIDE]),
    y: logScale(JOULES, [top + SIDE, top]),
  };
}

/** Where predicted is that many times measured, inside the frame. */
function ratioLine({ x, y }: Frame, ratio: number): string {
  const [low, high] = JOULES;
  const [from, to] = [Math.max(low, low / ratio), Math.min(high, high / ratio)];
  return `M${px(x(from))},${px(y(from * ratio))}L${px(x(to))},${px(y(to * ratio))}`;
}

function drawFrame(frame: Frame, isFirst: boolean): string[] {
  const { box, x, y } = frame;
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const ticks = decades(JOULES);
  const grid = ticks.map(
    (tick) => vertical(x(tick), box.y, bottom) + horizontal(y(tick), box.x, right),
  );
  const across = ticks.map((tick) =>
    label({
      x: x(tick),
      y: bottom + 14,
      text: tickName(tick),
      className: 'note',
      anchor: 'middle',
    }),
  );
  const up = ticks.map((tick) =>
    label({ x: box.x - 6, y: y(tick) + 4, text: tickName(tick), className: 'note', anchor: 'end' }),
  );
  return [
    rectangle(box, 'card'),
    path(grid.join(''), 'grid'),
    path(ratioLine(frame, 1), 'axis'),
    path(ratioLine(frame, 2) + ratioLine(frame, 0.5), 'faint'),
    ...across,
    ...(isFirst ? up : []),
  ];
}

function drawDots({ x, y }: Frame, predictions: Prediction[], className: string): string {
  const points = predictions.map(({ measuredJoules, predictedJoules }) => ({
    x: x(within(measuredJoules, JOULES)),
    y: y(within(predictedJoules.central, JOULES)),
  }));
  return path(dots(points), `${className} dots`);
}

function drawPanel(panel: Panel, index: number, measured: Measured): string[] {
  const frame = frameAt(index);
  const { x, y } = frame.box;
  const isMixed = (row: Prediction) => isMixture(measured, row);
  const note = `median ${percent(panel.score.medianApe)}, ${percent(panel.score.withinFactor2)} in × 2`;
  return [
    label({ x, y: y - 22, text: panel.title, className: 'head' }),
    label({ x, y: y - 7, text: note, className: 'note' }),
    ...drawFrame(frame, index % COLUMNS === 0),
    drawDots(
      frame,
      panel.predictions.filter((each) => !isMixed(each)),
      'blue',
    ),
    drawDots(frame, panel.predictions.filter(isMixed), 'ochre'),
  ];
}

function drawHead(): string[] {
  return [
    label({
      x: LEFT,
      y: 30,
      text: 'Predicted against measured, joules per request',
      className: 'title',
    }),
    label({
      x: LEFT,
      y: 50,
      text: 'Across: metered. Up: predicted, all known of the serving. Line: equal; dashed: twice and half.',
      className: 'note',
    }),
    path(`M${LEFT + 5},67h0`, 'blue key'),
    label({ x: LEFT + 15, y: 71, text: 'dense model' }),
    path(`M${LEFT + 112},67h0`, 'ochre key'),
    label({ x: LEFT + 123, y: 71, text: 'mixture of experts' }),
    label({
      x: LEFT + 250,
      y: 71,
      text: 'What lies beyond a panel is drawn at its edge.',
      className: 'note',
    }),
  ];
}

export function drawScatter(panels: Panel[], measured: Measured): string {
  const lines = Math.ceil(panels.length / COLUMNS);
  const height = TOP + lines * (HEAD + SIDE + FOOT) + 6;
  const said = panels.map(
    ({ title, score }) => `${title}: median error ${percent(score.medianApe)}`,
  );
  return svgDocument({
    widthPixels: WIDTH,
    heightPixels: Math.ceil(height),
    title: 'Predicted against measured energy of one request, by method',
    description: `Scatter plots in one logarithmic scale from ${JOULES[0]} to ${JOULES[1]} joules. ${said.join('; ')}.`,
    style: STYLE,
    parts: [
      rectangle({ x: 0, y: 0, width: WIDTH, height: Math.ceil(height) }, 'ground'),
      ...drawHead(),
      ...panels.flatMap((panel, index) => drawPanel(panel, index, measured)),
    ],
  });
}
