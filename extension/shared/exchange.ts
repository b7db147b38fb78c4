/**
 * Answers in numbers, as they travel from a tab to the ledger and are remembered there. No text.
 */
import * as v from 'valibot';
import type { Estimate, StoredRow } from '../../web/core/contracts.ts';
import { siteSchema } from './settings.ts';

/** A single answer of more tokens than this is no answer. */
export const MOST_TOKENS = 2_000_000;
const MOST_REASONING_SECONDS = 86_400;
export const LONGEST_LABEL = 120;
const MOST_WARNINGS = 8;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
export const hash = v.pipe(v.string(), v.regex(/^[\w-]{0,64}$/));
/** The name of something of ours, such as an encoding: no room for words of a page. */
const code = v.pipe(v.string(), v.regex(/^[\w.-]{0,64}$/));
/** As the core takes them. Days count by them: none may be a member that every record has. */
export const warningCode = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z_]{0,63}$/),
  v.check((text) => !(text in {})),
);
export const label = v.pipe(v.string(), v.maxLength(LONGEST_LABEL));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_TOKENS));
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
export const rangeSchema = v.pipe(
  v.strictObject({ low: amount, central: amount, high: amount }),
  v.check(({ low, central, high }) => low <= central && central <= high),
);
export const dateSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
/** An IANA name, such as Europe/Paris, or an offset; empty when the browser tells none. */
export const zoneSchema = v.pipe(
  v.string(),
  v.regex(/^(?:[A-Za-z][\w+/-]{0,63}|[+-]\d{2}:?\d{2})?$/),
);

const figure = v.union([amount, rangeSchema]);

const countedTokens = v.strictObject({
  tokens: figure,
  kind: v.picklist(['exact', 'estimated', 'reported']),
  encoding: code,
});

/** One finished answer in numbers: what leaves the tab. No text. */
export const exchangeSchema = v.strictObject({
  id,
  site: siteSchema,
  dialect: code,
  /** Salted hash of the conversation's path; empty while it has none. */
  conversation: hash,
  /** Random id of a chat that began without an address in its tab; empty when it had one. */
  chat: v.optional(hash, ''),
  model: v.strictObject({
    label: v.nullable(label),
    source: v.picklist(['slug', 'picker', 'none']),
  }),
  prompt: countedTokens,
  isPromptNew: v.boolean(),
  /** An earlier prompt was edited and sent again: what stood after it is not read any more. */
  isPromptEdited: v.optional(v.boolean(), false),
  /** Prompts or answers stood on the page before this prompt. */
  hasEarlierTurns: v.optional(v.boolean(), false),
  /** Tokens of those turns as far as the page had them; null when they were not counted. */
  earlierTokens: v.optional(v.nullable(figure), null),
  output: countedTokens,
  /** Hidden reasoning as the page tells it; null when it does not. */
  reasoningSeconds: v.optional(
    v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_REASONING_SECONDS))),
    null,
  ),
  visibleCharacters: amount,
  imageCount: amount,
  finish: v.picklist(['complete', 'stopped', 'failed', 'interrupted']),
  startedAt: time,
  finishedAt: time,
  /** Local calendar date of the start, such as 2026-01-15, and the time zone it was told in. */
  date: dateSchema,
  zone: v.optional(zoneSchema, ''),
  pageWarnings: v.pipe(v.array(warningCode), v.maxLength(MOST_WARNINGS)),
});
export type CountedExchange = v.InferOutput<typeof exchangeSchema>;

/** What is kept of an open answer over a reload: numbers and salted hashes. */
export const fingerprintSchema = v.strictObject({
  id,
  conversation: v.nullable(hash),
  startedAt: time,
  savedAt: time,
  isNewPrompt: v.boolean(),
  isEdited: v.optional(v.boolean(), false),
  hasEarlierTurns: v.optional(v.boolean(), false),
  promptLength: amount,
  promptHash: hash,
  replyLength: amount,
  replyHash: hash,
});

export const healthSchema = v.variant('state', [
  v.strictObject({
    state: v.literal('watching'),
    site: siteSchema,
    dialect: code,
  }),
  v.strictObject({
    state: v.literal('idle'),
    site: siteSchema,
    reason: v.picklist(['not_a_chat', 'no_conversation_yet']),
  }),
  v.strictObject({
    state: v.literal('blind'),
    site: siteSchema,
    reason: v.literal('page_not_recognised'),
  }),
]);

/** What of the conversation was sent again with a prompt. */
export const contextSchema = v.strictObject({
  tokens: rangeSchema,
  /** False when earlier turns were not seen being written: the tokens are a lower bound. */
  isWhole: v.boolean(),
  /** Seconds since the model last read it; null when that is not known. */
  ageSeconds: v.nullable(v.pipe(v.number(), v.minValue(0))),
});
export type Context = v.InferOutput<typeof contextSchema>;

/** One answer as it is remembered, newest last: for display and for knowing it again. */
export interface RememberedExchange extends CountedExchange {
  /** Absent in entries of earlier versions, which did not count it. */
  context?: Context | undefined;
  /** The row that this answer added to its day: taken out again when the answer goes on. */
  row?: StoredRow | undefined;
  estimate: Pick<
    Estimate,
    'modelId' | 'modelName' | 'energyWattHours' | 'gramsCo2e' | 'waterLitres' | 'warnings'
  >;
}

/** An entry of the stored memory as far as counting relies on it. */
export const rememberedSchema = v.looseObject({
  ...exchangeSchema.entries,
  context: v.optional(contextSchema),
  row: v.optional(v.array(v.unknown())),
  estimate: v.looseObject({}),
});
