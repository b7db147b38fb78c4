/** What archives may unpack to: small ones that become endless are refused (docs/data.md#packed-files). */
import { ArchiveFault } from './fault.ts';

const GIBIBYTE = 2 ** 30;
const MOST_GIBIBYTES = 16;
const MOST_RATIO = 500;
/** Up to this size no ratio is too large: logs that repeat themselves pack well. */
const RATIO_FROM_BYTES = 256 * 2 ** 20;

export function refuseBomb(packedBytes: number, unpackedBytes: number): void {
  if (unpackedBytes > MOST_GIBIBYTES * GIBIBYTE) {
    throw new ArchiveFault('', `this unpacks to more than ${MOST_GIBIBYTES} GiB`);
  }
  if (unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > MOST_RATIO * packedBytes) {
    throw new ArchiveFault('', `this unpacks to more than ${MOST_RATIO} times its size`);
  }
}
