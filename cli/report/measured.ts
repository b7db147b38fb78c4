import type { MeasuredFileRuns, MeasuredRunSums } from '../../web/core/node.ts';
import { centralText, type Measure, tokensText } from '../../web/look/figures.ts';
import { escapeHtml } from './chart.ts';
import type { View } from './words.ts';

const SECONDS_PER_HOUR = 3600;
/** Days beyond so many are shown as months. */
const MOST_DAYS = 62;

interface Named {
  name: string;
  sums: MeasuredRunSums;
}

/** A sum of what is known of it; a figure without a range. */
function figure(value: number, measure: Measure, unknownRuns: number, view: View, runs: number) {
  if (unknownRuns === runs) return view.words.notKnown;
  const range = { low: value, central: value, high: value };
  return `${unknownRuns > 0 ? '≥ ' : ''}${centralText(range, measure, view.language)}`;
}

function rowOf({ name, sums }: Named, view: View): string {
  const { runs } = sums;
  const hours = new Intl.NumberFormat(view.language, { maximumSignificantDigits: 2 });
  const cells = [
    tokensText(runs, false, view.language),
    `${hours.format(sums.durationSeconds / SECONDS_PER_HOUR)} ${view.words.hours}`,
    figure(sums.energyWattHours, 'wattHours', sums.energyUnknownRuns, view, runs),
    figure(sums.gramsCo2e, 'gramsCo2e', sums.carbonUnknownRuns, view, runs),
  ];
  const figures = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
  return `<tr><th scope="row">${escapeHtml(name)}</th>${figures}</tr>`;
}

function section(title: string, first: string, rows: Named[], view: View): string {
  const { runs, time, energy, carbon, measuredNote } = view.words;
  const head = [first, runs, time, energy, carbon]
    .map((name) => `<th scope="col">${escapeHtml(name)}</th>`)
    .join('');
  const body = rows.map((row) => rowOf(row, view)).join('');
  return `<section><h2>${escapeHtml(title)}</h2><div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(title)}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div><p class="note">${escapeHtml(measuredNote)}</p></section>`;
}

/** Measured runs, apart from what is estimated. */
export function measuredSections(measured: MeasuredFileRuns | null, view: View): string {
  if (measured === null || measured.total.runs === 0) return '';
  const { words } = view;
  const { projects, days, months } = measured;
  const dates = days.length <= MOST_DAYS ? days : months;
  const byProject = projects.map((sums) => ({ name: sums.name || words.unnamedProject, sums }));
  const byDate = dates.map((sums) => ({ name: sums.date, sums }));
  return [
    section(words.measuredByProject, words.name, byProject, view),
    section(words.measuredByDate, words.date, byDate, view),
  ].join('');
}
