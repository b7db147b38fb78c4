import type {
  BudgetMeasure,
  BudgetStanding,
  Range,
  ServicePeriodReport,
  ServiceReport,
  ServiceSums,
  SumsOfService,
} from '../web/core/node.ts';
import type { Admission } from '../web/server/create-budget.ts';
import { formatRange, formatTable } from './output.ts';

const GRAMS_PER_KILOGRAM = 1000;

const kilograms = ({ low, central, high }: Range): string =>
  formatRange({
    low: low / GRAMS_PER_KILOGRAM,
    central: central / GRAMS_PER_KILOGRAM,
    high: high / GRAMS_PER_KILOGRAM,
  });

const UNITS: Record<BudgetMeasure, string> = {
  gramsCo2e: 'kg CO2e',
  wattHours: 'Wh',
  tokens: 'tokens',
};

const limitOf = ({ measure, limit }: BudgetStanding): string =>
  `${measure === 'gramsCo2e' ? limit / GRAMS_PER_KILOGRAM : limit} ${UNITS[measure]}`;

const usedOf = ({ measure, used }: BudgetStanding): string =>
  measure === 'gramsCo2e' ? kilograms(used) : formatRange(used);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function standingCells(standing: BudgetStanding): string[] {
  const { budgetId, service, language, date, share, verdict, resetsOn } = standing;
  const name = [budgetId, service, language ?? 'all', date];
  return [...name, usedOf(standing), limitOf(standing), percent(share), verdict, resetsOn];
}

const STANDING_HEADER = [
  'budget',
  'service',
  'language',
  'of',
  'used',
  'limit',
  'share',
  'verdict',
  'begins anew',
];

const isExact = ({ low, high }: Range): boolean => low === high;

/** An exact figure without bounds; nothing of what nothing is known of. */
function figureText(range: Range): string {
  if (range.high === 0) return '-';
  return isExact(range) ? String(range.central) : formatRange(range);
}

function sumsCells(name: string[], { requests, ...sums }: ServiceSums): string[] {
  const each = sums.perRequest === null ? '-' : formatRange(sums.perRequest.gramsCo2e);
  const figures = [figureText(sums.energyWattHours), kilograms(sums.gramsCo2e), each];
  return [...name, String(requests), figureText(sums.tokens), ...figures];
}

/** Sums over several rows; those of one alone would say the same again. */
function subtotals(
  rows: readonly SumsOfService[],
  sums: readonly SumsOfService[],
  key: 'service' | 'language',
): SumsOfService[] {
  return sums.filter((sum) => rows.filter((row) => row[key] === sum[key]).length > 1);
}

function periodText({ date, total, ...sums }: ServicePeriodReport): string {
  const header = [date, '', 'requests', 'tokens', 'Wh', 'kg CO2e', 'g CO2e/request'];
  const each = sums.byServiceAndLanguage;
  const rows = [
    ...each,
    ...subtotals(each, sums.byService, 'service'),
    ...subtotals(each, sums.byLanguage, 'language'),
  ].map((row) => sumsCells([row.service ?? 'all', row.language ?? 'all'], row));
  rows.push(sumsCells(['total', ''], total));
  return formatTable(header, rows);
}

function warningLines({ total }: ServicePeriodReport): string[] {
  return Object.entries(total.warnings).map(([code, count]) => `  ${code}: ${count}`);
}

/** How budgets stand, and what was used in the day and the month. */
export function reportText(report: ServiceReport): string {
  const parts = [formatTable(STANDING_HEADER, report.budgets.map(standingCells))];
  for (const period of [report.day, report.month]) {
    if (period.total.requests > 0) parts.push(periodText(period));
  }
  const warnings = warningLines(report.month);
  if (warnings.length > 0) parts.push(['assumed in the month, times:', ...warnings].join('\n'));
  return parts.join('\n\n');
}

const REASONS: Record<BudgetStanding['reason'], string> = {
  within: 'within its limit',
  warn_share_reached: 'near its limit',
  limit_reached: 'its limit is reached',
  in_flight_fills_limit: 'requests in flight fill it',
};

/** A verdict, and why. */
export function checkText({ verdict, deciding, retryAfterSeconds }: Admission): string {
  if (deciding === null) return `${verdict}: no budget is meant`;
  const { budgetId, share, reason, resetsOn } = deciding;
  const wait = retryAfterSeconds === null ? '' : ` (in ${retryAfterSeconds} s)`;
  return `${verdict}: ${budgetId} is used up to ${percent(share)}, ${REASONS[reason]}; it begins anew on ${resetsOn}${wait}`;
}
