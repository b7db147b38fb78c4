/** The text format of Prometheus, read strictly. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface Exposition {
  types: Map<string, string>;
  samples: Sample[];
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?[\d.]+(?:e[+-]?\d+)?)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/gy;

function labelsOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(LABEL)];
  const length = pairs.reduce((sum, [whole]) => sum + whole.length, 0);
  if (length !== text.length) throw new Error(`labels that are none: ${text}`);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

export function parseMetrics(text: string): Exposition {
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const [, typed = '', type = ''] = /^# TYPE (\S+) (counter|gauge)$/.exec(line) ?? [];
    if (typed !== '') types.set(typed, type);
    if (line.startsWith('#')) continue;
    const [, name = '', labels = '', value] = SAMPLE.exec(line) ?? [];
    if (value === undefined || !types.has(name)) throw new Error(`no sample: ${line}`);
    samples.push({ name, labels: labelsOf(labels), value: Number(value) });
  }
  return { types, samples };
}
