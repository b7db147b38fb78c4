/** How figures are written for people (docs/method.md#figures-in-text). */
import type { Figure, Range } from '../core/contracts.ts';

/** Between a figure and its unit. */
const THIN_SPACE = '\u202f';
const MOST_DECIMALS = 3;
/** From here on an exact number of tokens is shortened ("120M"). */
const LONG_TOKENS = 1e8;

export interface Scale {
  factor: number;
  unit: string;
  /** Values from here on use the unit; the factor itself unless said. */
  from?: number;
}

const SCALES = {
  gramsCo2e: [
    { factor: 1e6, unit: 't' },
    { factor: 1e3, unit: 'kg' },
    { factor: 1, unit: 'g', from: 0.1 },
    { factor: 1e-3, unit: 'mg' },
  ],
  wattHours: [
    { factor: 1e6, unit: 'MWh' },
    { factor: 1e3, unit: 'kWh' },
    { factor: 1, unit: 'Wh', from: 0.1 },
    { factor: 1e-3, unit: 'mWh' },
  ],
  litres: [
    { factor: 1, unit: 'L' },
    { factor: 1e-3, unit: 'mL' },
  ],
} satisfies Record<string, Scale[]>;

export type Measure = keyof typeof SCALES;

/** A figure as a range; an exact one has its value at both ends. */
export const asRange = (figure: Figure): Range =>
  typeof figure === 'number' ? { low: figure, central: figure, high: figure } : figure;

const twoDigits = (value: number) => Number(value.toPrecision(2));

const exponentOf = (value: number) => Number(value.toExponential().split('e')[1]);

/** The scale of a value as it will be shown: 999.6 g is 1.0 kg. */
export function scaleFor(value: number, measure: Measure): Scale {
  const scales: Scale[] = SCALES[measure];
  const shown = twoDigits(value);
  const last = scales[scales.length - 1] as Scale;
  if (value <= 0) return scales.find((scale) => scale.factor === 1) ?? last;
  return scales.find((scale) => shown >= (scale.from ?? scale.factor)) ?? last;
}

/** Decimals that give the value two significant digits, at most three decimals. */
function decimalsFor(value: number): number {
  if (value <= 0) return 0;
  return Math.min(MOST_DECIMALS, Math.max(0, 1 - exponentOf(twoDigits(value))));
}

function format(value: number, decimals: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A scaled value; what its decimals would round to zero is "< 0.01", never "0.00". */
function showScaled(scaled: number, decimals: number, locale: string): string {
  const smallest = 10 ** -decimals;
  if (scaled > 0 && scaled < smallest / 2) {
    return `<${THIN_SPACE}${format(smallest, decimals, locale)}`;
  }
  return format(scaled >= 100 ? twoDigits(scaled) : scaled, decimals, locale);
}

export interface ShownRange {
  central: string;
  low: string;
  high: string;
  unit: string;
}

/** Two significant digits for the centre; the bounds have the same unit and decimals. */
export function showRange(range: Range, measure: Measure, locale: string): ShownRange {
  const scale = scaleFor(range.central > 0 ? range.central : range.high, measure);
  const decimals = decimalsFor((range.central > 0 ? range.central : range.high) / scale.factor);
  const show = (value: number) => showScaled(value / scale.factor, decimals, locale);
  return {
    central: show(range.central),
    low: show(range.low),
    high: show(range.high),
    unit: scale.unit,
  };
}

/** "(0.08–1.30)": what stands beside a central figure. */
export function boundsText({ low, high }: ShownRange): string {
  return `(${low}\u2013${high})`;
}

/** "0.32 Wh (0.08–1.30)": the text twin of the range mark. */
export function rangeText(range: Range, measure: Measure, locale: string): string {
  const shown = showRange(range, measure, locale);
  return `${shown.central}${THIN_SPACE}${shown.unit} ${boundsText(shown)}`;
}

/** "0.32 Wh": the central figure alone, where its range stands beside it as a mark. */
export function centralText(range: Range, measure: Measure, locale: string): string {
  const { central, unit } = showRange(range, measure, locale);
  return `${central}${THIN_SPACE}${unit}`;
}

/** A decade on a range mark, such as "0.1 g", in the unit of the figure it belongs to. */
export function decadeText(value: number, range: Range, measure: Measure, locale: string): string {
  const { factor, unit } = scaleFor(range.central, measure);
  const shown = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });
  return `${shown.format(value / factor)}${THIN_SPACE}${unit}`;
}

/**
 * Tokens with the language's own grouping: all digits of an exact count, two significant ones and
 * "≈" of an estimate.
 */
export function tokensText(tokens: number, isEstimated: boolean, locale: string): string {
  const value = isEstimated && tokens >= 1 ? twoDigits(tokens) : tokens;
  const shown = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 0,
    notation: value >= LONG_TOKENS ? 'compact' : 'standard',
  }).format(value);
  return isEstimated ? `≈${THIN_SPACE}${shown}` : shown;
}

/** "800" when exact, "≈ 800 (600–1,000)" when estimated. */
export function tokensRangeText({ low, central, high }: Range, locale: string): string {
  if (low === high) return tokensText(central, false, locale);
  const bound = (value: number) => tokensText(twoDigits(value), false, locale);
  return `${tokensText(central, true, locale)} (${bound(low)}\u2013${bound(high)})`;
}

/** "39 %", and "< 1 %" for what is there but small. */
export function shareText(share: number, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const isHidden = share > 0 && share < 0.005;
  return isHidden ? `<${THIN_SPACE}${percent.format(0.01)}` : percent.format(share);
}

const BADGE_SUFFIXES = ['', 'k', 'M', 'G', 'T'];

/** At most four characters, such as "0.84", "12", "120" or "1.2k"; nothing for nothing. */
export function badgeText(value: number, locale = 'en'): string {
  if (!(value > 0)) return '';
  const point = format(0.1, 1, locale).charAt(1);
  if (value < 0.01) return `<${point}01`;
  if (value >= 999.5e12) return '999T';
  const shown = value < 1 ? Number(value.toFixed(2)) : twoDigits(value);
  const thousands = shown < 1 ? 0 : Math.floor(exponentOf(shown) / 3);
  const scaled = shown / 1000 ** thousands;
  const decimals = scaled < 1 ? 2 : scaled < 10 ? 1 : 0;
  return `${format(scaled, decimals, locale)}${BADGE_SUFFIXES[thousands]}`;
}
