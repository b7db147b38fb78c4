/** How figures are written for people (docs/method.md#figures-in-text). */
import type { Range } from '../../web/core/contracts.ts';

/** Between a figure and its unit. */
const THIN_SPACE = '\u202f';

interface Scale {
  factor: number;
  unit: string;
}

const SCALES = {
  gramsCo2e: [
    { factor: 1e6, unit: 't' },
    { factor: 1e3, unit: 'kg' },
    { factor: 1, unit: 'g' },
    { factor: 1e-3, unit: 'mg' },
  ],
  wattHours: [
    { factor: 1e6, unit: 'MWh' },
    { factor: 1e3, unit: 'kWh' },
    { factor: 1, unit: 'Wh' },
    { factor: 1e-3, unit: 'mWh' },
  ],
  litres: [
    { factor: 1, unit: 'L' },
    { factor: 1e-3, unit: 'mL' },
  ],
} satisfies Record<string, Scale[]>;

export type Measure = keyof typeof SCALES;

function scaleFor(value: number, measure: Measure): Scale {
  const scales: Scale[] = SCALES[measure];
  const last = scales[scales.length - 1] as Scale;
  return value === 0 ? (scales.find((scale) => scale.factor === 1) ?? last) :
    (scales.find((scale) => value >= scale.factor) ?? last);
}

/** Decimals that give the value two significant digits, at most three decimals. */
function decimalsFor(value: number): number {
  if (value <= 0) return 0;
  return Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(value))));
}

function format(value: number, decimals: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

export interface ShownRange {
  central: string;
  low: string;
  high: string;
  unit: string;
}

/** Two significant digits for the centre; the bounds have the same unit and decimals. */
export function showRange(range: Range, measure: Measure, locale: string): ShownRange {
  const scale = scaleFor(range.central, measure);
  const decimals = decimalsFor(range.central / scale.factor);
  const show = (value: number) => {
    const scaled = value / scale.factor;
    const smallest = 10 ** -decimals;
    const isHidden = value > 0 && scaled < smallest / 2;
    return isHidden ? `<${THIN_SPACE}${format(smallest, decimals, locale)}` : format(scaled, decimals, locale);
  };
  return { central: show(range.central), low: show(range.low), high: show(range.high), unit: scale.unit };
}

/** "0.32 Wh (0.08–1.30)": the text twin of the range mark. */
export function rangeText(range: Range, measure: Measure, locale: string): string {
  const { central, low, high, unit } = showRange(range, measure, locale);
  return `${central}${THIN_SPACE}${unit} (${low}\u2013${high})`;
}

/** Whole tokens with the language's own grouping; estimated ones carry "≈". */
export function tokensText(tokens: number, isEstimated: boolean, locale: string): string {
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(tokens);
  return isEstimated ? `≈${THIN_SPACE}${shown}` : shown;
}

/** At most four characters, such as "0.8", "12g" or "1.2k". */
export function badgeText(value: number): string {
  if (value <= 0) return '';
  if (value < 0.01) return '<.01';
  if (value < 10) return value.toPrecision(2).replace(/^0\./, '.').slice(0, 4);
  if (value < 1000) return String(Math.round(value));
  if (value < 10_000) return `${(value / 1000).toFixed(1)}k`;
  return value < 1_000_000 ? `${Math.round(value / 1000)}k` : '1M+';
}
