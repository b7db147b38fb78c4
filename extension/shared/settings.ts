/** What people choose, stored under `settings`. */
import * as v from 'valibot';

const MOST_BUDGETS = 20;
const MOST_LIMIT = 1e12;

export const siteSchema = v.picklist(['chatgpt', 'claude', 'gemini', 'deepseek', 'perplexity']);

const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const shortId = v.pipe(v.string(), v.regex(/^[\w.:/-]{1,64}$/));

/** What a budget counts; an absent member means "any". */
export const budgetSchema = v.strictObject({
  id: shortId,
  range: v.picklist(['day', 'month', 'year']),
  measure: v.picklist(['gramsCo2e', 'wattHours', 'tokens']),
  limit: v.pipe(v.number(), v.minValue(1e-6), v.maxValue(MOST_LIMIT)),
  site: v.nullable(siteSchema),
  modelId: v.nullable(shortId),
});
export type Budget = v.InferOutput<typeof budgetSchema>;

const numberBetween = (low: number, high: number) =>
  v.pipe(v.number(), v.minValue(low), v.maxValue(high));

const members = {
  /** When counting was agreed to; null: nothing is read and nothing counted. */
  consentedAt: v.nullable(time),
  badgeUnit: v.picklist(['gramsCo2e', 'wattHours', 'tokens']),
  /** A code of the list of regions; null: the core's default, with its warning. */
  region: v.nullable(shortId),
  carbonIntensityGramsCo2ePerKilowattHour: v.nullable(numberBetween(0.001, 2000)),
  pue: v.nullable(numberBetween(1, 3)),
  /** An id of the list of methods; null: the core's default. */
  method: v.nullable(shortId),
  distances: v.picklist(['metric', 'imperial']),
  weekStart: v.picklist(['auto', 'monday', 'saturday', 'sunday']),
  hasEquivalences: v.boolean(),
  language: v.picklist(['auto', 'en', 'fr']),
  theme: v.picklist(['auto', 'light', 'dark']),
  isCounterShown: v.boolean(),
  counterHiddenOn: v.pipe(v.array(siteSchema), v.maxLength(siteSchema.options.length)),
  isCounterCollapsed: v.boolean(),
  /** Where the in-page counter was moved to, as shares of the window; null: its own corner. */
  counterPlace: v.nullable(v.strictObject({ x: numberBetween(0, 1), y: numberBetween(0, 1) })),
  budgets: v.pipe(v.array(budgetSchema), v.maxLength(MOST_BUDGETS)),
  /** A gentle word before sending when a budget is used up. */
  hasBudgetReminder: v.boolean(),
};

/** Settings in a message: only whole and well-formed ones are taken. */
export const settingsSchema = v.strictObject(members);
export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = {
  consentedAt: null,
  badgeUnit: 'gramsCo2e',
  region: null,
  carbonIntensityGramsCo2ePerKilowattHour: null,
  pue: null,
  method: null,
  distances: 'metric',
  weekStart: 'auto',
  hasEquivalences: true,
  language: 'auto',
  theme: 'auto',
  isCounterShown: true,
  counterHiddenOn: [],
  isCounterCollapsed: false,
  counterPlace: null,
  budgets: [],
  hasBudgetReminder: false,
};

/** What is stored, as far as it can be read: a member that is missing or damaged costs no other. */
export function settingsFrom(stored: unknown): Settings {
  const found = v.safeParse(v.record(v.string(), v.unknown()), stored);
  if (!found.success) return defaultSettings;
  const readable = Object.entries(members).filter(
    ([name, schema]) => name in found.output && v.is(schema, found.output[name]),
  );
  const kept = Object.fromEntries(readable.map(([name]) => [name, found.output[name]]));
  return { ...defaultSettings, ...kept };
}
