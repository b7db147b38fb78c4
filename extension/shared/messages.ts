/**
 * Every message between content script, the extension's pages and the background, declared once.
 * What arrives is checked against these schemas before anything is done with it: a page can forge
 * none of them, but it can make the content script read anything.
 */
import * as v from 'valibot';
import type { TokenCount, Warning } from '../../web/core/contracts.ts';
import type {
  Choices,
  Diagnostics,
  ExportedFile,
  ImportReport,
  LiveFigures,
  PageSettings,
  Series,
  StorageReport,
  Summary,
  ToldAnswer,
} from './answers.ts';
import { exchangeSchema, fingerprintSchema, hash, healthSchema, label } from './exchange.ts';
import { type Settings, settingsSchema, siteSchema } from './settings.ts';

/** The longest file that is read for an import: more than a hundred years of use. */
export const LONGEST_IMPORT_CHARACTERS = 32_000_000;

const tabId = v.nullable(v.number());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const periodDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2})?$/));
const importText = v.pipe(v.string(), v.maxLength(LONGEST_IMPORT_CHARACTERS));

/** Messages a content script may send. */
export const pageMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('watch/start') }),
  v.strictObject({ type: v.literal('exchange/progressed'), exchange: exchangeSchema }),
  v.strictObject({ type: v.literal('exchange/finished'), exchange: exchangeSchema }),
  v.strictObject({ type: v.literal('open/saved'), fingerprint: fingerprintSchema }),
  v.strictObject({ type: v.literal('open/take'), conversation: hash }),
  v.strictObject({ type: v.literal('health/changed'), health: healthSchema }),
  /** The in-page counter was moved, folded, or put away on that site. */
  v.strictObject({
    type: v.literal('counter/changed'),
    place: v.nullable(v.strictObject({ x: share, y: share })),
    isCollapsed: v.boolean(),
    isHidden: v.boolean(),
  }),
]);
export type PageMessage = v.InferOutput<typeof pageMessageSchema>;

/** Messages only the extension's own pages may send. */
export const ownMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('summary/read'), tabId }),
  /** The months of a year ("2026"), or the days of a month ("2026-01"). */
  v.strictObject({ type: v.literal('series/read'), date: periodDate }),
  /** How the answer that was counted last was worked out. */
  v.strictObject({ type: v.literal('explanation/read') }),
  v.strictObject({ type: v.literal('choices/read') }),
  v.strictObject({ type: v.literal('settings/read') }),
  v.strictObject({ type: v.literal('settings/write'), settings: settingsSchema }),
  /** JSON holds everything, CSV is for spreadsheets. */
  v.strictObject({ type: v.literal('ledger/export'), format: v.picklist(['json', 'csv']) }),
  /** What an import would do; nothing is changed. */
  v.strictObject({ type: v.literal('import/preview'), text: importText }),
  v.strictObject({ type: v.literal('import/apply'), text: importText }),
  v.strictObject({ type: v.literal('ledger/erase') }),
  v.strictObject({ type: v.literal('storage/read') }),
  /** Looks everything over: what is damaged is restored, totals are derived again. */
  v.strictObject({ type: v.literal('storage/check') }),
  /** The user has read that something stored was damaged. */
  v.strictObject({ type: v.literal('notices/dismiss') }),
  v.strictObject({ type: v.literal('diagnostics/read'), tabId }),
  /** Whether a site may be read was just decided by the user. */
  v.strictObject({ type: v.literal('sites/changed') }),
]);
export type OwnMessage = v.InferOutput<typeof ownMessageSchema>;
export type SiteId = v.InferOutput<typeof siteSchema>;

interface Stored {
  isStored: true;
}

/** Answers by message type. A failed call answers `{ failure }` instead. */
export interface Answers {
  'watch/start': { salt: string; page: PageSettings };
  'exchange/progressed': LiveFigures;
  'exchange/finished': Stored & LiveFigures;
  'open/saved': Stored;
  'open/take': { fingerprint: v.InferOutput<typeof fingerprintSchema> | null };
  'health/changed': Stored;
  'counter/changed': Stored;
  'summary/read': Summary;
  'series/read': Series;
  'explanation/read': ToldAnswer;
  'choices/read': Choices;
  'settings/read': Settings;
  'settings/write': Stored;
  'ledger/export': ExportedFile;
  'import/preview': ImportReport;
  'import/apply': ImportReport;
  'ledger/erase': Stored;
  'storage/read': StorageReport;
  'storage/check': Stored;
  'notices/dismiss': Stored;
  'diagnostics/read': Diagnostics;
  'sites/changed': Stored;
}

/** Name of the port over which texts are counted where a page forbids WebAssembly. */
export const countingPort = 'text/count';

/** Over the port only; the text is counted and forgotten. */
export const countRequestSchema = v.strictObject({
  sequence: v.number(),
  text: v.pipe(v.string(), v.maxLength(8_000_000)),
  model: v.nullable(label),
  site: siteSchema,
});
export type CountRequestMessage = v.InferOutput<typeof countRequestSchema>;
export type CountAnswerMessage =
  | { sequence: number; count: TokenCount }
  | { sequence: number; failure: Warning };
