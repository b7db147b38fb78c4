/** What the background would answer after a year of use, so that pages can be seen without it. */
import { localDate } from '../../extension/shared/dates.ts';
import type { Answers, SiteId } from '../../extension/shared/messages.ts';
import { defaultSettings, type Settings } from '../../extension/shared/settings.ts';
import type { Health } from '../../extension/sites/records.ts';
import { sampleChoices, sampleDiagnostics, sampleStorage } from './sample-facts.ts';
import { sampleOutlook } from './sample-outlook.ts';
import { emptyPeriod, MODEL_NAMES, seriesOf, yearOf } from './sample-sums.ts';
import { toldAnswer } from './sample-told.ts';

/** Answers by message type; series by their date. A missing one fails. */
export interface SampleAnswers extends Partial<Omit<Answers, 'series/read'>> {
  'settings/read': Settings;
  series: Record<string, Answers['series/read']>;
}

export interface SampleOptions {
  /** An empty day, month and year. */
  isEmpty?: boolean;
  /** Nothing was counted today. */
  isQuietDay?: boolean;
  /** One answer of today has no figure for water. */
  isPartlyDry?: boolean;
  /** Another name for the model of today's first answer. */
  modelName?: string;
  health?: Health | null;
  notices?: Answers['summary/read']['notices'];
  settings?: Partial<Settings>;
}

export const agreedAt = Date.UTC(2026, 0, 15, 9);
export const today = localDate(Date.now());
export const readableSites: SiteId[] = ['chatgpt', 'claude'];

/** Everything that pages ask for. */
export function sampleAnswers(options: SampleOptions = {}): SampleAnswers {
  const { isEmpty = false, isQuietDay = false, health = null, notices = [] } = options;
  const settings = { ...defaultSettings, consentedAt: agreedAt, ...options.settings };
  const year = yearOf(today, { isEmpty, isQuietDay });
  const day = year.days[today] ?? emptyPeriod('day', today);
  if (options.isPartlyDry) day.stats.waterUnknownRequests = 1;
  const [firstModel = ''] = Object.keys(day.stats.byModel);
  const { modelName } = options;
  const modelNames = { ...MODEL_NAMES, ...(modelName ? { [firstModel]: modelName } : {}) };
  const outlook = sampleOutlook(today, settings);
  const stored = { isStored: true } as const;
  return {
    'settings/read': settings,
    'settings/write': stored,
    'notices/dismiss': stored,
    'sites/changed': stored,
    'ledger/erase': stored,
    'summary/read': {
      day,
      month: year.months[today.slice(0, 7)] ?? emptyPeriod('month', today.slice(0, 7)),
      year: year.period,
      settings,
      health,
      modelNames,
      methodology: '2026.11.3/roofline/2026.11',
      notices,
      forecast: isEmpty ? null : outlook.forecast,
      equivalences: isEmpty ? { day: null, month: null, year: null } : outlook.equivalences,
      budgets: outlook.budgets,
    },
    series: seriesOf(year),
    'explanation/read': { told: isEmpty ? null : toldAnswer },
    'choices/read': sampleChoices,
    'storage/read': sampleStorage(today),
    'ledger/export': { fileName: 'gramme-2026.json', text: '{}' },
    'import/preview': {
      kind: 'gramme',
      newDays: 12,
      changedDays: 3,
      sameDays: 40,
      requestsBefore: 812,
      requestsAfter: 1034,
      firstDate: '2026-01-05',
      lastDate: today,
      problems: ['day 2026-02-11: checksum'],
    },
    'diagnostics/read': sampleDiagnostics(today, health),
  };
}
