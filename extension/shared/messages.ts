/**
 * Every message between content script, popup and background, declared once. What arrives is
 * checked against these schemas before anything is done with it: a page can forge none of them, but
 * it can make the content script read anything.
 */
import * as v from 'valibot';
import type { Estimate, Period, TokenCount, Warning } from '../../web/core/contracts.ts';
import type { Health } from '../sites/records.ts';

/** A single answer of more tokens than this is no answer. */
export const MOST_TOKENS = 2_000_000;
const MOST_REASONING_SECONDS = 86_400;
const LONGEST_ID = 64;
const LONGEST_LABEL = 120;
const MOST_WARNINGS = 8;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const hash = v.pipe(v.string(), v.regex(/^[\w-]{0,64}$/));
const label = v.pipe(v.string(), v.maxLength(LONGEST_LABEL));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_TOKENS));
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
export const rangeSchema = v.pipe(
  v.strictObject({ low: amount, central: amount, high: amount }),
  v.check(({ low, central, high }) => low <= central && central <= high),
);
const site = v.picklist(['chatgpt', 'claude']);

const figure = v.union([amount, rangeSchema]);

const countedTokens = v.strictObject({
  tokens: figure,
  kind: v.picklist(['exact', 'estimated', 'reported']),
  encoding: v.pipe(v.string(), v.maxLength(LONGEST_ID)),
});

/** One finished answer in numbers: what leaves the tab. No text. */
export const exchangeSchema = v.strictObject({
  id,
  site,
  dialect: v.pipe(v.string(), v.maxLength(LONGEST_ID)),
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
  /** Local calendar date of the start, such as 2026-01-15. */
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  pageWarnings: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(LONGEST_ID))),
    v.maxLength(MOST_WARNINGS),
  ),
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
    site,
    dialect: v.pipe(v.string(), v.maxLength(LONGEST_ID)),
  }),
  v.strictObject({
    state: v.literal('idle'),
    site,
    reason: v.picklist(['not_a_chat', 'no_conversation_yet']),
  }),
  v.strictObject({ state: v.literal('blind'), site, reason: v.literal('page_not_recognised') }),
]);

/** Which unit the badge shows. */
export const settingsSchema = v.strictObject({
  badgeUnit: v.picklist(['gramsCo2e', 'wattHours']),
});
export type Settings = v.InferOutput<typeof settingsSchema>;
export const defaultSettings: Settings = { badgeUnit: 'gramsCo2e' };

/** Messages a content script may send. */
export const pageMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('watch/start') }),
  v.strictObject({ type: v.literal('exchange/finished'), exchange: exchangeSchema }),
  v.strictObject({ type: v.literal('open/saved'), fingerprint: fingerprintSchema }),
  v.strictObject({ type: v.literal('open/take'), conversation: hash }),
  v.strictObject({ type: v.literal('health/changed'), health: healthSchema }),
]);
export type PageMessage = v.InferOutput<typeof pageMessageSchema>;

/** Messages only the extension's own pages may send. */
export const ownMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('summary/read'), tabId: v.nullable(v.number()) }),
  v.strictObject({ type: v.literal('settings/write'), settings: settingsSchema }),
]);
export type OwnMessage = v.InferOutput<typeof ownMessageSchema>;

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
  estimate: Pick<
    Estimate,
    'modelId' | 'modelName' | 'energyWattHours' | 'gramsCo2e' | 'waterLitres' | 'warnings'
  >;
}

/** An entry of the stored memory as far as counting relies on it. */
export const rememberedSchema = v.looseObject({
  ...exchangeSchema.entries,
  context: v.optional(contextSchema),
  estimate: v.looseObject({}),
});

/** Everything the popup shows. */
export interface Summary {
  day: Period;
  month: Period;
  year: Period;
  settings: Settings;
  health: Health | null;
  /** Names of the models in the periods, by id. */
  modelNames: Record<string, string>;
  /** Method, profile and methodology that figures of today carry. */
  methodology: string;
  /** Set when something stored could not be read and was put aside. */
  hasQuarantine: boolean;
}

/** Answers by message type. A failed call answers `{ failure }` instead. */
export interface Answers {
  'watch/start': { salt: string };
  'exchange/finished': { isStored: true };
  'open/saved': { isStored: true };
  'open/take': { fingerprint: v.InferOutput<typeof fingerprintSchema> | null };
  'health/changed': { isStored: true };
  'summary/read': Summary;
  'settings/write': { isStored: true };
}

/** Name of the port over which texts are counted where a page forbids WebAssembly. */
export const countingPort = 'text/count';

/** Over the port only; the text is counted and forgotten. */
export const countRequestSchema = v.strictObject({
  sequence: v.number(),
  text: v.pipe(v.string(), v.maxLength(8_000_000)),
  model: v.nullable(label),
  site,
});
export type CountRequestMessage = v.InferOutput<typeof countRequestSchema>;
export type CountAnswerMessage =
  | { sequence: number; count: TokenCount }
  | { sequence: number; failure: Warning };
