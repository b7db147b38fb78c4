// How figures are written in the document and its pictures.

/** At least two digits, and no more than whole numbers have: "0.24", "12", "1109". */
export function figure(value: number, digits = 2): string {
  const rounded = Number(value.toPrecision(digits));
  if (Math.abs(value) >= 10 ** digits) return Math.round(value).toLocaleString('en-GB');
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toFixed(places);
}

const THREE_DIGITS = 0.9995;

/** "15 %", "2.3 %", "1,700 %"; nothing below a tenth is told apart. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value === 0) return '0 %';
  if (share >= THREE_DIGITS) return `${Math.round(value).toLocaleString('en-GB')} %`;
  return value < 10 ? `${value.toFixed(1)} %` : `${value.toFixed(0)} %`;
}

/** "× 1.4", "× 0.038" */
export const times = (ratio: number): string => `× ${figure(ratio)}`;

/** Cells of a table in Markdown. */
export function markdownTable(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

interface Unit {
  name: string;
  perUnit: number;
}

const UNITS = {
  energyWattHours: { name: 'Wh', perUnit: 1 },
  gramsCo2e: { name: 'gCO2e', perUnit: 1 },
  waterLitres: { name: 'mL water', perUnit: 1000 },
  onSiteWaterLitres: { name: 'mL water on site', perUnit: 1000 },
  acceleratorJoules: { name: 'J of GPUs', perUnit: 1 },
} satisfies Record<string, Unit>;

export type Quantity = keyof typeof UNITS;

export const unitOf = (quantity: Quantity): string => UNITS[quantity].name;

/** A figure in the unit that people read. */
export const shown = (value: number, quantity: Quantity): string =>
  figure(value * UNITS[quantity].perUnit, 3)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
