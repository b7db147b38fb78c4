/** How long what a file begins with must be to tell what it is. */
const HEAD_BYTES = 4;

/** Parts of which the first were looked at; all of them come again. */
export interface Begun {
  head: Uint8Array;
  parts: AsyncIterable<Uint8Array>;
  /** Reads no further. */
  close(): Promise<unknown>;
}

async function* withHead(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Reads what a stream begins with, which may be one that cannot be read twice. */
export async function begin(stream: AsyncIterable<Uint8Array>): Promise<Begun> {
  const rest = stream[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < HEAD_BYTES) {
    const next = await rest.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return { head, parts: withHead(head, rest), close: async () => rest.return?.() };
}
