import type { CallDoor } from './call-door.ts';
import type { LedgerCalls } from './ledger-contracts.ts';

/** The functions of the ledger and of what views show of it, one crossing of the door each. */
export function ledgerCalls(call: CallDoor): LedgerCalls {
  const named =
    <Name extends keyof LedgerCalls>(name: Name) =>
    (request: unknown) =>
      call(name, request) as never;
  return {
    record: named('record'),
    recompute: named('recompute'),
    rollUp: named('rollUp'),
    derive: named('derive'),
    merge: named('merge'),
    adopt: named('adopt'),
    exportCsv: named('exportCsv'),
    judgeBudgets: named('judgeBudgets'),
    forecast: named('forecast'),
    compare: named('compare'),
  };
}
