import type { CountRequest, TokenCount } from '../../web/core/contracts.ts';
import type { Gramme } from '../../web/core/gramme-contracts.ts';
import shipped from './vocabularies.json';

/** By o200k_base, with a range that holds the public tokenizers. */
const estimator = { encoding: 'unknown' };

/**
 * A core that estimates where the exact vocabulary is not part of the extension, such as
 * DeepSeek's: the kind, the range and a warning of a count say so.
 */
export function withEstimates(gramme: Gramme): Gramme {
  /** The encoding that cannot be had here, or null. */
  const missing = (request: CountRequest): string | null => {
    if (request.encoding !== undefined) return null;
    const { vocabulary, encoding } = gramme.resolveModel(request);
    return shipped.includes(vocabulary) ? null : encoding;
  };
  const count = async (text: string | Uint8Array, request: CountRequest): Promise<TokenCount> => {
    const encoding = missing(request);
    if (encoding === null) return gramme.count(text, request);
    const estimate = await gramme.count(text, estimator);
    const message = `the vocabulary of ${encoding} is not part of the extension`;
    const warnings = [...estimate.warnings, { code: 'encoding_assumed', message }];
    return { ...estimate, modelId: gramme.resolveModel(request).modelId, warnings };
  };
  const tokenizer: Gramme['tokenizer'] = async (request) =>
    gramme.tokenizer(missing(request) === null ? request : estimator);
  return { ...gramme, count, tokenizer };
}
