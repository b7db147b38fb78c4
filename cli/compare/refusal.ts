import { at, textAt } from '../../web/usage/json-at.ts';
import { Failure, type Reason } from './failure.ts';

const RATE_LIMITED = 429;
/** Passing states of servers; 529 is Anthropic's "overloaded". */
const PASSING = [408, 500, 502, 503, 504, 529];
/** Waiting does not help here. */
const LASTING_CODES = ['insufficient_quota', 'billing_hard_limit_reached'];
const MILLISECONDS_PER_SECOND = 1000;
const LONGEST_CODE = /^[A-Za-z][\w.-]{0,63}$/;

/** The provider's word for an error. Its sentences are left out: some repeat the key or the prompt. */
export function codeIn(body: unknown, key: string | undefined): string | undefined {
  const error = at(body, 'error') ?? at(body, 0, 'error') ?? body;
  const words = ['code', 'type', 'status'].map((name) => textAt(error, name));
  return words.find(
    (word) =>
      word !== undefined && LONGEST_CODE.test(word) && (key === undefined || !word.includes(key)),
  );
}

/** Seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterSeconds(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / MILLISECONDS_PER_SECOND);
}

function reasonOf(status: number): Reason {
  if (status === RATE_LIMITED) return 'rate_limited';
  if (status >= 500) return 'server_error';
  return status >= 400 ? 'refused' : 'redirected';
}

/** What an answer without success comes to. */
export function refusal(response: Response, code: string | undefined): Failure {
  const { status, headers } = response;
  const reason = reasonOf(status);
  const isPassing = status === RATE_LIMITED || PASSING.includes(status);
  const told = code === undefined ? '' : ` (${code})`;
  const hint = reason === 'redirected' ? ': redirects are not followed with a key' : '';
  return new Failure(reason, `HTTP ${status}${told}${hint}`, {
    status,
    code,
    isWorthRetrying: isPassing && !LASTING_CODES.includes(code ?? ''),
    retryAfterSeconds: retryAfterSeconds(headers.get('retry-after'), Date.now()),
  });
}
