/** Why something was not done, as a record: errors lose their code between workers. Codes: docs/errors.md. */
export interface Failure {
  code: string;
  path: string;
  message: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** By its code, whose class it may be: errors of several bundles are of several classes. */
export function codeOf(thrown: unknown): string | null {
  return isRecord(thrown) && typeof thrown.code === 'string' ? thrown.code : null;
}

/** Of anything that was thrown. */
export function failureOf(thrown: unknown): Failure {
  const { path, message } = isRecord(thrown) ? thrown : {};
  return {
    code: codeOf(thrown) ?? 'internal_error',
    path: typeof path === 'string' ? path : '',
    message: typeof message === 'string' ? message : String(thrown),
  };
}
