const PAUSE_MILLISECONDS = 1000;
const BYTES_PER_MEGABYTE = 1e6;

export interface Progress {
  add(bytes: number): void;
  /** Takes the line away again. */
  end(): void;
}

/** Tells on standard error how far long work has come, once a second, from the first second on. */
export function startProgress(what: string, totalBytes: number | undefined): Progress {
  const total =
    totalBytes === undefined ? '' : ` of ${Math.round(totalBytes / BYTES_PER_MEGABYTE)}`;
  let done = 0;
  let last = Date.now();
  let hasLine = false;
  return {
    add(bytes) {
      done += bytes;
      if (Date.now() - last < PAUSE_MILLISECONDS) return;
      last = Date.now();
      const end = process.stderr.isTTY ? '\r' : '\n';
      process.stderr.write(`${what}: ${Math.round(done / BYTES_PER_MEGABYTE)}${total} MB${end}`);
      hasLine = true;
    },
    end() {
      if (hasLine && process.stderr.isTTY) process.stderr.write('\n');
    },
  };
}
