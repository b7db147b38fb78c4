import { readFileSync } from 'node:fs';
import type { Estimate } from '../../web/core/contracts.ts';
import { nativeEngine } from '../conformance/engines.ts';
import { inRoot } from '../setup/paths.mjs';
import { type GoldenQuestion, QUESTIONS } from './questions.ts';

export const GOLDEN_FILE = inRoot('tests/golden/estimates.json');

const FIGURES = [
  'energyWattHours',
  'gramsCo2e',
  'operationalGramsCo2e',
  'embodiedGramsCo2e',
  'waterLitres',
] as const;

/** The figures of an estimate that people see, and what they were made by. */
export type GoldenAnswer = Pick<Estimate, (typeof FIGURES)[number] | 'methodology' | 'region'>;

export interface Golden extends GoldenQuestion {
  answer: GoldenAnswer;
}

export const goldens = (): Golden[] => JSON.parse(readFileSync(GOLDEN_FILE, 'utf8')) as Golden[];

/** The golden members of a whole estimate. */
export function goldenPart(estimate: Estimate): GoldenAnswer {
  const { methodology, region } = estimate;
  const figures = Object.fromEntries(FIGURES.map((name) => [name, estimate[name]]));
  return { methodology, region, ...figures } as GoldenAnswer;
}

/** What the native core answers now. */
export async function askNative(): Promise<Golden[]> {
  const requests = QUESTIONS.map(({ request }) => ({ call: 'estimate', request }));
  const answers = await nativeEngine().answer(requests);
  return QUESTIONS.map((question, index) => {
    const answer = answers[index];
    if (!answer?.ok) throw new Error(`${question.name}: ${JSON.stringify(answer)}`);
    return { ...question, answer: goldenPart(answer.value as Estimate) };
  });
}

/** Native and WASM differ in no more (house rule). */
const TOLERANCE = 1e-12;

/** Where two documents differ by more than the last bits, by path. */
export function differences(wanted: unknown, given: unknown, path = ''): string[] {
  if (typeof wanted === 'number' && typeof given === 'number') {
    const isNear = Math.abs(given - wanted) <= Math.abs(wanted) * TOLERANCE;
    return isNear ? [] : [`${path}: ${given} instead of ${wanted}`];
  }
  if (typeof wanted !== 'object' || wanted === null) {
    return wanted === given ? [] : [`${path}: ${String(given)} instead of ${String(wanted)}`];
  }
  const others = (given ?? {}) as Record<string, unknown>;
  const keys = new Set([...Object.keys(wanted), ...Object.keys(others)]);
  return [...keys].flatMap((key) =>
    differences((wanted as Record<string, unknown>)[key], others[key], `${path}/${key}`),
  );
}
