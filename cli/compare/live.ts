import type { FullGramme, Warning } from '../../web/core/node.ts';
import { addReport, NOTHING_TOLD, type UsageSum } from '../../web/usage/usage-sum.ts';
import type { Question } from './api.ts';
import type { Target } from './ask.ts';
import type { Entry } from './entries.ts';
import { Failure, type Reason } from './failure.ts';
import { type Attempted, askPatiently, type Patience } from './retry.ts';
import type { Work } from './workload.ts';

/** A model that is to be asked, and where. */
export interface Call {
  entry: Entry;
  target: Target;
}

export interface Skipped {
  model: string;
  provider: string;
  /** The environment variable that holds no key. */
  variable: string;
}

export interface Failed {
  model: string;
  provider: string;
  reason: Reason;
  status: number | null;
  /** The provider's own word. */
  code: string | null;
  message: string;
}

export interface LiveSetting extends Omit<Patience, 'onPause'> {
  gramme: FullGramme;
  question: Omit<Question, 'model'>;
  concurrency: number;
  /** Told what happens, in numbers. */
  tell(text: string): void;
}

const USAGE_WARNING: Warning = {
  code: 'usage_not_reported',
  message:
    'the provider told no usage: tokens are counted from the texts, without what frames them',
};

/** Tokens as the provider told them, else as they are counted from the texts. */
async function workOf(call: Call, asked: Attempted, setting: LiveSetting): Promise<Work> {
  const { gramme, question } = setting;
  const { texts, reports, isCut } = asked.answer;
  const { usage, warnings } = reports.reduce<UsageSum>(
    (sum, event) => addReport(gramme, sum, event),
    NOTHING_TOLD,
  );
  const { model } = call.entry;
  const count = async (text: string) => (await gramme.count(text, { model })).tokens;
  const isReported = usage.inputTokens !== null && usage.outputTokens !== null;
  const { seconds, firstTokenSeconds, attempts } = asked;
  return {
    entry: call.entry,
    provider: call.target.provider,
    inputTokens: usage.inputTokens ?? (await count(question.prompt)),
    cachedInputTokens: usage.cachedInputTokens ?? undefined,
    outputTokens: usage.outputTokens ?? (await count(texts.join(''))),
    measured: { seconds, firstTokenSeconds, attempts, isCutAtLimit: isCut },
    warnings: isReported ? warnings : [...warnings, USAGE_WARNING],
  };
}

function failedOf({ entry, target }: Call, { reason, message, details }: Failure): Failed {
  const { status = null, code = null } = details;
  return { model: entry.label, provider: target.provider.id, reason, status, code, message };
}

async function askOne(call: Call, setting: LiveSetting): Promise<Work | Failed> {
  const { label, model } = call.entry;
  const onPause = ({ message }: Failure, seconds: number) =>
    setting.tell(`${label}: ${message}; again in ${seconds.toFixed(1)} s`);
  try {
    const question = { ...setting.question, model };
    const asked = await askPatiently(call.target, question, { ...setting, onPause });
    setting.tell(`${label}: answered in ${asked.seconds.toFixed(1)} s`);
    return await workOf(call, asked, setting);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    setting.tell(`${label}: ${error.message}`);
    return failedOf(call, error);
  }
}

/** Asks all, some at a time; what one of them fails at does not stop the others. */
export async function askAll(
  calls: Call[],
  setting: LiveSetting,
): Promise<{ works: Work[]; failed: Failed[] }> {
  const ended: (Work | Failed)[] = [];
  let next = 0;
  const work = async () => {
    for (let place = next++; place < calls.length; place = next++) {
      ended[place] = await askOne(calls[place] as Call, setting);
    }
  };
  await Promise.all(Array.from({ length: setting.concurrency }, work));
  return {
    works: ended.filter((one): one is Work => 'entry' in one),
    failed: ended.filter((one): one is Failed => 'reason' in one),
  };
}
