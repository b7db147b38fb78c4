import type { EstimateRequest } from '../../web/core/contracts.ts';

/** An exchange that every place where Gramme estimates must answer alike. */
export interface GoldenQuestion {
  name: string;
  request: EstimateRequest;
}

/** Each way an estimate can go: a closed and an open model, every method, places, ranges, own figures. */
export const QUESTIONS: readonly GoldenQuestion[] = [
  {
    name: 'a usual exchange',
    request: { model: 'gpt-5-5', inputTokens: 200, outputTokens: 400 },
  },
  {
    name: 'estimated tokens of Claude, in France',
    request: {
      model: 'claude-sonnet-5',
      inputTokens: { low: 11, central: 14, high: 17 },
      outputTokens: { low: 59, central: 71, high: 84 },
      region: 'fra',
    },
  },
  {
    name: 'a cached prefix in a cloud region',
    request: {
      model: 'gpt-4o',
      inputTokens: 1000,
      cachedInputTokens: 12_000,
      outputTokens: 800,
      region: 'gcp-europe-west9',
    },
  },
  {
    name: 'own carbon intensity and PUE',
    request: {
      model: 'gpt-5-4-mini',
      inputTokens: 50,
      outputTokens: 50,
      carbonIntensityGramsCo2ePerKilowattHour: 17,
      pue: 1.05,
    },
  },
  ...[
    'ecologits',
    'ecologits/0.9.1',
    'prefill-decode',
    'prefill-decode-as-written',
    'duration',
    'duration-as-written',
    'per-token',
    'jegham-2025',
    'epoch-2025',
  ].map((choice) => {
    const [method = '', profile] = choice.split('/');
    return {
      name: `by ${choice}`,
      request: {
        model: 'gpt-4o',
        inputTokens: 500,
        outputTokens: 500,
        region: 'usa',
        method,
        ...(profile === undefined ? {} : { profile }),
      },
    };
  }),
  {
    name: 'what the extension reads of its sample page',
    request: {
      site: 'chatgpt',
      model: 'gpt-4o',
      inputTokens: 39,
      outputTokens: 4,
      contextTokens: { low: 6, central: 6, high: 6 },
    },
  },
];
