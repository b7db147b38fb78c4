import type { Figure, Range, Source, Warning } from '../web/core/node.ts';

const CENTRAL_DIGITS = 2;

function decimalsFor(value: number): number {
  if (value === 0) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return Math.max(0, CENTRAL_DIGITS - 1 - magnitude);
}

/** Two significant digits for the centre, the bounds with the same decimals: "0.32 (0.08-1.30)". */
export function formatRange(range: Range): string {
  const decimals = Math.min(decimalsFor(range.central), 6);
  const show = (value: number) => value.toFixed(decimals);
  return `${show(range.central)} (${show(range.low)}-${show(range.high)})`;
}

export function formatFigure(figure: Figure): string {
  if (typeof figure === 'number') return String(figure);
  return `≈ ${Math.round(figure.central)} (${Math.round(figure.low)}-${Math.round(figure.high)})`;
}

/** Columns padded to their widest cell. */
export function formatTable(header: string[], rows: string[][]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

/** What the reader of an answer should know, below it. */
export const warningLines = ({ warnings }: { warnings: readonly Warning[] }): string[] =>
  warnings.map(({ code, message }) => `  ${code}: ${message}`);

/** Each source once, below a head. */
export function sourceLines(sources: readonly Source[]): string[] {
  const lines = sources.map(({ source, asOf }) => `  ${source} (${asOf})`);
  return ['sources:', ...new Set(lines)];
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
