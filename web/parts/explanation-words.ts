import type { ExplainedPart, Factor } from '../core/explain-contracts.ts';
import { rangeText } from '../look/figures.ts';
import { language, optionalText } from '../words/words.ts';

const key = (name: string) => name.replaceAll(' ', '_');

/** A name that newer cores may give is shown as they write it. */
const spaced = (name: string) => name.replaceAll('_', ' ');

export const partName = ({ name }: ExplainedPart): string =>
  optionalText(`part_${key(name)}`) ?? spaced(name);

export function partFigure({ unit, central, range }: ExplainedPart): string {
  const measure = unit === 'Wh' ? 'wattHours' : 'gramsCo2e';
  const figure = rangeText(range ?? { low: central, central, high: central }, measure, language());
  return range === null ? figure.replace(/ \(.*/, '') : figure;
}

export const factorName = ({ name }: Factor): string =>
  optionalText(`factor_${key(name)}`) ?? spaced(name);

/** "0.29 (0.20–0.41) kg": three digits are enough to check it by. */
export function factorFigure({ unit, value }: Factor): string {
  const format = new Intl.NumberFormat(language(), { maximumSignificantDigits: 3 });
  const shown = (figure: number) => format.format(figure);
  const { low, central, high } = value;
  const bounds = low === high ? '' : ` (${shown(low)}\u2013${shown(high)})`;
  const name = optionalText(`factor_unit_${unit}`) ?? unit.replace('CO2e', 'CO₂e');
  return `${shown(central)}${bounds}${name === '' ? '' : `\u202f${name}`}`;
}
