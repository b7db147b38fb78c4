import type { Lists, Version } from '../../core/contracts.ts';
import type { Gramme } from '../../core/gramme-contracts.ts';
import type { TokenPieces } from './token-pieces.ts';

/** What the catalog holds, for the fields and tables of pages. */
export type Facts = Pick<
  Lists,
  'models' | 'regions' | 'cloudRegions' | 'methods' | 'providers' | 'encodings'
> & { version: Version };

/** What a page asks of the core, which runs in a worker: a long text never freezes the page. */
export interface CoreApi extends Pick<Gramme, 'explain' | 'resolveModel' | 'count' | 'compare'> {
  facts(): Facts;
  /** A text cut into its tokens; null where the encoding is not public. */
  pieces(text: string, model: string): Promise<TokenPieces | null>;
}
