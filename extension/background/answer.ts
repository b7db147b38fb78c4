/** A counted exchange as the core is asked about it. */
import type { CountedAnswer, EstimateRequest, Figure } from '../../web/core/contracts.ts';
import type { Context, CountedExchange } from '../shared/exchange.ts';
import type { Settings } from '../shared/settings.ts';

/** What the user chose about where and how it is weighed. */
export type Weighing = Pick<
  EstimateRequest,
  'region' | 'carbonIntensityGramsCo2ePerKilowattHour' | 'pue' | 'method'
>;

/** The choices that were made; the core has defaults for the others. */
export function weighingOf(settings: Settings): Weighing {
  const { region, carbonIntensityGramsCo2ePerKilowattHour, pue, method } = settings;
  const chosen = { region, carbonIntensityGramsCo2ePerKilowattHour, pue, method };
  return Object.fromEntries(Object.entries(chosen).filter(([, choice]) => choice !== null));
}

function contextRequest(
  context?: Context,
): Pick<EstimateRequest, 'contextTokens' | 'contextAgeSeconds'> {
  if (context === undefined || context.tokens.high === 0) return {};
  const { tokens: contextTokens, ageSeconds } = context;
  return ageSeconds === null ? { contextTokens } : { contextTokens, contextAgeSeconds: ageSeconds };
}

/** Tokens of the prompt are new input once; a regenerate finds them in the context. */
export function exchangeRequest(exchange: CountedExchange, context?: Context): EstimateRequest {
  const prompt: Figure = exchange.prompt.tokens;
  return {
    site: exchange.site,
    ...(exchange.model.label === null ? {} : { model: exchange.model.label }),
    ...(exchange.isPromptNew ? { inputTokens: prompt } : { cachedInputTokens: prompt }),
    outputTokens: exchange.output.tokens,
    ...contextRequest(context),
    ...(exchange.reasoningSeconds === null ? {} : { reasoningSeconds: exchange.reasoningSeconds }),
  };
}

export interface Told {
  exchange: CountedExchange;
  context: Context;
  weighing: Weighing;
}

export function answerOf({ exchange, context, weighing }: Told): CountedAnswer {
  return {
    exchange: { ...exchangeRequest(exchange, context), ...weighing },
    isPromptNew: exchange.isPromptNew,
    isEstimated: exchange.output.kind === 'estimated',
    pageWarnings: [...exchange.pageWarnings, ...(context.isWhole ? [] : ['history_not_seen'])],
  };
}
