/** How near methods come to metered servers and published figures, as `npm run accuracy` wrote it. */
import figures from '../../../docs/accuracy.json';
import type { Range } from '../../core/contracts.ts';

export type Knowledge = 'all' | 'batchUnknown' | 'nothing';

export interface MethodScore {
  /** What the method was told of the server. */
  known: Knowledge;
  method: string;
  medianError: number;
  withinFactor2: number;
  inRange: number;
  rows: number;
}

export type Quantity =
  | 'energyWattHours'
  | 'gramsCo2e'
  | 'waterLitres'
  | 'onSiteWaterLitres'
  | 'acceleratorJoules';

export interface PublishedFigure {
  name: string;
  what: string;
  source: string;
  asOf: string;
  quantity: Quantity;
  published: number;
  ours: Range;
  isInRange: boolean;
  because: string;
}

export const accuracy = figures as { scores: MethodScore[]; published: PublishedFigure[] };
