import type { Features } from './samples.ts';

/** Groups whose errors have one size. */
export type BandGroup = 'ascii' | 'letter' | 'cjk' | 'sign';

/** One fitted number, and the weights of config/encodings.yaml that it is part of. */
export interface Parameter {
  name: string;
  weights: string[];
  /** What it is taken to be before any sample is seen. */
  prior: number;
  group: BandGroup;
}

/**
 * Before any sample: a token of o200k is one token, a sign before a word and an inner capital make
 * half a token more, a character beyond ASCII is one token and a rare sign two. Cyrillic is not among
 * the samples: Claude's last public vocabulary makes 2.1 tokens of one of o200k, which has 3.6 letters.
 */
export const PARAMETERS: Parameter[] = [
  { name: 'word', weights: ['word', 'mixed_word', 'accented_latin'], prior: 1, group: 'ascii' },
  { name: 'inner capitals', weights: ['mixed_word'], prior: 0.5, group: 'ascii' },
  { name: 'rarity', weights: ['rarity'], prior: 0.1, group: 'ascii' },
  { name: 'prefix', weights: ['prefix'], prior: 0.5, group: 'ascii' },
  { name: 'repeat', weights: ['repeat'], prior: 0.3, group: 'ascii' },
  { name: 'punctuation', weights: ['punctuation'], prior: 1, group: 'ascii' },
  { name: 'digits', weights: ['digits'], prior: 1, group: 'ascii' },
  { name: 'blank', weights: ['blank', 'blank_before_sign'], prior: 1, group: 'ascii' },
  { name: 'leading digit', weights: ['leading_digit'], prior: 1, group: 'ascii' },
  { name: 'han', weights: ['han'], prior: 1, group: 'cjk' },
  { name: 'kana', weights: ['kana'], prior: 1, group: 'cjk' },
  { name: 'hangul', weights: ['hangul'], prior: 1, group: 'cjk' },
  { name: 'cased letter', weights: ['cased_letter'], prior: 0.6, group: 'letter' },
  { name: 'letter', weights: ['letter'], prior: 1, group: 'letter' },
  { name: 'extended', weights: ['extended'], prior: 1, group: 'sign' },
  { name: 'sign', weights: ['sign'], prior: 2, group: 'sign' },
];

/** The sums that each parameter multiplies. */
export function rowOf(features: Features): number[] {
  return PARAMETERS.map(({ weights }) =>
    weights.reduce((sum, name) => sum + (features[name] ?? 0), 0),
  );
}

/** Weight of config/encodings.yaml → its number: the sum of its parameters. */
export function weightsOf(solution: number[]): Map<string, number> {
  const weights = new Map<string, number>();
  PARAMETERS.forEach((parameter, index) => {
    for (const name of parameter.weights) {
      weights.set(name, (weights.get(name) ?? 0) + (solution[index] ?? 0));
    }
  });
  return weights;
}
