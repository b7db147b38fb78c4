/** Estimates of what pages give, and of answers. The core computes; here its requests are put together. */
import type { EstimateRequest, Figure, Warning } from '../core/contracts.ts';
import type { Gramme } from '../core/gramme-contracts.ts';
import type { Equivalence } from '../core/view-contracts.ts';
import { type Footprint, INPUT_UNKNOWN } from '../usage/footprint.ts';
import { loaded, MeterFault } from './fault.ts';
import type {
  EstimateDetail,
  MeterProperties,
  MeterTokens,
  TrackOptions,
} from './meter-contracts.ts';

export interface Weighed {
  gramme: Gramme;
  exchange: EstimateRequest;
  detail: EstimateDetail;
  /** Null while the answer is written, and for nothing. */
  equivalence: Equivalence | null;
}

/** What an estimate is told besides its tokens. */
export type Place = Omit<TrackOptions, 'prompt'>;

/** Where and how the element says that its answers are weighed. */
export function placeOf({ model, site, region, method, profile }: MeterProperties): Place {
  const given = Object.entries({ model, site, region, method, profile });
  return Object.fromEntries(given.filter(([, value]) => value)) as Place;
}

/** How texts of that place are counted. */
export const counterOf = ({ model, site }: Place) => ({
  model: model ?? '',
  site: site ?? 'other',
});

export interface Told {
  place: Place;
  tokens: MeterTokens;
  warnings: Warning[];
  isFinal: boolean;
}

export function weighTokens(gramme: Gramme, { place, tokens, warnings, isFinal }: Told): Weighed {
  const exchange: EstimateRequest = {
    ...place,
    ...(place.model === undefined ? { site: place.site ?? 'other' } : {}),
    inputTokens: tokens.input ?? 0,
    cachedInputTokens: tokens.cachedInput,
    outputTokens: tokens.output,
  };
  const estimate = gramme.estimate(exchange);
  const { gramsCo2e, energyWattHours } = estimate;
  const equivalence = isFinal ? gramme.compare({ gramsCo2e, energyWattHours }) : null;
  return { gramme, exchange, equivalence, detail: { estimate, tokens, warnings, isFinal } };
}

interface Counted {
  tokens: Figure | null;
  warnings: Warning[];
}

async function counted(
  gramme: Gramme,
  { given, written }: { given: Figure | null; written: string | null },
  place: Place,
): Promise<Counted> {
  if (given !== null && given !== undefined) return { tokens: given, warnings: [] };
  if (written === null || written === undefined) return { tokens: null, warnings: [] };
  return loaded(gramme.count(written, counterOf(place)));
}

/** What the element was given; null where it was given nothing that was written. */
export async function weighGiven(
  gramme: Gramme,
  properties: MeterProperties,
): Promise<Weighed | null> {
  const { inputTokens, cachedInputTokens, outputTokens, prompt, answer } = properties;
  const place = placeOf(properties);
  const output = await counted(gramme, { given: outputTokens, written: answer }, place);
  if (output.tokens === null) return null;
  const input = await counted(gramme, { given: inputTokens, written: prompt }, place);
  const unknown = input.tokens === null ? [INPUT_UNKNOWN] : [];
  const all = new Map(
    [...input.warnings, ...output.warnings, ...unknown].map((warning) => [warning.code, warning]),
  );
  return weighTokens(gramme, {
    place,
    tokens: {
      input: input.tokens,
      cachedInput: cachedInputTokens ?? 0,
      output: output.tokens,
    },
    warnings: [...all.values()],
    isFinal: true,
  });
}

/** What an answer came to in the end. */
export function weighFootprint(gramme: Gramme, place: Place, footprint: Footprint): Weighed {
  const { model, usage, inputTokens, outputTokens, warnings } = footprint;
  if (outputTokens === null) {
    throw new MeterFault('nothing_to_weigh', 'the answer tells neither tokens nor text');
  }
  return weighTokens(gramme, {
    place: model === null ? place : { ...place, model },
    tokens: { input: inputTokens, cachedInput: usage.cachedInputTokens ?? 0, output: outputTokens },
    warnings,
    isFinal: true,
  });
}
