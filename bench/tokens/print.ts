import { formatTable } from '../../cli/output.ts';
import { format } from '../line.ts';
import type { BrowserResult } from './browser.ts';
import { type HostileResult, hostileRows } from './hostile.ts';
import type { LoadResult } from './load.ts';
import type { CorpusSpeed } from './speed.ts';

const BYTES_PER_KILOBYTE = 1000;

export function printSpeed({ name, encoding, bytes, tokens, engines }: CorpusSpeed): void {
  console.log(`\n${name}, ${encoding}: ${bytes} bytes, ${tokens} tokens`);
  const rows = engines.map((engine) => [
    engine.name,
    format(engine.coldMegabytesPerSecond),
    format(engine.warmMegabytesPerSecond),
    `${format(engine.coldRatio)} ×`,
    `${format(engine.warmRatio)} ×`,
    engine.tokensOff === 0 ? 'equal' : `off by ${engine.tokensOff}`,
  ]);
  const heads = ['engine', 'cold MB/s', 'warm MB/s', 'cold: time to ours', 'warm', 'count'];
  console.log(formatTable(heads, rows));
}

export function printHostile(results: HostileResult[], names: string[]): void {
  console.log('\nhostile inputs, milliseconds');
  console.log(formatTable(['input', 'characters', ...names], hostileRows(results, names)));
}

export function printLoad(results: LoadResult[]): void {
  console.log('\nfrom the import to the first count with o200k_base, in fresh processes');
  const rows = results.map((result) => [
    result.name,
    format(result.milliseconds),
    format(result.residentMegabytes),
    result.downloadBrotliBytes === null
      ? ''
      : format(result.downloadBrotliBytes / BYTES_PER_KILOBYTE),
  ]);
  const heads = ['engine', 'ms', 'memory MB', 'download, brotli kB'];
  console.log(formatTable(heads, rows));
}

export function printBrowser(results: BrowserResult[]): void {
  console.log('\nin Chromium, o200k_base, cold');
  const rows = results.map(({ corpus, place, name, coldMegabytesPerSecond }) => [
    corpus,
    place,
    name,
    format(coldMegabytesPerSecond),
  ]);
  console.log(formatTable(['corpus', 'in a', 'engine', 'MB/s'], rows));
}
