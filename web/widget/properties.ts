import type { PropertyDeclaration } from 'lit';
import type { MeterProperties } from './meter-contracts.ts';

/** A number; what is none goes on as it is, for the core to refuse it. */
function figureOf(value: string | null): unknown {
  if (value === null) return null;
  const figure = Number(value);
  return value.trim() === '' || Number.isNaN(figure) ? value : figure;
}

const figure = (attribute: string): PropertyDeclaration => ({
  attribute,
  converter: { fromAttribute: figureOf },
});

/** The properties of the element, and their attributes: of the same name unless said. */
export const METER_PROPERTIES: Record<keyof MeterProperties, PropertyDeclaration> = {
  // Styles tell the forms apart by their attribute.
  form: { reflect: true },
  model: {},
  site: {},
  region: {},
  method: {},
  profile: {},
  inputTokens: figure('input-tokens'),
  cachedInputTokens: figure('cached-input-tokens'),
  outputTokens: figure('output-tokens'),
  prompt: { attribute: false },
  answer: { attribute: false },
  language: {},
  theme: {},
  wasm: {},
  vocabularies: {},
};

/** Those that are null until they are given. */
export const NULL_AT_FIRST = [
  'model',
  'site',
  'region',
  'method',
  'profile',
  'inputTokens',
  'cachedInputTokens',
  'outputTokens',
  'prompt',
  'answer',
  'wasm',
  'vocabularies',
] as const;

/** What an estimate is worked out from. */
export const WEIGHED: readonly (keyof MeterProperties)[] = ['form', ...NULL_AT_FIRST];
