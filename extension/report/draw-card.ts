import { shareText } from '../../web/look/figures.ts';
import { language, text } from '../shared/text.ts';

/** The size that sites show such pictures in. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MARGIN = 72;
const BAR_WIDTH = 420;
const NAME_WIDTH = 350;
const BAR_HEIGHT = 10;
const SCALE =
  'M1 1.5h14l-1.3 2.1a1 1 0 0 1-.8.4H9v2h4.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11' +
  'a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5h4.5v-2h-3.9a1 1 0 0 1-.8-.4zM3 10v1h3.32' +
  'a1.75 1.75 0 0 0 3.36 0h3.32v-1h-3.32a1.75 1.75 0 0 0-3.36 0z';

export interface Card {
  period: string;
  grams: string;
  bounds: string;
  facts: [name: string, figure: string][];
  models: { name: string; share: number }[];
  methodology: string;
}

type Brush = (words: string, place: { x: number; y: number; size: number; colour: string }) => void;

interface Easel {
  context: CanvasRenderingContext2D;
  colour(name: string): string;
  fontFamily: string;
  write: Brush;
  writeStrong: Brush;
}

function newEasel(context: CanvasRenderingContext2D, style: CSSStyleDeclaration): Easel {
  const colour = (name: string) => style.getPropertyValue(`--gramme-${name}`).trim();
  const brush =
    (weight: number): Brush =>
    (words, place) => {
      context.font = `${weight} ${place.size}px ${style.fontFamily}`;
      context.fillStyle = colour(place.colour);
      context.fillText(words, place.x, place.y);
    };
  return {
    context,
    colour,
    fontFamily: style.fontFamily,
    write: brush(400),
    writeStrong: brush(600),
  };
}

function drawHead({ context, colour, write, writeStrong }: Easel, card: Card): void {
  context.fillStyle = colour('ground');
  context.fillRect(0, 0, CARD_WIDTH, CARD_HEIGHT);
  context.save();
  context.translate(MARGIN, MARGIN - 8);
  context.scale(3, 3);
  context.fillStyle = colour('green');
  context.fill(new Path2D(SCALE), 'evenodd');
  context.restore();
  const x = MARGIN + 64;
  writeStrong(text('name'), { x, y: MARGIN + 30, size: 36, colour: 'ink' });
  const sentence = `${text('share_heading')} · ${card.period}`;
  write(sentence, { x: MARGIN, y: 172, size: 32, colour: 'muted' });
}

function drawFigures({ context, write, writeStrong }: Easel, card: Card): void {
  writeStrong(card.grams, { x: MARGIN, y: 284, size: 96, colour: 'ink' });
  const { width } = context.measureText(card.grams);
  const isBeside = MARGIN + width + 260 < CARD_WIDTH;
  const bounds = isBeside ? { x: MARGIN + width + 24, y: 284 } : { x: MARGIN, y: 328 };
  write(card.bounds, { ...bounds, size: 36, colour: 'muted' });
  card.facts.forEach(([name, figure], index) => {
    const y = 392 + index * 60;
    write(name, { x: MARGIN, y, size: 26, colour: 'muted' });
    writeStrong(figure, { x: MARGIN + 180, y, size: 34, colour: 'ink' });
  });
}

/** As much of a name as stands beside its share. */
function shortened(context: CanvasRenderingContext2D, name: string): string {
  if (context.measureText(name).width <= NAME_WIDTH) return name;
  let length = name.length;
  while (length > 0 && context.measureText(`${name.slice(0, length)}…`).width > NAME_WIDTH)
    length--;
  return `${name.slice(0, length).trimEnd()}…`;
}

function drawModels({ context, colour, fontFamily, write }: Easel, { models }: Card): void {
  const x = CARD_WIDTH - MARGIN - BAR_WIDTH;
  context.font = `400 24px ${fontFamily}`;
  models.forEach(({ name, share }, index) => {
    const y = 384 + index * 60;
    const percent = shareText(share, language());
    const place = { y, size: 24, colour: 'ink' };
    write(percent, { ...place, x: CARD_WIDTH - MARGIN - context.measureText(percent).width });
    write(shortened(context, name), { ...place, x });
    context.fillStyle = colour('line');
    context.fillRect(x, y + 12, BAR_WIDTH, BAR_HEIGHT);
    context.fillStyle = colour(`series-${index + 1}`);
    context.fillRect(x, y + 12, BAR_WIDTH * share, BAR_HEIGHT);
  });
}

/** Draws a card in the colours of the page. */
export function drawCard(
  context: CanvasRenderingContext2D,
  card: Card,
  style: CSSStyleDeclaration,
): void {
  const easel = newEasel(context, style);
  drawHead(easel, card);
  drawFigures(easel, card);
  drawModels(easel, card);
  const footer = [text('share_footer'), card.methodology].filter((part) => part !== '').join(' · ');
  easel.write(footer, { x: MARGIN, y: CARD_HEIGHT - 36, size: 22, colour: 'muted' });
}
