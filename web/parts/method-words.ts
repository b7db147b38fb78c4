import type { LedgerRow } from '../core/contracts.ts';
import { language } from '../words/words.ts';
import { regionName } from './region-names.ts';

const METHOD_NAMES = new Map([
  ['roofline', 'Roofline'],
  ['ecologits', 'EcoLogits'],
  ['prefill-decode', 'Prefill-decode'],
  ['prefill-decode-as-written', 'Prefill-decode (as written)'],
  ['duration', 'Duration'],
  ['duration-as-written', 'Duration (as written)'],
  ['per-token', 'Per token'],
  ['jegham-2025', 'arXiv:2505.09598'],
  ['epoch-2025', 'Epoch AI'],
]);

const list = (words: string[]) => new Intl.ListFormat(language(), { type: 'unit' }).format(words);

/** Method with profile, and version of the methodology: "Roofline 2026.11", "2026.11.3". */
export function methodsOf(
  rows: LedgerRow[],
  fallback: string,
): { name: string; version: string }[] {
  const used = new Set(rows.map((row) => row.methodology));
  return [...(used.size > 0 ? used : [fallback])].map((methodology) => {
    const [version = '', method = '', profile = ''] = methodology.split('/');
    return { name: `${METHOD_NAMES.get(method) ?? method} ${profile}`.trim(), version };
  });
}

/** Regions by name. */
export function regionsOf(rows: LedgerRow[]): string {
  const ids = [...new Set(rows.map((row) => row.region))];
  return list(ids.map((id) => regionName(id)));
}

/** Warnings of all rows with the number of answers each concerns, most frequent first. */
export function warningsOf(rows: LedgerRow[]): [code: string, count: number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const [code, count] of Object.entries(row.warnings)) {
      counts.set(code, (counts.get(code) ?? 0) + count);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
