// npm run bench:tokens [-- --only gramme,gpt-tokenizer --corpora english,chat --quick …]
// Counts the same texts with Gramme and with the tokenizers npm offers, each in its own process.
import { formatTable } from '../../cli/output.ts';
import { format } from '../line.ts';
import { readCorpora } from './corpora/corpora.ts';
import { drivers } from './drivers/all.ts';
import { bundleWorker, hasNative, installPeers } from './engine.ts';
import { type Options, readOptions } from './options.ts';
import { type CorpusSpeed, measureCorpus } from './speed.ts';

const offers = (engine: string, encoding: string) =>
  engine === 'native' ? hasNative() : (drivers[engine]?.encodings.includes(encoding) ?? false);

function printSpeed({ name, encoding, bytes, tokens, engines }: CorpusSpeed): void {
  console.log(`\n${name}, ${encoding}: ${bytes} bytes, ${tokens} tokens`);
  const rows = engines.map((engine) => [
    engine.name,
    format(engine.coldMegabytesPerSecond),
    format(engine.warmMegabytesPerSecond),
    `${format(engine.coldRatio)} ×`,
    `${format(engine.warmRatio)} ×`,
    engine.tokensOff === 0 ? 'equal' : `off by ${engine.tokensOff}`,
  ]);
  const heads = ['engine', 'cold MB/s', 'warm MB/s', 'cold: time/ours', 'warm', 'count'];
  console.log(formatTable(heads, rows));
}

async function measureSpeed(options: Options): Promise<CorpusSpeed[]> {
  const all = readCorpora();
  const corpora = all.filter(({ name }) => options.corpora?.includes(name) ?? true);
  const results: CorpusSpeed[] = [];
  for (const encoding of options.encodings) {
    const names = options.engines.filter((name) => offers(name, encoding));
    for (const corpus of corpora) {
      const speed = await measureCorpus(names, corpus, { encoding, passes: options.passes });
      printSpeed(speed);
      results.push(speed);
    }
  }
  return results;
}

const options = readOptions();
installPeers();
await bundleWorker();
if (options.sections.has('speed')) await measureSpeed(options);
