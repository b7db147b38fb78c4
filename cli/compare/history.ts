import { appendLinesAlone } from '../append-lines.ts';
import type { Row } from './workload.ts';

/** One line of numbers per row; docs/data.md#comparisons. Texts of prompts and answers are not in it. */
function lineOf(date: string, { estimate, measured, ...row }: Row): object {
  return {
    date,
    model: row.model,
    modelId: estimate.modelId,
    provider: row.provider,
    region: estimate.region,
    method: estimate.method,
    profile: estimate.profile,
    methodology: estimate.methodology,
    inputTokens: row.inputTokens,
    cachedInputTokens: row.cachedInputTokens,
    outputTokens: row.outputTokens,
    seconds: measured?.seconds ?? null,
    firstTokenSeconds: measured?.firstTokenSeconds ?? null,
    energyWattHours: estimate.energyWattHours,
    gramsCo2e: estimate.gramsCo2e,
    warnings: [...row.warnings, ...estimate.warnings].map(({ code }) => code),
  };
}

export async function addToHistory(file: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const date = new Date().toISOString();
  await appendLinesAlone(
    file,
    rows.map((row) => lineOf(date, row)),
  );
}
