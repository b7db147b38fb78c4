// npm run bench:tokens [-- --only gramme,gpt-tokenizer --corpora english,chat --quick …]
// Counts the same texts with Gramme and with the tokenizers npm offers, each in its own process.
import { writeFileSync } from 'node:fs';
import { formatTable } from '../../cli/output.ts';
import type { Line } from '../line.ts';
import { measureInBrowser } from './browser.ts';
import { drawChart } from './chart.ts';
import { readCorpora } from './corpora/corpora.ts';
import { drivers } from './drivers/all.ts';
import { buildTarget, bundleWorker, installPeers } from './engine.ts';
import { speedGoals } from './goals.ts';
import { hostileGoals, measureHostile } from './hostile.ts';
import { loadGoals, measureLoad, sizeLines, vocabularyBytes } from './load.ts';
import { type Options, readOptions } from './options.ts';
import { printBrowser, printHostile, printLoad, printSpeed } from './print.ts';
import { type Measured, resultDocument } from './results.ts';
import { measureCorpus } from './speed.ts';
import { measureStream } from './stream.ts';

const ENCODING = 'o200k_base';

async function measureSpeed(options: Options, measured: Measured): Promise<void> {
  const hasNative = options.engines.includes('native') && buildTarget('native', 'gramme_bench');
  const offers = (engine: string, encoding: string) =>
    engine === 'native' ? hasNative : (drivers[engine]?.encodings.includes(encoding) ?? false);
  const corpora = readCorpora().filter(({ name }) => options.corpora?.includes(name) ?? true);
  for (const encoding of options.encodings) {
    const names = options.engines.filter((name) => offers(name, encoding));
    for (const corpus of corpora) {
      const speed = await measureCorpus(names, corpus, { encoding, passes: options.passes });
      printSpeed(speed);
      measured.speeds.push(speed);
    }
  }
  measured.goals.push(...speedGoals(measured.speeds));
}

async function measure(options: Options): Promise<Measured> {
  const measured: Measured = {
    speeds: [],
    hostile: [],
    loads: [],
    browser: [],
    goals: [],
    vocabularyBrotliBytes: vocabularyBytes(),
  };
  const scripts = options.engines.filter((name) => name in drivers);
  if (options.sections.has('speed')) await measureSpeed(options, measured);
  if (options.sections.has('hostile')) {
    measured.hostile = await measureHostile(scripts, ENCODING);
    printHostile(measured.hostile, scripts);
    measured.goals.push(...hostileGoals(measured.hostile));
  }
  if (options.sections.has('load')) {
    measured.loads = await measureLoad(scripts, ENCODING);
    printLoad(measured.loads);
    measured.goals.push(...loadGoals(measured.loads), ...sizeLines());
  }
  if (options.sections.has('browser')) {
    measured.browser = await measureInBrowser();
    printBrowser(measured.browser);
  }
  if (options.sections.has('stream')) measured.goals.push(...(await measureStream(ENCODING)));
  return measured;
}

const mark = ({ isMet }: Line) => (isMet === undefined ? '' : isMet ? '✓' : '✗');

const options = readOptions();
installPeers();
await bundleWorker();
const measured = await measure(options);
const rows = measured.goals.map((line) => [line.what, line.value, line.goal ?? '', mark(line)]);
console.log(`\n${formatTable(['goal', 'measured', 'aimed at', ''], rows)}`);
const document = JSON.stringify(resultDocument(measured), null, 2);
if (options.json === '-') console.log(document);
else if (options.json !== null) writeFileSync(options.json, `${document}\n`);
if (options.chart !== null && measured.speeds.length > 0) {
  writeFileSync(options.chart, drawChart(measured.speeds));
}
