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
};

/** What is less than one of a unit is told in the next smaller one. */
const SMALLER: Record<string, { unit: string; factor: number } | undefined> = {
  hour: { unit: 'minute', factor: 60 },
  minute: { unit: 'second', factor: 60 },
};

const rounded = (value: number) => Number(value.toPrecision(2));

interface Amount {
  value: number;
  unit: string;
}

function scaled({ value, unit }: Amount): Amount {
  const smaller = SMALLER[unit];
  if (smaller === undefined || value >= 1 || value <= 0) return { value, unit };
  return scaled({ value: value * smaller.factor, unit: smaller.unit });
}

/** An amount with its unit, or a bare count. */
function amountText({ unit: told, amount }: Equivalence, distances: Distances): string {
  const isConverted = told === 'kilometre' && distances === 'imperial';
  const { value, unit } = isConverted
    ? { value: amount.central * MILES_PER_KILOMETRE, unit: 'mile' }
    : scaled({ value: amount.central, unit: told });
  return new Intl.NumberFormat(language(), UNITS[unit] ?? {})
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
