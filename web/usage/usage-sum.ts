/** The tokens that the events of one answer report, in the words of an exchange. */
import type { Warning } from '../core/contracts.ts';
import type { Gramme } from '../core/gramme-contracts.ts';
import type { TokenUsage } from '../core/usage-contracts.ts';
import { at } from './json-at.ts';
import { reportIn } from './reports.ts';

export interface UsageSum {
  usage: TokenUsage;
  warnings: Warning[];
}

export const NOTHING_TOLD: UsageSum = {
  usage: {
    inputTokens: null,
    cachedInputTokens: null,
    outputTokens: null,
    reasoningTokens: null,
  },
  warnings: [],
};

const CONTRADICTORY: Warning = {
  code: 'contradictory_usage',
  message: 'a report of tokens contradicts itself: it was not counted',
};

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The sum with an event of the same answer; events without a report leave it as it is. */
export function addReport(gramme: Gramme, sum: UsageSum, event: unknown): UsageSum {
  const report = reportIn(event);
  if (!isRecord(report)) return sum;
  try {
    return { ...sum, usage: gramme.usageOf(report, sum.usage) };
  } catch (error) {
    // Not by its class: this file is one, for entries that each have a class of their own.
    if (at(error, 'code') !== 'out_of_range') throw error;
    return { ...sum, warnings: [CONTRADICTORY] };
  }
}
