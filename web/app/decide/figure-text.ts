import type { Figure } from '../../core/contracts.ts';

/** "4000", or "3000 – 4000 – 5000": as a cell shows it and takes it. */
export function figureText(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  if (typeof figure === 'number') return String(figure);
  return [figure.low, figure.central, figure.high].join(' – ');
}

/** What was typed: a figure, null for nothing, undefined for what is none. */
export function figureIn(typed: string): Figure | null | undefined {
  if (typed.trim() === '') return null;
  const parts = typed.split(/\s*[–;]\s*|\s+/).filter((part) => part !== '');
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  const [low = Number.NaN, central = low, high = central] = numbers;
  if (!numbers.every((number) => number >= 0 && Number.isFinite(number))) return undefined;
  if (numbers.length === 1) return low;
  if (numbers.length !== 3 || low > central || central > high) return undefined;
  return { low, central, high };
}
