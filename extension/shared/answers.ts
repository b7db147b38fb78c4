/** What the background answers: plain data for views. */
import type { LiveSums, Period, Source, Statistics } from '../../web/core/contracts.ts';
import type { ExplainedEstimate } from '../../web/core/explain-contracts.ts';
import type { BudgetVerdict, Equivalence, Forecast } from '../../web/core/view-contracts.ts';
import type { Health } from '../sites/records.ts';
import type { RememberedExchange } from './exchange.ts';
import type { Settings, siteSchema } from './settings.ts';

type SiteId = (typeof siteSchema.options)[number];

/** What a content script needs to know: nothing of what was counted. */
export interface PageSettings
  extends Pick<
    Settings,
    'language' | 'theme' | 'isCounterCollapsed' | 'counterPlace' | 'hasBudgetReminder'
  > {
  hasConsent: boolean;
  /** The in-page counter is on, and not put away on this site. */
  isCounterShown: boolean;
}

export interface LiveFigures {
  answer: LiveSums;
  /** All answers of the conversation that were counted, this one included. */
  conversation: LiveSums;
  /** The budget that is used up most, when one is at 100 % or over; null when none is. */
  overBudget: BudgetVerdict | null;
}

/** Everything the popup shows at once. */
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
  /** What the user has to be told about storage; empty when all is well. */
  notices: StorageNotice[];
  /** Null until there is enough to go by. */
  forecast: Forecast | null;
  /** Something that weighs as much, for each period; null when there is nothing. */
  equivalences: Record<'day' | 'month' | 'year', Equivalence | null>;
  budgets: BudgetVerdict[];
}

/** `restored`: damaged, and brought back; `put_aside`: damaged, and lost but kept aside; `full`: no space left. */
export interface StorageNotice {
  kind: 'restored' | 'put_aside' | 'full';
  /** How many records. */
  count: number;
}

/** A year or month, and what it consists of, in order of time; empty parts have no requests. */
export interface Series {
  period: Period;
  parts: { date: string; stats: Statistics }[];
  modelNames: Record<string, string>;
  /** The years that anything was counted in, the newest first. */
  years: string[];
}

/** The answer counted last with its explanation; null before the first one. */
export interface ToldAnswer {
  told: { exchange: RememberedExchange; explained: ExplainedEstimate } | null;
}

/** What can be chosen in the options. */
export interface Choices {
  regions: { id: string; name: string }[];
  methods: { id: string; name: string; source: Source }[];
  models: { id: string; name: string }[];
}

/** The whole ledger. */
export interface ExportedFile {
  fileName: string;
  text: string;
}

export interface ImportReport {
  kind: 'gramme' | 'origin';
  /** Days by what the import does to them. */
  newDays: number;
  changedDays: number;
  sameDays: number;
  requestsBefore: number;
  requestsAfter: number;
  firstDate: string | null;
  lastDate: string | null;
  /** Parts that could not be read and are left out, such as "day 2026-01-15: checksum". */
  problems: string[];
}

export interface StorageReport {
  usedBytes: number;
  quotaBytes: number;
  days: number;
  firstDate: string | null;
  lastDate: string | null;
  /** Records in the snapshot, and when it was last written: milliseconds since the epoch. */
  snapshotRecords: number;
  snapshotAt: number | null;
  /** Keys of what was damaged and put aside. */
  putAside: string[];
}

/** No text of chats, no address, no id of a conversation: safe to copy into a bug report. */
export interface Diagnostics {
  extensionVersion: string;
  browser: string;
  methodology: string;
  hasConsent: boolean;
  /** Sites that may be read now. */
  sites: SiteId[];
  tab: {
    health: Health | null;
    /** Milliseconds since the epoch of the last message of any kind. */
    lastMessageAt: number | null;
    lastMessageType: string | null;
    /** When a text of that tab was counted last: milliseconds since the epoch. */
    lastCountAt: number | null;
  } | null;
  storage: StorageReport;
}
