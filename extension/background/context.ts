import * as v from 'valibot';
import type { Range, StoredRow } from '../../web/core/contracts.ts';
import { asRange } from '../../web/look/figures.ts';
import {
  type Context,
  type CountedExchange,
  contextSchema,
  MOST_TOKENS,
  rangeSchema,
} from '../shared/exchange.ts';
import { readEntries } from './entries.ts';
import { readItems } from './kept.ts';
import type { Area } from './storage.ts';

/** Sums lie under keys of their own, so that an answer writes only that of its conversation. */
const PREFIX = 'chat:';
/** Conversations whose sums are kept; the ones that were idle longest are dropped first. */
const MOST_CONVERSATIONS = 300;

/** What a conversation holds so far: numbers, salted hashes and random ids. */
const sumSchema = v.strictObject({
  /** Salted hash of the address, or `new-` and the chat's random id while it has none. */
  key: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
  /** Prompts and answers of the branch, the last answer included. */
  tokens: rangeSchema,
  /** The last answer, and what was sent again for it. */
  last: v.strictObject({ id: v.string(), context: contextSchema }),
  /** When the model had last read and written all of it: milliseconds since the epoch. */
  readAt: v.number(),
  /** What all of its answers weigh; absent in entries of version 1. */
  row: v.optional(v.array(v.unknown())),
});
export type ConversationSum = v.InferOutput<typeof sumSchema>;

const storageKey = ({ key }: Pick<ConversationSum, 'key'>): string => PREFIX + key;

/** Where the sums of an exchange's conversation may lie. */
export const sumKeys = (exchange: CountedExchange): string[] =>
  keysOf(exchange).map((key) => storageKey({ key }));

/** The sums among stored items; damaged ones are forgotten. */
export function readSums(items: Record<string, unknown>): ConversationSum[] {
  const stored = Object.entries(items).filter(([key]) => key.startsWith(PREFIX));
  return readEntries(
    sumSchema,
    stored.map(([, value]) => value),
  );
}

/** Version 1 kept all sums in one list. */
export const sumsOfVersion1 = (list: unknown): ConversationSum[] => readEntries(sumSchema, list);

/** What is to be stored when `before` has become `after`; a sum under an old name goes. */
export function sumItems(
  before: readonly ConversationSum[],
  after: readonly ConversationSum[],
): Record<string, unknown> {
  const gone = before.map((sum) => [storageKey(sum), null]);
  return Object.fromEntries([...gone, ...after.map((sum) => [storageKey(sum), sum])]);
}

/** Drops the sums of the conversations that were idle longest. */
export async function forgetSums(area: Area): Promise<void> {
  const keys = (await area.keys()).filter((key) => key.startsWith(PREFIX));
  const kept = readSums(await readItems(area, keys))
    .sort((a, b) => b.readAt - a.readAt)
    .slice(0, MOST_CONVERSATIONS)
    .map(storageKey);
  await area.remove(keys.filter((key) => !kept.includes(key)));
}

const nothing: Range = { low: 0, central: 0, high: 0 };

/** No model reads more than the largest figure that is accepted anywhere. */
function plus(a: Range, b: Range): Range {
  const sum = (member: keyof Range) => Math.min(MOST_TOKENS, a[member] + b[member]);
  return { low: sum('low'), central: sum('central'), high: sum('high') };
}

function keysOf({ conversation, chat }: CountedExchange): string[] {
  return [conversation, chat === '' ? '' : `new-${chat}`].filter((key) => key !== '');
}

/** A chat that began without an address is found under its random id until it has been renamed. */
export function sumOf(sums: readonly ConversationSum[], exchange: CountedExchange) {
  const found = keysOf(exchange).map((key) => sums.find((sum) => sum.key === key));
  return found.find((sum) => sum !== undefined) ?? null;
}

/**
 * What was sent again with a prompt. An answer that is told again keeps what its first telling
 * had: `earlier`, or what its conversation remembers of its last answer.
 */
export function contextOf(
  sums: readonly ConversationSum[],
  exchange: CountedExchange,
  earlier?: Context,
): Context {
  const sum = sumOf(sums, exchange);
  if (earlier !== undefined) return earlier;
  if (sum?.last.id === exchange.id) return sum.last.context;
  if (sum === null || isOtherChat(exchange)) return unknownContext(exchange);
  const ageSeconds = Math.max(0, Math.round((exchange.startedAt - sum.readAt) / 1000));
  const { tokens, isWhole } = sum.last.context;
  if (!exchange.isPromptNew) return { tokens, isWhole, ageSeconds };
  if (!exchange.isPromptEdited) return { tokens: sum.tokens, isWhole, ageSeconds };
  // The edited prompt is most likely the last one, and may be any before it.
  if (!exchange.hasEarlierTurns) return { tokens: nothing, isWhole: true, ageSeconds: null };
  return { tokens: { ...tokens, low: 0 }, isWhole, ageSeconds };
}

/** Of a conversation that has no sum: what stands on the page, if anything does. */
function unknownContext({ hasEarlierTurns, earlierTokens }: CountedExchange): Context {
  const isCounted = hasEarlierTurns && earlierTokens !== null;
  const tokens = isCounted ? asRange(earlierTokens) : nothing;
  return { tokens, isWhole: !hasEarlierTurns, ageSeconds: null };
}

/** Without an address a tab shows one chat after the other: one that is blank has just begun. */
function isOtherChat({ conversation, isPromptNew, hasEarlierTurns }: CountedExchange): boolean {
  return conversation === '' && isPromptNew && !hasEarlierTurns;
}

/** The sums with an exchange in its conversation, once however often it is told. */
export function withExchange(
  sums: readonly ConversationSum[],
  exchange: CountedExchange,
  told: { context: Context; isAgain: boolean; row: StoredRow },
): ConversationSum[] {
  const [key] = keysOf(exchange);
  const before = sumOf(sums, exchange);
  // Another answer has followed since, and was counted with what stood there then.
  const isPassed = told.isAgain && before !== null && before.last.id !== exchange.id;
  if (key === undefined) return [...sums];
  const row = [...told.row];
  if (isPassed) return sums.map((sum) => (sum === before ? { ...sum, row } : sum));
  const own = plus(asRange(exchange.prompt.tokens), asRange(exchange.output.tokens));
  const sum: ConversationSum = {
    key,
    tokens: plus(told.context.tokens, own),
    last: { id: exchange.id, context: told.context },
    readAt: exchange.finishedAt,
    row,
  };
  return [...sums.filter((other) => other !== before), sum];
}
