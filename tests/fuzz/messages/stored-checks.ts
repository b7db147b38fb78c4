/** Whether what is stored is what may be stored: keys, forms, and no text but ids and labels. */
import * as v from 'valibot';
import {
  contextSchema,
  exchangeSchema,
  fingerprintSchema,
  healthSchema,
  rangeSchema,
  zoneSchema,
} from '../../../extension/shared/exchange.ts';
import { settingsSchema } from '../../../extension/shared/settings.ts';
import type { StoredDay, StoredTotals } from '../../../web/core/contracts.ts';
import type { Gramme } from '../../../web/core/gramme-contracts.ts';
import { MARK } from './payloads.ts';

const list = (schema: v.GenericSchema, most: number) => v.pipe(v.array(schema), v.maxLength(most));
const idText = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const uuid = v.pipe(v.string(), v.uuid());

const rememberedSchema = v.strictObject({
  ...exchangeSchema.entries,
  context: contextSchema,
  row: v.array(v.unknown()),
  estimate: v.strictObject({
    modelId: v.string(),
    modelName: v.string(),
    energyWattHours: v.unknown(),
    gramsCo2e: v.unknown(),
    waterLitres: v.unknown(),
    warnings: v.array(v.strictObject({ code: v.string(), message: v.string() })),
  }),
});

const progressSchema = v.strictObject({
  exchange: exchangeSchema,
  tabId: v.pipe(v.number(), v.integer()),
  savedAt: v.number(),
});

const sumSchema = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
  tokens: rangeSchema,
  last: v.strictObject({ id: idText, context: contextSchema }),
  readAt: v.number(),
  row: v.array(v.unknown()),
});

const lastSchema = v.strictObject({
  at: v.number(),
  type: v.pipe(v.string(), v.regex(/^[a-z/]{1,32}$/)),
  lastCountAt: v.nullable(v.number()),
});

type Check = (value: unknown, key: string) => boolean;

const is =
  (schema: v.GenericSchema): Check =>
  (value) =>
    v.is(schema, value);

/** What may be stored, by key; damage is never put aside here, as nothing is damaged. */
const localChecks = (gramme: Gramme): [RegExp, Check][] => [
  [/^(salt|device)$/, is(uuid)],
  [/^schema$/, is(v.literal(2))],
  [/^settings$/, is(settingsSchema)],
  [/^recent$/, is(list(rememberedSchema, 60))],
  [/^progress$/, is(list(progressSchema, 32))],
  [/^alerts$/, is(v.record(v.pipe(v.string(), v.regex(/^[\w.:/|-]{1,80}$/)), v.number()))],
  [/^originDate$/, is(v.pipe(v.string(), v.isoDate()))],
  [/^seen:\d{4}-\d{2}-\d{2}$/, is(list(idText, 5000))],
  [/^chat:[\w-]{1,80}$/, is(v.nullable(sumSchema))],
  [
    /^day:\d{4}-\d{2}-\d{2}$/,
    (value, key) => {
      const day = value as StoredDay;
      return gramme.merge({ days: [day] }).isUnchanged && key === `day:${day.date}`;
    },
  ],
  [
    /^(month:\d{4}-\d{2}|year:\d{4})$/,
    (value, key) => {
      const [range, date = ''] = key.split(':') as ['month' | 'year', string];
      return gramme.rollUp({ range, date, parts: [value as StoredTotals] }).date === date;
    },
  ],
];

const sessionChecks: [RegExp, Check][] = [
  [/^tab:\d+$/, is(healthSchema)],
  [/^last:\d+$/, is(lastSchema)],
  [/^open$/, is(list(fingerprintSchema, 32))],
];

const LABEL = /\.model\.label$/;
/** Sentences and names of the core's own. */
const OWN_WORDS = /\.estimate\.(modelName|warnings\.\d+\.message)$/;
/** Names of places; a formula would begin with a sign. */
const ZONE = /\.(zone|zones\.\d+)$/;
/** The core makes ids of names that it does not know. */
const MODEL_ID = /(\.estimate\.modelId|\.estimate\.modelName|\.1)$/;
const ID_TEXT = /^[\w.:/|+-]{0,80}$/;
const LONG_ID = /^[\w.:/|+-]{0,128}$/;

function isTextAllowed(text: string, path: string): boolean {
  if (LABEL.test(path)) return text.length <= 120;
  if (ZONE.test(path)) return v.is(zoneSchema, text);
  if (text.includes(MARK) && !MODEL_ID.test(path)) return false;
  if (OWN_WORDS.test(path)) return text.length <= 200;
  if (MODEL_ID.test(path)) return LONG_ID.test(text);
  // Texts of periods are looked up by name.
  const isLookedUp = /^(day|month|year):/.test(path);
  return ID_TEXT.test(text) && !(isLookedUp && text in {});
}

/** Paths of texts that have no business there. */
function strayTexts(value: unknown, path: string): string[] {
  if (typeof value === 'string') return isTextAllowed(value, path) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    ...(isTextAllowed(name, path) ? [] : [`${path}.(name)`]),
    ...strayTexts(member, `${path}.${name}`),
  ]);
}

function problemOf(checks: [RegExp, Check][], key: string, value: unknown): string[] {
  const found = checks.find(([pattern]) => pattern.test(key));
  if (found === undefined) return [`a key of its own: ${key.slice(0, 80)}`];
  try {
    if (!found[1](value, key)) return [`${key}: not of its form`];
  } catch (error) {
    return [`${key}: ${String(error)}`];
  }
  return strayTexts(value, key).map((path) => `a text at ${path}`);
}

export interface Stored {
  local: Iterable<[string, unknown]>;
  session: Iterable<[string, unknown]>;
}

/** What of it may not be stored; empty when all is well. */
export function storedProblems(gramme: Gramme, { local, session }: Stored): string[] {
  const checks = localChecks(gramme);
  const ofLocal = [...local].flatMap(([key, value]) => problemOf(checks, key, value));
  const ofSession = [...session].flatMap(([key, value]) => problemOf(sessionChecks, key, value));
  return [...ofLocal, ...ofSession];
}
