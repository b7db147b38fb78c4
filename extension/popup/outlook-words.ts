import type { Forecast } from '../../web/core/view-contracts.ts';
import { rangeText } from '../../web/look/figures.ts';
import { language, plural, text } from '../shared/text.ts';

export function forecastTexts(forecast: Forecast): [sentence: string, basis: string] {
  const { year, gramsCo2e, energyWattHours, days } = forecast;
  const grams = rangeText(gramsCo2e, 'gramsCo2e', language());
  const energy = rangeText(energyWattHours, 'wattHours', language());
  return [text('forecast', year, grams, energy), plural('forecast_basis', days)];
}
