import type { Equivalence } from '../core/view-contracts.ts';
import { language, optionalText, text } from '../words/words.ts';

export type Distances = 'metric' | 'imperial';

const MILES_PER_KILOMETRE = 0.621371;

/** Units of comparisons that are written with their figure; others are counted in the sentence. */
const UNITS: Record<string, Intl.NumberFormatOptions | undefined> = {
  kilometre: { style: 'unit', unit: 'kilometer' },
  mile: { style: 'unit', unit: 'mile' },
  hour: { style: 'unit', unit: 'hour', unitDisplay: 'long' },
  minute: { style: 'unit', unit: 'minute', unitDisplay: 'long' },
  second: { style: 'unit', unit: 'second', unitDisplay: 'long' },
  metre: { style: 'unit', unit: 'meter' },
  foot: { style: 'unit', unit: 'foot' },
};

const rounded = (value: number) => Number(value.toPrecision(2));

/** Units that stand in for what would be less than one of a larger one, and how many make it up. */
const SMALLER: Record<string, [unit: string, count: number] | undefined> = {
  hour: ['minute', 60],
  minute: ['second', 60],
  kilometre: ['metre', 1000],
  mile: ['foot', 5280],
};

/** Nobody thinks of 0.05 hours: three minutes it is. */
function scaled(value: number, unit: string): [value: number, unit: string] {
  const smaller = SMALLER[unit];
  if (smaller === undefined || !(value > 0) || rounded(value) >= 1) return [value, unit];
  return scaled(value * smaller[1], smaller[0]);
}

/** An amount with its unit, or a bare count. */
function amountText({ unit, amount }: Equivalence, distances: Distances): string {
  const isConverted = unit === 'kilometre' && distances === 'imperial';
  const [value, shownUnit] = isConverted
    ? scaled(amount.central * MILES_PER_KILOMETRE, 'mile')
    : scaled(amount.central, unit);
  const format = UNITS[shownUnit] ?? {};
  return new Intl.NumberFormat(language(), format)
    .format(rounded(value))
    .replace(/[ \u00a0]/g, '\u202f');
}

/** "charging a smartphone 12 times". */
export function equivalenceText(equivalence: Equivalence, distances: Distances): string {
  const key = `equivalence_${equivalence.id.replaceAll('-', '_')}`;
  const amount = amountText(equivalence, distances);
  const category = new Intl.PluralRules(language()).select(rounded(equivalence.amount.central));
  return (
    optionalText(`${key}_${category}`, amount) ??
    optionalText(`${key}_other`, amount) ??
    text('equivalence_other', equivalence.name, amount)
  );
}

/** Its scope and where its figure comes from. */
export function equivalenceSource({ id, scope, source }: Equivalence): string {
  const written = optionalText(`equivalence_scope_${id.replaceAll('-', '_')}`);
  return text('equivalence_source', written ?? scope, source.source, source.asOf);
}
