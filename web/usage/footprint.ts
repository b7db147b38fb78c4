/** What an answer weighs, from the tokens that its provider reported or else from its texts. */
import type { Estimate, EstimateRequest, Figure, Warning } from '../core/contracts.ts';
import type { Gramme } from '../core/gramme-contracts.ts';
import type { TokenUsage } from '../core/usage-contracts.ts';
import { modelIn } from './reports.ts';
import { writtenIn } from './texts.ts';
import { addReport, NOTHING_TOLD, type UsageSum } from './usage-sum.ts';

/** Where and how an answer is weighed; the model, where the answer does not name it. */
export interface FootprintOptions
  extends Omit<EstimateRequest, 'inputTokens' | 'cachedInputTokens' | 'outputTokens'> {
  /** What was asked: counted where the provider does not say how many tokens it read. */
  prompt?: string;
}

export interface Footprint {
  /** As the provider or the caller named it. */
  model: string | null;
  /** As the provider reported it. */
  usage: TokenUsage;
  /** Tokens that are weighed: reported, or counted from texts; null where neither is known. */
  inputTokens: Figure | null;
  outputTokens: Figure | null;
  /** What it weighs; null where nothing is known of what was written. */
  estimate: Estimate | null;
  warnings: Warning[];
}

/** Takes answers and events in; says at the end what they weigh. No text outlives that. */
export interface FootprintMeter {
  take(event: unknown): void;
  /** Also where the answer broke off: then of what came. */
  finish(): Promise<Footprint>;
}

/** Tokens of a text that were not reported; null without a text. */
async function counted(
  gramme: Gramme,
  text: string,
  model: string | undefined,
): Promise<Figure | null> {
  if (text === '') return null;
  return (await gramme.count(text, { model: model ?? '', site: 'other' })).tokens;
}

const COUNTED = 'the provider did not report these tokens: they were counted from the text';
const INPUT_COUNTED: Warning = { code: 'input_counted', message: COUNTED };
const OUTPUT_COUNTED: Warning = { code: 'output_counted', message: COUNTED };
export const INPUT_UNKNOWN: Warning = {
  code: 'input_tokens_unknown',
  message: 'the provider did not report what the model read: the figure is a lower bound',
};

/** What stands in a report, or else what is counted; says what was counted. */
async function tokensOf(
  gramme: Gramme,
  { usage, warnings }: UsageSum,
  { prompt, written, model }: { prompt: string; written: string; model: string | undefined },
): Promise<Pick<Footprint, 'inputTokens' | 'outputTokens' | 'warnings'>> {
  const count = (isMissing: boolean, text: string) =>
    isMissing ? counted(gramme, text, model) : null;
  const input = await count(usage.inputTokens === null, prompt);
  const output = await count(usage.outputTokens === null, written);
  const inputTokens = usage.inputTokens ?? input;
  const outputTokens = usage.outputTokens ?? output;
  return {
    inputTokens,
    outputTokens,
    warnings: [
      ...warnings,
      ...(input === null ? [] : [INPUT_COUNTED]),
      ...(output === null ? [] : [OUTPUT_COUNTED]),
      ...(inputTokens === null ? [INPUT_UNKNOWN] : []),
    ],
  };
}

export function openMeter(gramme: Gramme, options: FootprintOptions = {}): FootprintMeter {
  const { prompt = '', model: given, ...place } = options;
  let sum = NOTHING_TOLD;
  let named: string | undefined;
  let texts: string[] = [];
  return {
    take(event) {
      named = modelIn(event) ?? named;
      const text = writtenIn(event);
      if (text !== '') texts.push(text);
      sum = addReport(gramme, sum, event);
    },
    async finish() {
      const model = given ?? named;
      const written = texts.join('');
      texts = [];
      const { usage } = sum;
      const tokens = await tokensOf(gramme, sum, { prompt, written, model });
      const { inputTokens, outputTokens } = tokens;
      const exchange = {
        ...place,
        ...(model === undefined ? { site: place.site ?? 'other' } : { model }),
        inputTokens: inputTokens ?? 0,
        cachedInputTokens: usage.cachedInputTokens ?? 0,
      };
      const estimate =
        outputTokens === null ? null : gramme.estimate({ ...exchange, outputTokens });
      return { model: model ?? null, usage, estimate, ...tokens };
    },
  };
}
