import type { StoredDay } from '../../web/core/contracts.ts';
import type { ExportedFile } from '../shared/answers.ts';
import { localDate } from '../shared/dates.ts';
import { keptDates } from './check.ts';
import { readDays } from './days.ts';
import type { Ledger } from './kept.ts';
import { dateOf } from './storage.ts';

/** What a file of ours begins with. */
export const FILE_KIND = 'ledger';
export const FILE_SCHEMA = 2;

/** The days of a year at a time: no request to the core grows with the years. */
async function* years(ledger: Ledger): AsyncGenerator<StoredDay[]> {
  const dates = await keptDates(ledger);
  for (const year of new Set(dates.map((date) => dateOf('year', date)))) {
    yield await readDays(
      ledger,
      dates.filter((date) => dateOf('year', date) === year),
    );
  }
}

async function csvText(ledger: Ledger): Promise<string> {
  let text = ledger.gramme.exportCsv({ days: [] });
  for await (const days of years(ledger)) {
    text += ledger.gramme.exportCsv({ days, hasHeader: false });
  }
  return text;
}

async function jsonText(ledger: Ledger): Promise<string> {
  const days: StoredDay[] = [];
  for await (const part of years(ledger)) days.push(...part);
  const exportedAt = new Date(ledger.now()).toISOString();
  return `${JSON.stringify({ gramme: FILE_KIND, schema: FILE_SCHEMA, exportedAt, days })}\n`;
}

/** The whole ledger as a file: JSON holds everything and can be imported, CSV is for spreadsheets. */
export async function exportLedger(ledger: Ledger, format: 'json' | 'csv'): Promise<ExportedFile> {
  const fileName = `gramme-${localDate(ledger.now())}.${format}`;
  return { fileName, text: await (format === 'csv' ? csvText(ledger) : jsonText(ledger)) };
}
