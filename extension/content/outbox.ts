/** What the background has not acknowledged is kept in the tab and told again, as long as it lives. */

export type Tell = () => Promise<void>;

export interface OutboxOptions {
  sleep(milliseconds: number): Promise<unknown>;
  /** False once the extension was updated under the page: nobody listens any more. */
  isAlive(): boolean;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** After so many tries in a row the next one has its turn. */
const TRIES_IN_A_ROW = 3;

const pauseAfter = (failures: number) =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));

/** Tells one after another in their order; one that always fails holds up none for good. */
export function newOutbox({ sleep, isAlive }: OutboxOptions): (tell: Tell) => void {
  const waiting: Tell[] = [];
  let isRunning = false;
  let failures = 0;
  const tellFirst = async () => {
    const first = waiting[0] as Tell;
    try {
      await first();
      waiting.shift();
      failures = 0;
    } catch {
      failures++;
      if (failures % TRIES_IN_A_ROW === 0) waiting.push(...waiting.splice(0, 1));
      await sleep(pauseAfter(failures));
    }
  };
  const run = async () => {
    isRunning = true;
    while (waiting.length > 0 && isAlive()) await tellFirst();
    isRunning = false;
  };
  return (tell) => {
    waiting.push(tell);
    if (!isRunning) void run();
  };
}
