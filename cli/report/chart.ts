import type { Range } from '../../web/core/node.ts';

/** Text that stands in a page: shown, never run. */
export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (letter) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[letter] ?? letter,
  );

export interface Bar {
  name: string;
  range: Range;
  /** The figure in words. */
  text: string;
}

const WIDTH = 720;
const HEIGHT = 220;
const BASE = 190;
const TOP = 12;
const MOST_NAMES = 12;
const WIDEST_BAR = 48;

/** Where a value stands, above the line of zero. */
const heightOf = (value: number, most: number) => (most > 0 ? (value / most) * (BASE - TOP) : 0);

function barMarks(bars: Bar[], most: number): string {
  const step = WIDTH / bars.length;
  const width = Math.min(WIDEST_BAR, step * 0.7);
  const every = Math.ceil(bars.length / MOST_NAMES);
  return bars
    .map(({ name, range, text }, index) => {
      const middle = step * (index + 0.5);
      const height = heightOf(range.central, most);
      const [low, high] = [heightOf(range.low, most), heightOf(Math.min(range.high, most), most)];
      const label =
        index % every === 0
          ? `<text x="${middle.toFixed(1)}" y="${BASE + 16}" text-anchor="middle">${escapeHtml(name)}</text>`
          : '';
      return `<g><title>${escapeHtml(`${name}: ${text}`)}</title><rect class="bar" x="${(middle - width / 2).toFixed(1)}" y="${(BASE - height).toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/><line class="whisker" x1="${middle.toFixed(1)}" x2="${middle.toFixed(1)}" y1="${(BASE - low).toFixed(1)}" y2="${(BASE - high).toFixed(1)}"/>${label}</g>`;
    })
    .join('');
}

/**
 * Bars with whiskers over a line of zero. Whiskers that are far longer than the bars end at the
 * upper edge: the table has their figures.
 */
export function barChart(bars: Bar[], label: string): string {
  const central = Math.max(...bars.map(({ range }) => range.central), 0);
  const high = Math.max(...bars.map(({ range }) => range.high), 0);
  const most = Math.min(high, central * 3);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}"><line class="base" x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}"/>${barMarks(bars, most)}</svg>`;
}
