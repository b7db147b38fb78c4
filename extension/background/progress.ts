/** Answers that are being written, in numbers: counted as interrupted when their page goes away. */
import * as v from 'valibot';
import { type CountedExchange, exchangeSchema } from '../shared/exchange.ts';
import { readEntries } from './entries.ts';
import { type Ledger, readItems } from './kept.ts';

export const PROGRESS = 'progress';
const MOST_OPEN = 32;
/** An answer of which nothing was heard for this long is over. */
const FORGOTTEN_MS = 600_000;

const progressSchema = v.strictObject({
  exchange: exchangeSchema,
  tabId: v.number(),
  savedAt: v.number(),
});
export type Progress = v.InferOutput<typeof progressSchema>;

export async function readProgress({ area }: Pick<Ledger, 'area'>): Promise<Progress[]> {
  return readEntries(progressSchema, (await readItems(area, [PROGRESS]))[PROGRESS]);
}

export const withoutProgress = (open: readonly Progress[], id: string): Progress[] =>
  open.filter(({ exchange }) => exchange.id !== id);

/** Notes how far an answer has come; the newest telling takes the place of the one before. */
export async function saveProgress(
  ledger: Ledger,
  exchange: CountedExchange,
  tabId: number,
): Promise<void> {
  const others = withoutProgress(await readProgress(ledger), exchange.id);
  const open = [...others, { exchange, tabId, savedAt: ledger.now() }].slice(-MOST_OPEN);
  await ledger.area.set({ [PROGRESS]: open });
}

/** Answers whose page is gone, or of which nothing was heard for long. */
export async function forgottenProgress(
  ledger: Ledger,
  isTabOpen: (tabId: number) => boolean,
): Promise<CountedExchange[]> {
  const forgotten = (await readProgress(ledger)).filter(
    ({ tabId, savedAt }) => !isTabOpen(tabId) || ledger.now() - savedAt > FORGOTTEN_MS,
  );
  return forgotten.map(({ exchange }) => ({ ...exchange, finish: 'interrupted' }));
}
