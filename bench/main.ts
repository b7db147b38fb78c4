// npm run bench [-- sizes readiness content tab speed hostile estimate measure command app app-data]
// Measures what is in dist/ and build/; builds nothing and is no test.
import { formatTable } from '../cli/output.ts';
import { measureApp } from './app.ts';
import { measureAppData } from './app-data.ts';
import { measureCommand } from './command.ts';
import { measureContentCost } from './content-cost.ts';
import { measureEstimates } from './estimate.ts';
import type { Line } from './line.ts';
import { measureMeasuring } from './measure.ts';
import { measureReadiness } from './readiness.ts';
import { measureSizes } from './sizes.ts';
import { measureHostile, measureSpeed } from './speed.ts';
import { measureTab } from './tab.ts';

const benches: Record<string, () => Line[] | Promise<Line[]>> = {
  sizes: measureSizes,
  readiness: measureReadiness,
  content: measureContentCost,
  tab: measureTab,
  speed: measureSpeed,
  hostile: measureHostile,
  estimate: measureEstimates,
  measure: measureMeasuring,
  command: measureCommand,
  app: measureApp,
  'app-data': measureAppData,
};

const mark = ({ isMet }: Line) => (isMet === undefined ? '' : isMet ? '✓' : '✗');

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in benches));
  if (unknown.length > 0) throw new Error(`no such bench: ${unknown.join(' ')}`);
  const lines: Line[] = [];
  for (const name of named.length > 0 ? named : Object.keys(benches)) {
    lines.push(...((await benches[name]?.()) ?? []));
  }
  const rows = lines.map((line) => [line.what, line.value, line.goal ?? '', mark(line)]);
  console.log(formatTable(['what', 'measured', 'goal', ''], rows));
}

await main();
