import type { Use } from '../core/service-budget-contracts.ts';
import type { Admission } from './create-budget.ts';

/** What a handler is given: the verdict on its request, and the way to say what it used. */
export interface Footprint {
  readonly admission: Admission;
  /** Says what was used; may be said more than once, all for one request. */
  add(use: Use): void;
  /**
   * For answers that go on after the handler, such as streams: the request is over when the answer
   * of this is called, not before. Resolves when what was used is kept.
   */
  hold(): () => Promise<void>;
}

/** A footprint as the wrapper of a handler sees it. */
export interface OpenFootprint extends Footprint {
  /** Unless it is held: over, with what was said; nothing said is nothing used. */
  settle(): Promise<void>;
  /** Over, held or not: its handler has failed. */
  end(): Promise<void>;
}

export function openFootprint(admission: Admission): OpenFootprint {
  const uses: Use[] = [];
  let isHeld = false;
  const end = async () => {
    if (uses.length === 0) admission.cancel();
    else await admission.done(...uses);
  };
  return {
    admission,
    add: (use) => void uses.push(use),
    hold() {
      isHeld = true;
      return end;
    },
    async settle() {
      if (!isHeld) await end();
    },
    end,
  };
}
