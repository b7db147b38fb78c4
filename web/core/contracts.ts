/**
 * What crosses the core's door, declared once. Units stand in the names; every figure that is not
 * known exactly is a range. Explained in docs/data.md.
 */

import type { ContextAnswer, ContextRequest } from './context-contracts.ts';
import type { AcceleratorEntry, ArchitectureEntry } from './hardware-contracts.ts';
import type {
  Accounting,
  CloudRegionEntry,
  GridShapeEntry,
  PlaceRequest,
  ProviderEntry,
  RegionEntry,
} from './place-contracts.ts';
import type { FramingEntry } from './token-contracts.ts';

export type * from './ledger-contracts.ts';

/** low ≤ central ≤ high, in the unit the member's name says. */
export interface Range {
  low: number;
  central: number;
  high: number;
}

/** A figure: exact, or as a range. */
export type Figure = number | Range;

export type SiteId = 'chatgpt' | 'claude' | 'gemini' | 'deepseek' | 'perplexity';

/** Something the reader of a figure should know; codes stand in docs/errors.md. */
export interface Warning {
  code: string;
  message: string;
}

export interface Source {
  source: string;
  asOf: string;
}

/** How sure a token count is: read by an exact tokenizer, estimated, or told by the provider. */
export type TokenKind = 'exact' | 'estimated' | 'reported';

/** Names what to count with: a model (id, alias or page label), a site, or an encoding. */
export interface CountRequest {
  model?: string;
  site?: string;
  encoding?: string;
}

/** What counts, and how sure it is. */
export interface TokenizerFacts {
  kind: TokenKind;
  encoding: string;
  /** Which weights an estimate was made with; null when exact. */
  estimator: { id: string; version: number } | null;
  modelId: string | null;
  warnings: Warning[];
}

export interface TokenCount extends TokenizerFacts {
  /** A number when exact, a range when estimated. */
  tokens: Figure;
}

export interface EstimateRequest extends PlaceRequest, ContextRequest {
  model?: string;
  site?: string;
  inputTokens?: Figure;
  cachedInputTokens?: Figure;
  outputTokens: Figure;
  latencySeconds?: number;
  method?: string;
  profile?: string;
}

/** What one exchange weighs; null is "unknown under this method", never zero. */
export interface Estimate extends ContextAnswer {
  modelId: string;
  modelName: string;
  modelMatch: 'exact' | 'family' | 'site' | 'none';
  provider: string;
  region: string;
  /** Year of the region's carbon intensity; null when it is not the region's. */
  regionYear: number | null;
  accounting: Accounting;
  method: string;
  profile: string;
  methodology: string;
  energyWattHours: Range;
  gramsCo2e: Range;
  operationalGramsCo2e: Range;
  embodiedGramsCo2e: Range | null;
  /** On the site and at the grid together; null unless both are known. */
  waterLitres: Range | null;
  onSiteWaterLitres: Range | null;
  gridWaterLitres: Range | null;
  primaryEnergyMegajoules: Range | null;
  adpeKilogramsSb: Range | null;
  boundary: string[];
  warnings: Warning[];
  sources: Source[];
}

export interface ResolvedModel {
  modelId: string;
  modelName: string;
  provider: string;
  isInCatalog: boolean;
  encoding: string;
  isExact: boolean;
  /** File name of the vocabulary that counting needs. */
  vocabulary: string;
}

export interface ModelEntry {
  id: string;
  name: string;
  provider: string;
  class: string;
  encoding: string;
  aliases: string[];
  pageLabels: string[];
  totalParametersBillion: Range | null;
  activeParametersBillion: Range | null;
  source: Source;
}

export interface MethodEntry {
  id: string;
  name: string;
  defaultProfile: string;
  profiles: string[];
  boundary: string[];
  source: Source;
}

export interface EncodingEntry {
  id: string;
  name: string;
  kind: 'exact' | 'estimated';
  vocabulary: string;
  framing: string | null;
  source: Source;
}

/** What `list` answers, by the name of the list. */
export interface Lists {
  models: ModelEntry[];
  regions: RegionEntry[];
  cloudRegions: CloudRegionEntry[];
  gridShapes: GridShapeEntry[];
  methods: MethodEntry[];
  encodings: EncodingEntry[];
  framings: FramingEntry[];
  providers: ProviderEntry[];
  accelerators: AcceleratorEntry[];
  architectures: ArchitectureEntry[];
}

export interface Version {
  methodology: string;
  models: number;
  regions: number;
  methods: string[];
}
