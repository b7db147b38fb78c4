import type { ExplainedPart, Explanation, Factor, Range } from '../web/core/node.ts';
import { formatRange, formatTable } from './output.ts';

const KNOWN_DIGITS = 3;

const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
/** A known figure as one number, an uncertain one with its bounds. */
function formatValue({ low, central, high }: Range): string {
  if (low !== high) return formatRange({ low, central, high });
  return String(Number(central.toPrecision(KNOWN_DIGITS)));
}

const words = (name: string) => name.replaceAll('_', ' ');

/** The parts below each other, each indented under what it belongs to. */
function partRows(part: ExplainedPart, depth = 0): string[][] {
  const value =
    part.range === null
      ? formatValue({ low: part.central, central: part.central, high: part.central })
      : formatRange(part.range);
  const row = [
    `${'  '.repeat(depth)}${words(part.name)}`,
    `${value} ${part.unit}`,
    depth === 0 ? '' : percent(part.share),
  ];
  return [row, ...part.parts.flatMap((inner) => partRows(inner, depth + 1))];
}

const sourceOf = ({ source }: Factor) =>
  source === null ? 'given' : `${source.source} (${source.asOf})`;

function factorRow(factor: Factor): string[] {
  return [
    words(factor.name),
    `${formatValue(factor.value)} ${factor.unit}`.trimEnd(),
    factor.carbonElasticity.toFixed(2),
    factor.shareOfWidth === 0 ? '' : percent(factor.shareOfWidth),
  ];
}

/** The sources by number, in the order in which the factors name them. */
function numbered(factors: Factor[]): { rows: string[][]; list: string[] } {
  const list: string[] = [];
  const rows = factors.map((factor) => {
    const source = sourceOf(factor);
    if (factor.source !== null && !list.includes(source)) list.push(source);
    const mark = factor.source === null ? 'given' : `[${list.indexOf(source) + 1}]`;
    return [...factorRow(factor), mark];
  });
  return { rows, list: list.map((source, index) => `  [${index + 1}] ${source}`) };
}

/** What adds up to the figure, then every factor with what it does to it. */
export function explanationText({ carbon, factors }: Explanation): string {
  const sums = [
    'how it adds up (shares of what each part belongs to):',
    formatTable(['', '', ''], partRows(carbon)).trimStart(),
  ];
  if (factors.length === 0) return sums.join('\n');
  const { rows, list } = numbered(factors);
  return [
    ...sums,
    '',
    'what it is worked out with:',
    formatTable(['factor', 'value', 'effect', 'of the range', 'source'], rows),
    '  effect: per cent of change in carbon for one per cent of change in the factor',
    ...list,
  ].join('\n');
}
