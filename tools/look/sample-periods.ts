/** Periods as the core makes them, under the storage keys the extension uses. */
import type { CountedAnswer, Period, PeriodKind } from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';

/** The core as it is shipped: dist/node.mjs. */
export async function loadCore(): Promise<Gramme> {
  const address = new URL('../../dist/node.mjs', import.meta.url).href;
  const { loadGramme } = (await import(address)) as typeof import('../../web/core/node.ts');
  return loadGramme();
}

const LENGTHS: Record<PeriodKind, number> = { day: 10, month: 7, year: 4 };
const KINDS: PeriodKind[] = ['day', 'month', 'year'];

export interface Sample {
  date: string;
  answer: CountedAnswer;
}

/** One answer of that many tokens; Claude's are estimated, as its tokenizer is not public. */
export function sampleAnswer(model: string, site: string, tokens: number): CountedAnswer {
  const isEstimated = site === 'claude';
  const outputTokens = isEstimated
    ? { low: 0.8 * tokens, central: tokens, high: 1.25 * tokens }
    : tokens;
  return {
    exchange: { model, site, inputTokens: 60, outputTokens },
    isPromptNew: true,
    isEstimated,
    pageWarnings: ['context_not_counted'],
  };
}

/** Everything chrome.storage.local would hold after those answers. */
export function periodsOf(gramme: Gramme, samples: Sample[]): Record<string, Period> {
  const stored: Record<string, Period> = {};
  for (const { date, answer } of samples) {
    const key = (kind: PeriodKind) => `${kind}:${date.slice(0, LENGTHS[kind])}`;
    const periods = Object.fromEntries(KINDS.map((kind) => [kind, stored[key(kind)] ?? null]));
    const recorded = gramme.record({ ...answer, date, periods });
    for (const kind of KINDS) stored[key(kind)] = recorded[kind];
  }
  return stored;
}

const MODELS: [model: string, site: string][] = [
  ['gpt-5-5', 'chatgpt'],
  ['claude-opus-4-8', 'claude'],
  ['gpt-5-5-thinking', 'chatgpt'],
  ['claude-sonnet-4-6', 'claude'],
  ['gpt-5-5-mini', 'chatgpt'],
  ['a model of tomorrow with a rather long name', 'claude'],
];

/** A year of use up to and with today: six models, two answers on most days. */
export function sampleYear(today: string): Sample[] {
  const months = Number(today.slice(5, 7));
  const days = Array.from({ length: months * 20 }, (_, index) => {
    const month = String(1 + Math.floor(index / 20)).padStart(2, '0');
    const day = String(1 + (index % 20)).padStart(2, '0');
    return `${today.slice(0, 4)}-${month}-${day}`;
  }).filter((date) => date < today);
  return [...days, ...days, today, today, today].map((date, index) => {
    const [model, site] = MODELS[(index * index + (index >> 2)) % MODELS.length] ?? ['', ''];
    return { date, answer: sampleAnswer(model, site, 200 + ((index * 137) % 900)) };
  });
}
