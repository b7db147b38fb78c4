/** Files for an import: a ledger's, one that somebody has sealed anew, the original's, damaged ones. */
import type { Random } from '../../../bench/random.ts';
import type { LedgerRow, Period, StoredDay } from '../../../web/core/contracts.ts';
import { loadGramme } from '../../../web/core/node.ts';
import { MARK, payloads, shownPayloads } from './payloads.ts';
import { pick } from './pick.ts';

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });

const { day } = gramme.record({
  exchange: { site: 'chatgpt', model: 'gpt-4o', inputTokens: 10, outputTokens: 100 },
  isPromptNew: true,
  isEstimated: false,
  pageWarnings: ['context_not_counted'],
  date: '2026-01-15',
  zone: 'Europe/Paris',
  device: 'elsewhere',
});
const period: Period = gramme.rollUp({ range: 'day', date: day.date, parts: [day] });

interface Sealing {
  row?: Partial<LedgerRow>;
  zone?: string;
  device?: string;
}

/** A day with any texts in it, and the right checksum; null where the core refuses it. */
export function sealedDay({
  row = {},
  zone = '',
  device = 'elsewhere',
}: Sealing): StoredDay | null {
  const rows = period.rows.map((own) => ({ ...own, ...row }));
  try {
    return gramme.adopt({ period: { ...period, rows }, zone, device });
  } catch {
    return null;
  }
}

export const fileOf = (...days: unknown[]): string =>
  JSON.stringify({ gramme: 'ledger', schema: 2, exportedAt: '2026-01-16', days });

function sealingsOf(text: string): Sealing[] {
  const named = (['site', 'modelId', 'region', 'methodology'] as const).map((member) => ({
    row: { [member]: text },
  }));
  return [...named, { row: { warnings: { [text]: 1 } } }, { zone: text }, { device: text }];
}

const sealed = payloads.flatMap(sealingsOf).map((sealing) => fileOf(sealedDay(sealing)));

const historyOf = (text: string) => ({
  timestamp: '2026-01-10T10:00:00Z',
  promptTokens: 10,
  responseTokens: 20,
  model: text.slice(0, 120),
  platform: text.slice(0, 120),
});

const ofOrigin = shownPayloads.map((text) =>
  JSON.stringify({
    totalStats: { requests: 5, tokens: 500, note: text },
    conversationHistory: [historyOf(text), text, null, { ...historyOf(text), promptTokens: 1e99 }],
  }),
);

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

const damaged = [
  ...payloads,
  fileOf({ ...day, date: MARK }, { ...day, checksum: MARK }, { ...day, parts: MARK }, null, [MARK]),
  fileOf({ ...day, parts: [[MARK, 1e300, []]] }, { ...day, zones: [1, {}, MARK] }),
  fileOf(...Array.from({ length: 300 }, () => MARK)),
  `{"gramme":"ledger","schema":2,"days":[{"__proto__":{"date":"2026-01-15"}}]}`,
  `{"gramme":"ledger","schema":2,"days":${deep(2000)}}`,
  deep(100_000),
  '{"totalStats":{"requests":1e308,"tokens":-1}}',
  '{"gramme":"ledger","schema":2,"days":{}}',
];

const texts: readonly string[] = [
  fileOf(day),
  fileOf(day, day),
  ...sealed,
  ...ofOrigin,
  ...damaged,
];

export const importText = (random: Random): string => pick(random, texts);
