/** Why a model gave no figure; the words stand in docs/data.md#comparisons. */
export type Reason =
  | 'refused'
  | 'rate_limited'
  | 'server_error'
  | 'redirected'
  | 'unreachable'
  | 'timed_out'
  | 'broken_off'
  | 'bad_answer'
  | 'too_large'
  | 'cancelled';

interface Details {
  status?: number;
  /** The provider's own word, such as `model_not_found`. */
  code?: string | undefined;
  isWorthRetrying?: boolean;
  retryAfterSeconds?: number | undefined;
}

/** A request that came to nothing. Its message never holds texts of others: they may repeat a key. */
export class Failure extends Error {
  readonly reason: Reason;
  readonly details: Details;

  constructor(reason: Reason, message: string, details: Details = {}) {
    super(message);
    this.name = 'Failure';
    this.reason = reason;
    this.details = details;
  }
}
