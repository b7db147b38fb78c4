/** What was refused, as it crosses from a worker: codes stand in docs/errors.md. */
export interface Failure {
  code: string;
  path: string;
  message: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Of anything that was thrown. */
export function failureOf(thrown: unknown): Failure {
  const { code, path, message } = isRecord(thrown) ? thrown : {};
  return {
    code: typeof code === 'string' ? code : 'internal',
    path: typeof path === 'string' ? path : '',
    message: typeof message === 'string' ? message : String(thrown),
  };
}
