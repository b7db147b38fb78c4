/**
 * History of the extension that Gramme grew from: its tokens are taken, and weighed anew. Its
 * energies were 3.6 million times too small and are not read.
 */
import type { Figure, StoredDay } from '../../web/core/contracts.ts';
import { localDate } from '../shared/dates.ts';
import type { OriginExchange, OriginFile } from './import-file.ts';
import type { Ledger } from './kept.ts';

/** The original is one installation, whoever imports it: again or elsewhere, it counts once. */
const DEVICE = 'origin';
/** Share of a total that are tokens of prompts, where nothing tells how it divides. */
const PROMPT_SHARE = 0.25;
const SITES: Readonly<Record<string, string>> = {
  chatgpt: 'chatgpt',
  openai: 'chatgpt',
  claude: 'claude',
  anthropic: 'claude',
};

/** Exchanges alike, of one day. */
interface Alike {
  date: string;
  requests: number;
  inputTokens: Figure;
  outputTokens: Figure;
  model: string | undefined;
  site: string;
}

function dateOfEntry({ timestamp }: OriginExchange): string | null {
  const milliseconds = typeof timestamp === 'number' ? timestamp : Date.parse(timestamp);
  return Number.isFinite(milliseconds) ? localDate(milliseconds) : null;
}

function datedExchange(entry: OriginExchange): Alike[] {
  const date = dateOfEntry(entry);
  if (date === null) return [];
  const { promptTokens: inputTokens, responseTokens: outputTokens, model } = entry;
  const site = SITES[(entry.platform ?? '').toLowerCase()] ?? 'chatgpt';
  return [{ date, requests: 1, inputTokens, outputTokens, model, site }];
}

interface Sums {
  promptTokens: number;
  responseTokens: number;
}

/** The share of a total's tokens that are prompts: as the file tells it, or a range over all. */
function promptShare(known: Sums): { low: number; central: number; high: number } {
  const tokens = known.promptTokens + known.responseTokens;
  if (tokens <= 0) return { low: 0, central: PROMPT_SHARE, high: 1 };
  const share = known.promptTokens / tokens;
  return { low: share, central: share, high: share };
}

/** What the totals hold besides the remembered history: older than it, so on its first day. */
function undated(file: OriginFile, dated: Alike[], fallbackDate: string): Alike[] {
  const sum = (key: 'inputTokens' | 'outputTokens') =>
    dated.reduce((total, exchange) => total + (exchange[key] as number), 0);
  const known = { promptTokens: sum('inputTokens'), responseTokens: sum('outputTokens') };
  const tokens = file.tokens - known.promptTokens - known.responseTokens;
  const requests = Math.round(file.requests - dated.length);
  if (tokens <= 0 || requests < 1) return [];
  const share = promptShare(known.promptTokens + known.responseTokens > 0 ? known : file.session);
  const each = tokens / requests;
  const first = dated.map(({ date }) => date).sort()[0] ?? fallbackDate;
  const { low, central, high } = share;
  return [
    {
      date: first,
      requests,
      inputTokens: { low: each * low, central: each * central, high: each * high },
      outputTokens: {
        low: each * (1 - high),
        central: each * (1 - central),
        high: each * (1 - low),
      },
      model: undefined,
      site: 'chatgpt',
    },
  ];
}

function recorded({ gramme }: Ledger, exchange: Alike, day: StoredDay | undefined): StoredDay {
  const { inputTokens, outputTokens, model, site, date, requests } = exchange;
  return gramme.record({
    exchange: { site, inputTokens, outputTokens, ...(model === undefined ? {} : { model }) },
    isPromptNew: true,
    isEstimated: true,
    pageWarnings: ['imported_totals', 'context_not_counted'],
    date,
    zone: '',
    device: DEVICE,
    requests,
    ...(day === undefined ? {} : { day }),
  }).day;
}

/** The days of the original's history. What has no date goes to `fallbackDate`. */
export function originDays(
  ledger: Ledger,
  file: OriginFile,
  fallbackDate: string,
): Map<string, StoredDay> {
  const dated = file.history.flatMap(datedExchange);
  const days = new Map<string, StoredDay>();
  for (const exchange of [...dated, ...undated(file, dated, fallbackDate)]) {
    days.set(exchange.date, recorded(ledger, exchange, days.get(exchange.date)));
  }
  return days;
}
