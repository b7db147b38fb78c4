/** Where the examples of docs/data.md stand: for writing them, and for testing them. */
import type { StoredDay } from '../../web/core/contracts.ts';
import type { Answer, DoorRequest, nativeEngine } from '../conformance/engines.ts';

/** A request and its answer. */
export const EXAMPLE = /```json\n([^`]+)```\ngives\n```json\n([^`]+)```/g;
/** The request whose day is shown twice: as it is seen, and as it is stored. */
export const RECORDING = /```json\n(\{\s*"call": "record"[^`]+)```/;
export const SHOWN_DAY = /(A day with one answer:\n```json\n)([^`]+)(```)/;
export const STORED_DAY = /(The day above as it is stored:\n```json\n)([^`]+)(```)/;

function answerValue(answer: Answer | undefined): unknown {
  if (answer?.ok !== true) throw new Error('the recording of docs/data.md is refused');
  return answer.value;
}

/** The day that the document's recording gives, as it is stored and as it is shown. */
export async function dayOf(
  engine: ReturnType<typeof nativeEngine>,
  document: string,
): Promise<{ stored: StoredDay; shown: unknown }> {
  const recording = JSON.parse(RECORDING.exec(document)?.[1] ?? 'null') as DoorRequest;
  const [recorded] = await engine.answer([recording]);
  const { day: stored } = answerValue(recorded) as { day: StoredDay };
  const request = { range: 'day', date: stored.date, parts: [stored] };
  const [shown] = await engine.answer([{ call: 'rollUp', request }]);
  return { stored, shown: answerValue(shown) };
}
