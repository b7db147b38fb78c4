import type { ErrorDetail } from './meter-contracts.ts';

/** Why nothing can be weighed, by a code of docs/errors.md. */
export class MeterFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'MeterFault';
    this.code = code;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** By its code, whose class it may be: the core's errors are of one of their own. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** What came of loading something: a failure without a code is that of a file. */
export async function loaded<Value>(loading: Promise<Value>): Promise<Value> {
  try {
    return await loading;
  } catch (error) {
    if (codeOf(error) !== null) throw error;
    throw new MeterFault('file_unreachable', messageOf(error));
  }
}

export function failureOf(error: unknown): ErrorDetail {
  return { code: codeOf(error) ?? 'internal_error', message: messageOf(error) };
}
