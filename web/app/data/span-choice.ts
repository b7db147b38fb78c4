/** Choosing a span of time: everything, a year, a month of it. */
import { html, nothing } from 'lit';
import type { Analysis } from '../../core/analysis-contracts.ts';
import { selectRow } from '../../parts/fields.ts';
import { partName } from '../../parts/series-words.ts';
import { text } from './words.ts';

export function spanChoice(
  { years, months }: Analysis,
  date: string,
  onChange: (date: string) => void,
) {
  if (years.length === 0) return nothing;
  const year = date.slice(0, 4);
  const ofYear = months.filter((month) => month.date.startsWith(year));
  const yearField = selectRow({
    id: 'year',
    label: text('year_label'),
    value: year,
    options: [
      { value: '', name: text('all_years') },
      ...[...years].reverse().map(({ date: name }) => ({ value: name, name })),
    ],
    onChange,
  });
  const monthField = selectRow({
    id: 'month',
    label: text('month_label'),
    value: date.length === 7 ? date : year,
    options: [
      { value: year, name: text('whole_year') },
      ...ofYear.map((month) => ({ value: month.date, name: partName(month.date) })),
    ],
    onChange,
  });
  return html`<div class="spans">${yearField} ${year === '' ? nothing : monthField}</div>`;
}
