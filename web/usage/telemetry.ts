/** OpenTelemetry: tokens from the attributes of a span, the footprint as attributes. */
import type { Estimate, EstimateRequest, Range } from '../core/contracts.ts';
import type { Gramme } from '../core/gramme-contracts.ts';
import { at, textAt } from './json-at.ts';

/** The values that an attribute can have. */
export type AttributeValue = string | number | boolean | readonly unknown[] | undefined;
export type Attributes = Readonly<Record<string, AttributeValue>>;

type Place = Omit<EstimateRequest, 'inputTokens' | 'cachedInputTokens' | 'outputTokens' | 'model'>;

const figures = (name: string, range: Range | null): [string, number][] =>
  range === null
    ? []
    : [
        [`${name}.low`, range.low],
        [`${name}.central`, range.central],
        [`${name}.high`, range.high],
      ];

/** `gramme.energy.watt_hours.low` and so on: every figure with its unit and its range. */
export function footprintAttributes(
  estimate: Estimate,
): Record<string, string | number | string[]> {
  return {
    ...Object.fromEntries([
      ...figures('gramme.energy.watt_hours', estimate.energyWattHours),
      ...figures('gramme.emissions.grams_co2e', estimate.gramsCo2e),
      ...figures('gramme.water.litres', estimate.waterLitres),
    ]),
    'gramme.model.id': estimate.modelId,
    'gramme.region': estimate.region,
    'gramme.method': estimate.method,
    'gramme.profile': estimate.profile,
    'gramme.methodology': estimate.methodology,
    'gramme.warnings': estimate.warnings.map(({ code }) => code),
  };
}

/**
 * What the request of a span weighs, by its `gen_ai.*` attributes; null
 * for a span that reports no tokens that were written.
 */
export function estimateOfAttributes(
  gramme: Gramme,
  attributes: Attributes,
  place: Place = {},
): Estimate | null {
  const usage = gramme.usageOf(attributes);
  if (usage.outputTokens === null) return null;
  const model =
    textAt(attributes, 'gen_ai.response.model') ?? textAt(attributes, 'gen_ai.request.model');
  return gramme.estimate({
    ...place,
    ...(model === undefined ? { site: place.site ?? 'other' } : { model }),
    inputTokens: usage.inputTokens ?? 0,
    cachedInputTokens: usage.cachedInputTokens ?? 0,
    outputTokens: usage.outputTokens,
  });
}

/** What a span that has ended is, as far as it matters here. */
interface EndedSpan {
  readonly attributes: object;
}

/** A span processor of the OpenTelemetry SDK, as far as it matters here. */
interface Processor<Begun, Context, Ended extends EndedSpan> {
  onStart(span: Begun, context: Context): void;
  onEnd(span: Ended): void;
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

/**
 * A span processor before another one: spans with `gen_ai.usage.*` go on with the footprint beside
 * them. A span that cannot be weighed goes on as it is.
 */
export function footprintSpans<Begun, Context, Ended extends EndedSpan>(
  gramme: Gramme,
  next: Processor<Begun, Context, Ended>,
  place: Place = {},
): Processor<Begun, Context, Ended> {
  const footprint = (attributes: Attributes): object => {
    try {
      const estimate = estimateOfAttributes(gramme, attributes, place);
      return estimate === null ? {} : footprintAttributes(estimate);
    } catch (error) {
      return { 'gramme.error': String(at(error, 'code') ?? 'internal') };
    }
  };
  return {
    onStart: (span, context) => next.onStart(span, context),
    onEnd(span) {
      const attributes = { ...span.attributes, ...footprint(span.attributes as Attributes) };
      // An ended span cannot be written to any more: another one over it says the rest.
      next.onEnd(Object.create(span, { attributes: { value: attributes, enumerable: true } }));
    },
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  };
}
