/** Files that can be imported, read into days; nothing of the file is trusted. */
import * as v from 'valibot';
import { FILE_KIND, FILE_SCHEMA } from './export.ts';

/** A hundred years of days from several installations fit in. */
const MOST_DAYS = 50_000;
const MOST_HISTORY = 5000;

const fileSchema = v.object({
  gramme: v.literal(FILE_KIND),
  schema: v.literal(FILE_SCHEMA),
  days: v.pipe(v.array(v.unknown()), v.maxLength(MOST_DAYS)),
});

const count = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));
const shortText = v.pipe(v.string(), v.maxLength(120));

/** What the extension that Gramme grew from kept (docs/data.md#import). Its energies are not read. */
const originSchema = v.object({
  totalStats: v.object({ requests: count, tokens: count }),
  currentSession: v.optional(
    v.object({ promptTokens: v.fallback(count, 0), responseTokens: v.fallback(count, 0) }),
  ),
  conversationHistory: v.fallback(v.pipe(v.array(v.unknown()), v.maxLength(MOST_HISTORY)), []),
});

const historySchema = v.object({
  timestamp: v.union([
    v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
    v.pipe(v.string(), v.maxLength(40)),
  ]),
  promptTokens: count,
  responseTokens: count,
  model: v.optional(shortText),
  platform: v.optional(shortText),
});
export type OriginExchange = v.InferOutput<typeof historySchema>;

export interface OriginFile {
  requests: number;
  tokens: number;
  /** Of its session: tells how tokens divide into prompts and answers. */
  session: { promptTokens: number; responseTokens: number };
  history: OriginExchange[];
}

export type ImportFile =
  | { kind: 'gramme'; days: unknown[] }
  | { kind: 'origin'; origin: OriginFile };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('import_not_json');
  }
}

/** Throws `import_not_json` or `import_unknown`: neither a ledger nor the original's storage. */
export function readImportFile(text: string): ImportFile {
  const document = parsed(text);
  const file = v.safeParse(fileSchema, document);
  if (file.success) return { kind: 'gramme', days: file.output.days };
  const origin = v.safeParse(originSchema, document);
  if (!origin.success) throw new Error('import_unknown');
  const { totalStats, currentSession, conversationHistory } = origin.output;
  const history = conversationHistory.flatMap((entry) => {
    const read = v.safeParse(historySchema, entry);
    return read.success ? [read.output] : [];
  });
  const session = currentSession ?? { promptTokens: 0, responseTokens: 0 };
  return { kind: 'origin', origin: { ...totalStats, session, history } };
}
