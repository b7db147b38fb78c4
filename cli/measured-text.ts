import type { MeasuredFileRuns, MeasuredRunSums } from '../web/core/node.ts';
import { formatTable } from './output.ts';

const MOST_ROWS = 24;
const KILO = 1e3;
const SECONDS_PER_HOUR = 3600;

/** What is known of a sum: "≥" where some runs do not tell it, nothing where none does. */
function known(shown: string, unknownRuns: number, runs: number): string {
  if (unknownRuns === runs) return 'unknown';
  return unknownRuns > 0 ? `≥ ${shown}` : shown;
}

function scaled(value: number, unit: string): string {
  const isLarge = value >= KILO;
  return `${(isLarge ? value / KILO : value).toPrecision(3)} ${isLarge ? 'k' : ''}${unit}`;
}

function cells(name: string, sums: MeasuredRunSums): string[] {
  const { runs } = sums;
  const hours = `${(sums.durationSeconds / SECONDS_PER_HOUR).toPrecision(3)} h`;
  return [
    name,
    runs.toLocaleString('en'),
    known(hours, sums.durationUnknownRuns, runs),
    known(scaled(sums.energyWattHours, 'Wh'), sums.energyUnknownRuns, runs),
    known(scaled(sums.gramsCo2e, 'gCO2e'), sums.carbonUnknownRuns, runs),
    known(`${sums.waterLitres.toPrecision(3)} L`, sums.waterUnknownRuns, runs),
  ];
}

function table(title: string, rows: [string, MeasuredRunSums][]): string[] {
  if (rows.length === 0) return [];
  const header = [title, 'runs', 'time', 'energy', 'carbon', 'water'];
  const shown = rows.slice(-MOST_ROWS).map(([name, sums]) => cells(name, sums));
  const more = rows.length - shown.length;
  return [formatTable(header, shown), ...(more > 0 ? [`(${more} more: --json)`] : []), ''];
}

/** Measured runs, apart from what is estimated. */
export function measuredLines(measured: MeasuredFileRuns | null): string[] {
  if (measured === null) return [];
  const { total, days, months, years, projects, undated } = measured;
  const periods = [days, months].find((list) => list.length <= MOST_ROWS) ?? years;
  return [
    ...table('measured', [['all', total]]),
    ...table(
      'measured by date',
      periods.map((sums) => [sums.date, sums]),
    ),
    ...table(
      'measured by project',
      projects.map((sums) => [sums.name || '(not named)', sums]),
    ),
    ...(undated.runs > 0 ? [`runs without a date: ${undated.runs.toLocaleString('en')}`, ''] : []),
  ];
}
