import type { Equivalence, Forecast } from '../../web/core/view-contracts.ts';
import { rangeText } from '../../web/look/figures.ts';
import type { Settings } from '../shared/settings.ts';
import { language, optionalText, plural, text } from '../shared/text.ts';

const MILES_PER_KILOMETRE = 0.621371;

/** Units of comparisons that are written with their figure; others are counted in the sentence. */
const UNITS: Record<string, Intl.NumberFormatOptions | undefined> = {
  kilometre: { style: 'unit', unit: 'kilometer' },
  mile: { style: 'unit', unit: 'mile' },
  hour: { style: 'unit', unit: 'hour', unitDisplay: 'long' },
};

const rounded = (value: number) => Number(value.toPrecision(2));

/** An amount with its unit, or a bare count. */
function amountText({ unit, amount }: Equivalence, distances: Settings['distances']): string {
  const isConverted = unit === 'kilometre' && distances === 'imperial';
  const value = amount.central * (isConverted ? MILES_PER_KILOMETRE : 1);
  const format = UNITS[isConverted ? 'mile' : unit] ?? {};
  return new Intl.NumberFormat(language(), format)
    .format(rounded(value))
    .replace(/[ \u00a0]/g, '\u202f');
}

/** "charging a smartphone 12 times". */
export function equivalenceText(
  equivalence: Equivalence,
  distances: Settings['distances'],
): string {
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

export function forecastTexts(forecast: Forecast): [sentence: string, basis: string] {
  const { year, gramsCo2e, energyWattHours, days } = forecast;
  const grams = rangeText(gramsCo2e, 'gramsCo2e', language());
  const energy = rangeText(energyWattHours, 'wattHours', language());
  return [text('forecast', year, grams, energy), plural('forecast_basis', days)];
}
