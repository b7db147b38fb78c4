import { ArchiveFault } from '../../archives/fault.ts';

const PIECE_BYTES = 1 << 16;
/** A gzip stream begins with ten bytes of header; the eight before it end another one. */
const HEADER_BYTES = 10;
const SIZE_BYTES = 4;
const MOST_FLAGS = 0x1f;
const KNOWN_SYSTEMS = 13;

/** One gzip stream that is being unpacked; what comes out waits in `ready`. */
interface Member {
  ready: Uint8Array[];
  unpackedBytes(): number;
  write(piece: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** All that was written has come out: what was read follows in tasks of its own. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

function openMember(): Member {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const ready: Uint8Array[] = [];
  let unpackedBytes = 0;
  const reading = (async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      unpackedBytes += next.value.length;
      ready.push(next.value);
    }
  })();
  reading.catch(() => undefined);
  writer.closed.catch(() => undefined);
  return {
    ready,
    unpackedBytes: () => unpackedBytes,
    write: (piece) =>
      writer.write(piece as Uint8Array<ArrayBuffer>).catch(() => {
        throw new ArchiveFault('', 'what is packed here is damaged');
      }),
    end: async () => {
      try {
        await writer.close();
        await reading;
      } catch {
        throw new ArchiveFault('', 'what is packed here is cut off');
      }
    },
  };
}

/** Where the next header of a gzip stream may begin; -1: nowhere. Its first bytes also occur by chance. */
function headerIn(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + HEADER_BYTES > bytes.length) return -1;
    const [, second, method, flags = 255, , , , , , system = 254] = bytes.subarray(at, at + 10);
    const isKnown = system <= KNOWN_SYSTEMS || system === 255;
    if (second === 0x8b && method === 8 && flags <= MOST_FLAGS && isKnown) return at;
  }
  return -1;
}

/** Whether the bytes before that place say how much has come out, as the end of a stream does. */
async function endsAt(bytes: Uint8Array, at: number, member: Member): Promise<boolean> {
  await settled();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return view.getUint32(at - SIZE_BYTES, true) === member.unpackedBytes() % 2 ** 32;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    yield bytes.subarray(from, from + PIECE_BYTES);
  }
}

/**
 * Unpacks gzip streams, also several in a row. The browser unpacks one and refuses what follows
 * it, so each is told apart here; the last bytes wait until it is known what comes after them.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let member = openMember();
  let held: Uint8Array = new Uint8Array();
  async function* unpack(bytes: Uint8Array) {
    for (const piece of piecesOf(bytes)) {
      await member.write(piece);
      yield* member.ready.splice(0);
    }
  }
  for await (const part of packed) {
    const bytes = joined(held, part);
    let done = 0;
    for (let at = headerIn(bytes, SIZE_BYTES); at >= 0; at = headerIn(bytes, at + 1)) {
      yield* unpack(bytes.subarray(done, at));
      done = at;
      if (!(await endsAt(bytes, at, member))) continue;
      await member.end();
      yield* member.ready.splice(0);
      member = openMember();
    }
    const end = Math.max(done, bytes.length - HEADER_BYTES - SIZE_BYTES);
    yield* unpack(bytes.subarray(done, end));
    held = bytes.slice(end);
  }
  yield* unpack(held);
  await member.end();
  yield* member.ready.splice(0);
}
