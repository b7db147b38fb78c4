import { at } from '../../web/usage/json-at.ts';
import { reportIn } from '../../web/usage/reports.ts';
import { writtenIn } from '../../web/usage/texts.ts';
import { type Answer, newAnswer, type Question } from './api.ts';
import { eachText, LARGEST_BODY_BYTES, textOf } from './body.ts';
import { Failure } from './failure.ts';
import type { Provider } from './providers.ts';
import { codeIn, refusal } from './refusal.ts';
import { type EventReader, newEventReader } from './sse.ts';

const LARGEST_ERROR_BYTES = 65536;
const MILLISECONDS_PER_SECOND = 1000;

/** Where a question goes, and with which key. */
export interface Target {
  provider: Provider;
  address: string;
  key: string | undefined;
}

export interface Asked {
  answer: Answer;
  /** From sending to the end of the answer. */
  seconds: number;
  /** To the first text; null when the answer came at once. */
  firstTokenSeconds: number | null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('bad_answer', 'what came is not the JSON that this API promises');
  }
}

/** An error may also come as an event of a stream, behind a status of success. */
function checkEvent(event: unknown, key: string | undefined): void {
  const error = at(event, 'error') ?? at(event, 0, 'error');
  if (error === undefined || error === null) return;
  const code = codeIn(event, key);
  const told = code === undefined ? '' : ` (${code})`;
  throw new Failure('server_error', `the answer ended in an error${told}`, { code });
}

/** Half an event at the end is the mark of an answer that broke off. */
function endOf(events: EventReader): void {
  try {
    events.end();
  } catch (error) {
    const isHalf = error instanceof Failure && error.reason === 'bad_answer';
    throw isHalf ? new Failure('broken_off', 'the answer broke off before its end') : error;
  }
}

/** Reads an answer, whole or as a stream; calls `onText` when texts of a stream come. */
async function readAnswer(response: Response, target: Target, onText: () => void): Promise<Answer> {
  const { api } = target.provider;
  const answer = newAnswer();
  const take = (event: unknown) => {
    checkEvent(event, target.key);
    if (reportIn(event) !== undefined) answer.reports.push(event);
    const text = writtenIn(event);
    if (text !== '') answer.texts.push(text);
    api.read(event, answer);
  };
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'text/event-stream') {
    const events = newEventReader((data) => {
      if (data.trim() === '[DONE]') answer.isEnded = true;
      else take(parsed(data));
      if (answer.texts.length > 0) onText();
    });
    await eachText(response, LARGEST_BODY_BYTES, events.push);
    endOf(events);
  } else if (type === 'application/json') {
    take(parsed(await textOf(response, LARGEST_BODY_BYTES)));
  } else {
    throw new Failure('bad_answer', 'neither JSON nor a stream of events came: a wrong address?');
  }
  if (!answer.isEnded) throw new Failure('broken_off', 'the answer broke off before its end');
  return answer;
}

async function refusalOf(response: Response, key: string | undefined): Promise<Failure> {
  const text = await textOf(response, LARGEST_ERROR_BYTES).catch(() => '');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return refusal(response, codeIn(body, key));
}

/** The system's word, such as ECONNREFUSED; messages of fetch may hold what was sent. */
function unreachable(error: unknown): Failure {
  const cause = at(error, 'cause');
  const code = String(at(cause, 'code') ?? at(at(cause, 'errors'), 0, 'code') ?? 'network error');
  return new Failure('unreachable', `no connection (${code})`, { isWorthRetrying: true });
}

/** Sends a question once and reads its answer. Errors: a Failure, or what `signal` was aborted with. */
export async function ask(target: Target, question: Question, signal: AbortSignal): Promise<Asked> {
  const { path, headers, body } = target.provider.api.post(question, target.key);
  const begin = performance.now();
  const since = () => (performance.now() - begin) / MILLISECONDS_PER_SECOND;
  const response = await fetch(target.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal,
  }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : unreachable(error);
  });
  if (!response.ok) throw await refusalOf(response, target.key);
  let firstTokenSeconds: number | null = null;
  try {
    const answer = await readAnswer(response, target, () => {
      firstTokenSeconds ??= since();
    });
    return { answer, seconds: since(), firstTokenSeconds };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof Failure) throw error;
    throw new Failure('broken_off', 'the connection broke off in the middle of the answer');
  }
}
