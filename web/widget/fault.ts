import { codeOf, failureOf } from '../core/failure.ts';

/** Why nothing can be weighed, by a code of docs/errors.md. */
export class MeterFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'MeterFault';
    this.code = code;
  }
}

/** What came of loading something: a failure without a code is that of a file. */
export async function loaded<Value>(loading: Promise<Value>): Promise<Value> {
  try {
    return await loading;
  } catch (error) {
    if (codeOf(error) !== null) throw error;
    throw new MeterFault('file_unreachable', failureOf(error).message);
  }
}
