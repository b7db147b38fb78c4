/** What pages know of `<gramme-meter>`: types alone. */
import type { Estimate, Figure, Warning } from '../core/contracts.ts';
import type { FootprintOptions } from '../usage/footprint.ts';

export type { FootprintOptions } from '../usage/footprint.ts';

/** What is shown: all of the page, an answer that is being written, or an estimate at length. */
export type MeterForm = 'badge' | 'meter' | 'card';
export type MeterLanguage = 'auto' | 'en' | 'fr';
export type MeterTheme = 'auto' | 'light' | 'dark';

/** Properties of the element; null: not given. */
export interface MeterProperties {
  form: MeterForm;
  /** As the provider names it; else what an answer says of itself, or a usual one of the site. */
  model: string | null;
  site: string | null;
  /** The provider's usual one where none is given. */
  region: string | null;
  method: string | null;
  profile: string | null;
  inputTokens: Figure | null;
  cachedInputTokens: Figure | null;
  outputTokens: Figure | null;
  /** Counted where the tokens are not given, and forgotten. */
  prompt: string | null;
  answer: string | null;
  language: MeterLanguage;
  theme: MeterTheme;
  /** Address of gramme.wasm, and of the folder of the vocabularies. */
  wasm: string | null;
  vocabularies: string | null;
}

/** Tokens as they are weighed; null: not known. */
export interface MeterTokens {
  input: Figure | null;
  cachedInput: Figure;
  output: Figure;
}

export interface EstimateDetail {
  estimate: Estimate;
  tokens: MeterTokens;
  /** Of the counting; those of the estimate stand in it. */
  warnings: Warning[];
  /** False while the answer is still being written. */
  isFinal: boolean;
}

export interface ErrorDetail {
  /** One of docs/errors.md. */
  code: string;
  message: string;
}

export type GrammeEstimateEvent = CustomEvent<EstimateDetail>;
export type GrammeErrorEvent = CustomEvent<ErrorDetail>;

/** Of an answer: where it differs from what the element says. */
export type TrackOptions = FootprintOptions;

export interface GrammeMeter extends HTMLElement, MeterProperties {
  /** What was weighed last; null before. */
  readonly estimate: EstimateDetail | null;
  /**
   * Weighs an answer or a stream of another SDK, or the promise of one, and hands it back to be used
   * as before. A stream is weighed by whoever reads its events.
   */
  track<Answer>(answer: Promise<Answer>, options?: TrackOptions): Promise<Answer>;
  track<Answer>(answer: Answer, options?: TrackOptions): Answer;
}

type Loose<Type> = { [Name in keyof Type]?: Type[Name] | undefined };

/** Attributes in HTML whose name is not that of their property. */
interface MeterAttributes {
  'input-tokens': number | string;
  'cached-input-tokens': number | string;
  'output-tokens': number | string;
}

/** What React and Svelte take in their markup. */
export interface GrammeMeterProps extends Loose<MeterProperties>, Loose<MeterAttributes> {
  'ongramme-estimate'?: ((event: GrammeEstimateEvent) => void) | undefined;
  'ongramme-error'?: ((event: GrammeErrorEvent) => void) | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'gramme-meter': GrammeMeter;
  }
  interface HTMLElementEventMap {
    'gramme-estimate': GrammeEstimateEvent;
    'gramme-error': GrammeErrorEvent;
  }
}
