/** Runs with the newest argument, at once or when the last run is long enough ago. */
export function paced<T>(shortestMs: number, run: (argument: T) => void): (argument: T) => void {
  let newest: T;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ranAt = Number.NEGATIVE_INFINITY;
  const now = () => {
    timer = null;
    ranAt = Date.now();
    run(newest);
  };
  return (argument) => {
    newest = argument;
    if (timer !== null) return;
    timer = setTimeout(now, Math.max(0, ranAt + shortestMs - Date.now()));
  };
}
