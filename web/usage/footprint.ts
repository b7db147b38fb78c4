/** What an answer weighs, from the tokens that its provider reported or else from its texts. */
import type { Estimate, EstimateRequest, Figure, Warning } from '../core/contracts.ts';
import type { Gramme } from '../core/gramme-contracts.ts';
import type { TokenUsage } from '../core/usage-contracts.ts';
import { modelIn } from './reports.ts';
import { textOf } from './texts.ts';
import { addReport, NOTHING_TOLD } from './usage-sum.ts';

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

/** Counts what was not reported; says so. */
async function counted(
  gramme: Gramme,
  { text, model, code }: { text: string; model: string | undefined; code: string },
): Promise<{ tokens: Figure; warning: Warning } | null> {
  if (text === '') return null;
  const answer = await gramme.count(text, { model: model ?? '', site: 'other' });
  const message = 'the provider did not report these tokens: they were counted from the text';
  return { tokens: answer.tokens, warning: { code, message } };
}

const INPUT_UNKNOWN: Warning = {
  code: 'input_tokens_unknown',
  message: 'the provider did not report what the model read: the figure is a lower bound',
};

export function openMeter(gramme: Gramme, options: FootprintOptions = {}): FootprintMeter {
  const { prompt, model: given, ...place } = options;
  let sum = NOTHING_TOLD;
  let named: string | undefined;
  let texts: string[] = [];
  const countedIf = (isMissing: boolean, text: string, code: string) =>
    isMissing ? counted(gramme, { text, model: given ?? named, code }) : null;
  return {
    take(event) {
      named = modelIn(event) ?? named;
      const text = textOf(event);
      if (text !== '') texts.push(text);
      sum = addReport(gramme, sum, event);
    },
    async finish() {
      const model = given ?? named;
      const { usage } = sum;
      const written = texts.join('');
      texts = [];
      const input = await countedIf(usage.inputTokens === null, prompt ?? '', 'input_counted');
      const output = await countedIf(usage.outputTokens === null, written, 'output_counted');
      const inputTokens = usage.inputTokens ?? input?.tokens ?? null;
      const outputTokens = usage.outputTokens ?? output?.tokens ?? null;
      const warnings = [
        ...sum.warnings,
        ...[input, output].flatMap((one) => (one === null ? [] : [one.warning])),
      ];
      if (inputTokens === null) warnings.push(INPUT_UNKNOWN);
      const estimate =
        outputTokens === null
          ? null
          : gramme.estimate({
              ...place,
              ...(model === undefined ? { site: place.site ?? 'other' } : { model }),
              inputTokens: inputTokens ?? 0,
              cachedInputTokens: usage.cachedInputTokens ?? 0,
              outputTokens,
            });
      return { model: model ?? null, usage, inputTokens, outputTokens, estimate, warnings };
    },
  };
}
