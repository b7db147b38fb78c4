import type { Equivalence, Forecast } from '../../web/core/view-contracts.ts';
import { rangeText } from '../shared/figures.ts';
import type { Settings } from '../shared/settings.ts';
import { language, optionalText, plural, text } from '../shared/text.ts';

const MILES_PER_KILOMETRE = 0.621371;
const DISTANCES: Record<string, 'kilometer' | 'mile' | 'meter' | undefined> = {
  km: 'kilometer',
  mi: 'mile',
  m: 'meter',
};

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

/** An amount with its unit: a distance as people write it, or a bare count. */
function amountText({ unit, amount }: Equivalence, distances: Settings['distances']): string {
  const isConverted = unit === 'km' && distances === 'imperial';
  const value = rounded(amount.central * (isConverted ? MILES_PER_KILOMETRE : 1));
  const distance = DISTANCES[isConverted ? 'mi' : unit];
  const style = distance === undefined ? {} : ({ style: 'unit', unit: distance } as const);
  return new Intl.NumberFormat(language(), { ...style, maximumSignificantDigits: 2 })
    .format(value)
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
    text('equivalence_other', amount, equivalence.unit)
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
