/** What is compared: one workload over models, regions and methods; the state of the page's link. */
import type { EstimateRequest } from '../../core/contracts.ts';
import type { RankRequest } from '../../core/rank-contracts.ts';
import { methodOf } from '../parts/choices.ts';

export type Measured = NonNullable<RankRequest['by']>;

export interface Workload {
  models: string[];
  /** Empty entries are the provider's usual region. */
  regions: string[];
  /** "method" or "method/profile"; an empty one is the default. */
  methods: string[];
  inputTokens: number;
  outputTokens: number;
  by: Measured;
}

export const FIRST_WORKLOAD: Workload = {
  models: ['gpt-5-5', 'gpt-5-4-mini', 'claude-sonnet-5', 'claude-haiku-4-5'],
  regions: [''],
  methods: [''],
  inputTokens: 500,
  outputTokens: 500,
  by: 'gramsCo2e',
};

/** The core ranks so many at once, and more cannot be read. */
export const MOST_COMPARED = 200;
const MOST_NAMES = 40;
const MEASURES: readonly Measured[] = ['gramsCo2e', 'energyWattHours', 'waterLitres'];
const MOST_TOKENS = 1e9;

const isWord = (value: string) => /^[\w./:-]{0,64}$/.test(value);

function listIn(params: URLSearchParams, name: string, otherwise: string[]): string[] {
  const written = params.get(name);
  if (written === null) return otherwise;
  const words = [...new Set(written.split(','))].filter(isWord).slice(0, MOST_NAMES);
  return words.length === 0 ? otherwise : words;
}

function numberIn(params: URLSearchParams, name: string, otherwise: number): number {
  const value = Number(params.get(name) ?? otherwise);
  return value >= 0 && value <= MOST_TOKENS ? value : otherwise;
}

export function readWorkload(params: URLSearchParams): Workload {
  const first = FIRST_WORKLOAD;
  return {
    models: listIn(params, 'models', first.models),
    regions: listIn(params, 'regions', first.regions),
    methods: listIn(params, 'methods', first.methods),
    inputTokens: numberIn(params, 'in', first.inputTokens),
    outputTokens: numberIn(params, 'out', first.outputTokens),
    by: MEASURES.find((measure) => measure === params.get('by')) ?? first.by,
  };
}

export function writeWorkload(workload: Workload): URLSearchParams {
  return new URLSearchParams({
    models: workload.models.join(','),
    regions: workload.regions.join(','),
    methods: workload.methods.join(','),
    in: String(workload.inputTokens),
    out: String(workload.outputTokens),
    by: workload.by,
  });
}

/** One of what is compared. */
export interface Candidate {
  model: string;
  region: string;
  method: string;
}

/** Every model in every region under every method, as far as they can be compared at once. */
export function candidatesOf({ models, regions, methods }: Workload): Candidate[] {
  return models
    .flatMap((model) =>
      regions.flatMap((region) => methods.map((method) => ({ model, region, method }))),
    )
    .slice(0, MOST_COMPARED);
}

export function requestOf(
  { model, region, method }: Candidate,
  { inputTokens, outputTokens }: Workload,
): EstimateRequest {
  return {
    model,
    inputTokens,
    outputTokens,
    ...methodOf(method),
    ...(region === '' ? {} : { region }),
  };
}
