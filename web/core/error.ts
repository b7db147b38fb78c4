/** A failure of the core: code and path as in docs/errors.md, and what to do in the message. */
export class GrammeError extends Error {
  readonly code: string;
  readonly path: string;

  constructor(code: string, path: string, message: string) {
    super(message);
    this.name = 'GrammeError';
    this.code = code;
    this.path = path;
  }
}
