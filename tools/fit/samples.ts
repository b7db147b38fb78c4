import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';

/** A text with the exact count that its vendor's own counter gave. */
export interface Sample {
  category: string;
  text: string;
  tokens: number;
}

/** Sums over a text, by the names of config/encodings.yaml. */
export type Features = Record<string, number>;

export interface CountedSample extends Sample {
  features: Features;
}

/** What the core counts in texts, from the same code that estimates them. */
export function featuresOf(texts: string[]): Features[] {
  const tool = inRoot('build/native/tools/native/gramme_features');
  const vocabulary = inRoot('build/vocabulary/o200k_base.gvoc');
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const options = { input, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const lines = execFileSync(tool, [vocabulary], options).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Features);
}

export function readSamples(): CountedSample[] {
  const file = new URL('./claude-counts.json', import.meta.url);
  const { samples } = JSON.parse(readFileSync(file, 'utf8')) as { samples: Sample[] };
  const features = featuresOf(samples.map(({ text }) => text));
  return samples.map((sample, index) => ({ ...sample, features: features[index] ?? {} }));
}
