import type { Listener } from '../usage/pass-on.ts';

/** What an answer says, kept until somebody listens. */
export interface Inlet extends Listener {
  /** From here on that one hears it, from the beginning. */
  open(listener: Listener): void;
}

/** Hears nothing: for an answer that cannot be weighed. */
export const NOBODY: Listener = { take() {}, end() {} };

export function newInlet(): Inlet {
  let kept: unknown[] = [];
  let hasEnded = false;
  let to: Listener | null = null;
  return {
    take(event) {
      if (to === null) kept.push(event);
      else to.take(event);
    },
    end() {
      hasEnded = true;
      to?.end();
    },
    open(listener) {
      to = listener;
      for (const event of kept) listener.take(event);
      kept = [];
      if (hasEnded) listener.end();
    },
  };
}
