import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import type { RecordRequest } from '../../../web/core/contracts.ts';
import { gramme, type MemoryLedger, newLedger, record } from './samples.ts';

/** Records exchanges one after another; hands over what the core was asked for each. */
export async function asked(
  exchanges: CountedExchange[],
  ledger: MemoryLedger = newLedger(),
): Promise<RecordRequest[]> {
  const requests: RecordRequest[] = [];
  const watched = (request: RecordRequest) => {
    // What is only shown is not handed the stored day.
    if ('day' in request) requests.push(request);
    return gramme.record(request);
  };
  await record({ ...ledger, gramme: { ...gramme, record: watched } }, ...exchanges);
  return requests;
}

export const contexts = (requests: RecordRequest[]) =>
  requests.map((request) => request.exchange.contextTokens ?? 0);
/** So many tokens, known exactly. */
export const all = (tokens: number) => ({ low: tokens, central: tokens, high: tokens });
export const isUnseen = (requests: RecordRequest[]) =>
  requests.map(({ pageWarnings }) => pageWarnings.includes('history_not_seen'));
