// Writes the packed vocabulary described in docs/data.md#vocabulary-files.
const MAGIC = 'GVOC';
const VERSION = 1;
const HEADER_BYTES = 28;
const CHECKSUM_AT = 20;
const SINGLE_BYTES = 256;
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

function varints(values) {
  const bytes = [];
  for (let value of values) {
    for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
    bytes.push(value);
  }
  return Buffer.from(bytes);
}

/** FNV-1a, 64 bits, continued from `hash`. */
function fnv1a(bytes, hash) {
  let state = hash;
  for (const byte of bytes) state = BigInt.asUintN(64, (state ^ BigInt(byte)) * FNV_PRIME);
  return state;
}

/** Packs tokens (latin-1 strings by rank) and their merge pairs into one file. */
export function packVocabulary({ tokens, pairs, pattern }) {
  const singles = Buffer.from(tokens.slice(0, SINGLE_BYTES).join(''), 'latin1');
  if (singles.length !== SINGLE_BYTES || new Set(singles).size !== SINGLE_BYTES) {
    throw new Error('the first 256 tokens are not the 256 single bytes');
  }
  const left = varints(pairs.map((pair) => pair[0]));
  const right = varints(pairs.filter((pair) => pair.length === 2).map((pair) => pair[1]));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt8(VERSION, 4);
  header.writeUInt8(pattern, 5);
  header.writeUInt32LE(tokens.length, 8);
  header.writeUInt32LE(left.length, 12);
  header.writeUInt32LE(right.length, 16);
  const payload = Buffer.concat([singles, left, right]);
  const checksum = fnv1a(payload, fnv1a(header.subarray(0, CHECKSUM_AT), FNV_OFFSET));
  header.writeBigUInt64LE(checksum, CHECKSUM_AT);
  return Buffer.concat([header, payload]);
}
