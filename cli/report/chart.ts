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

/** What the longest mark stands for: whiskers do not make bars of less than a third of the chart. */
function longestOf(bars: Bar[]): number {
  const central = Math.max(...bars.map(({ range }) => range.central), 0);
  const high = Math.max(...bars.map(({ range }) => range.high), 0);
  return Math.min(high, central * 3);
}

/**
 * Bars with whiskers over a line of zero. Whiskers that are far longer than the bars end at the
 * upper edge: the table has their figures.
 */
export function barChart(bars: Bar[], label: string): string {
  const most = longestOf(bars);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}"><line class="base" x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}"/>${barMarks(bars, most)}</svg>`;
}

const ROW_HEIGHT = 40;
const ROW_TEXT = 14;
const ROW_BAR = 20;
const BAR_HEIGHT = 12;

/** Lying bars, each under its name and figure: for names of any length. */
export function rowChart(bars: Bar[], label: string): string {
  const most = longestOf(bars);
  const wide = (value: number) => Math.min(WIDTH, most > 0 ? (value / most) * WIDTH : 0).toFixed(1);
  const rows = bars.map(({ name, range, text }, index) => {
    const top = index * ROW_HEIGHT;
    const middle = top + ROW_BAR + BAR_HEIGHT / 2;
    const shown = escapeHtml(`${name} · ${text}`);
    return `<text x="0" y="${top + ROW_TEXT}">${shown}</text><rect class="bar" x="0" y="${top + ROW_BAR}" width="${wide(range.central)}" height="${BAR_HEIGHT}"/><line class="whisker" x1="${wide(range.low)}" x2="${wide(range.high)}" y1="${middle}" y2="${middle}"/>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${bars.length * ROW_HEIGHT}" role="img" aria-label="${escapeHtml(label)}">${rows.join('')}</svg>`;
}
