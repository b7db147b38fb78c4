// What the pictures of README.md and docs/ share: one look, light and dark, without scripts or fonts.

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A coordinate with at most one decimal. */
export const px = (value: number): string => String(Number(value.toFixed(1)));

export interface Drawing {
  widthPixels: number;
  heightPixels: number;
  title: string;
  /** What it shows, for those who do not see it. */
  description: string;
  style: string;
  parts: string[];
}

/** A whole SVG document. */
export function svgDocument({ widthPixels, heightPixels, ...drawing }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPixels} ${heightPixels}" width="${widthPixels}" height="${heightPixels}" role="img" aria-labelledby="title description">
<title id="title">${escaped(drawing.title)}</title>
<desc id="description">${escaped(drawing.description)}</desc>
<style>${drawing.style}
</style>
${drawing.parts.join('\n')}
</svg>
`;
}

export interface Label {
  x: number;
  y: number;
  text: string;
  className?: string;
  anchor?: 'start' | 'middle' | 'end';
}

export function label({ x, y, text, className, anchor }: Label): string {
  const name = className === undefined ? '' : ` class="${className}"`;
  const at = anchor === undefined || anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text${name} x="${px(x)}" y="${px(y)}"${at}>${escaped(text)}</text>`;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const rectangle = (box: Box, className: string): string =>
  `<rect class="${className}" x="${px(box.x)}" y="${px(box.y)}" width="${px(box.width)}" height="${px(box.height)}"/>`;

export const path = (commands: string, className: string): string =>
  `<path class="${className}" d="${commands}"/>`;

export const horizontal = (y: number, from: number, to: number): string =>
  `M${px(from)},${px(y)}H${px(to)}`;

export const vertical = (x: number, from: number, to: number): string =>
  `M${px(x)},${px(from)}V${px(to)}`;

/** Dots as strokes without length: a few bytes each. */
export const dots = (points: { x: number; y: number }[]): string =>
  points.map(({ x, y }) => `M${px(x)},${px(y)}h0`).join('');
