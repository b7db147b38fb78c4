import { parseArgs } from 'node:util';
import { peers } from './drivers/peers.ts';

/** What `npm run bench:tokens` was asked for. */
export interface Options {
  engines: string[];
  corpora: string[] | null;
  encodings: string[];
  /** Fresh processes per corpus; more make the medians steadier. */
  passes: number;
  sections: Set<string>;
  /** A file for the figures, '-' for standard output. */
  json: string | null;
  chart: string | null;
}

export const SECTIONS = ['speed', 'hostile', 'load', 'stream', 'browser'];
const QUICK_PASSES = 2;
const PASSES = 5;

const listed = (value: string | undefined) => value?.split(',').filter((name) => name !== '');

function checked(named: string[] | undefined, known: string[]): string[] {
  const unknown = named?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length === 0) return named ?? known;
  throw new Error(`${unknown.join(', ')}: not one of ${known.join(', ')}`);
}

/** A flag whose file may be left out: `--json` writes to standard output. */
function fileAfter(flag: string, fallback: string): string | null {
  const place = process.argv.indexOf(flag);
  if (place === -1) return null;
  const next = process.argv[place + 1];
  return next === undefined || next.startsWith('--') ? fallback : next;
}

export function readOptions(): Options {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      corpora: { type: 'string' },
      encodings: { type: 'string', default: 'o200k_base' },
      sections: { type: 'string' },
      passes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      chart: { type: 'boolean', default: false },
    },
  });
  const engines = checked(listed(values.only), ['gramme', 'native', ...Object.keys(peers)]);
  const isPart = values.quick || values.corpora !== undefined;
  const sections = listed(values.sections) ?? (isPart ? ['speed'] : SECTIONS);
  return {
    engines,
    corpora: listed(values.corpora) ?? null,
    encodings: listed(values.encodings) ?? [],
    passes: Number(values.passes ?? (values.quick ? QUICK_PASSES : PASSES)),
    sections: new Set(checked(sections, SECTIONS)),
    json: fileAfter('--json', '-'),
    chart: fileAfter('--chart', 'docs/tokens-speed.svg'),
  };
}
