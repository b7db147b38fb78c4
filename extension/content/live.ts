import type { LiveFigures } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import type { Generation } from '../sites/records.ts';
import type { CountText } from './counting-port.ts';
import { countGeneration } from './report.ts';

/** A prompt does not change while its answer grows: it is counted once. */
const MOST_REMEMBERED = 2;

/** Remembers the last texts and their counts, so that only what has grown is counted again. */
function remembering(count: CountText): { count: CountText; forget(): void } {
  let last: { key: string; counted: ReturnType<CountText> }[] = [];
  return {
    count: (text, request) => {
      const key = `${request.model ?? ''}\n${text}`;
      const known = last.find((entry) => entry.key === key);
      const counted = known?.counted ?? count(text, request);
      last = [...last.filter((entry) => entry !== known), { key, counted }].slice(-MOST_REMEMBERED);
      return counted;
    },
    forget: () => {
      last = [];
    },
  };
}

export interface LiveOptions {
  count: CountText;
  salt: string;
  onFigures(figures: LiveFigures): void;
}

export interface Live {
  /** The answer so far; left out while an earlier state of it is still being counted. */
  progress(generation: Generation): void;
  /** The answer is over: its figures come with the report. */
  finish(id: string): void;
}

/** What an answer weighs while it is being written. Failing costs a look, never a count. */
export function newLive({ count, salt, onFigures }: LiveOptions): Live {
  const memory = remembering(count);
  let isBusy = false;
  let finished = '';
  const tell = async (generation: Generation): Promise<void> => {
    const told = { generation, earlier: [] };
    const exchange = await countGeneration(told, memory.count, salt);
    if (finished === generation.id) return;
    const figures = await ask({ type: 'exchange/progressed', exchange }, { mostTries: 1 });
    if (finished !== generation.id) onFigures(figures);
  };
  return {
    progress(generation) {
      if (isBusy) return;
      isBusy = true;
      tell(generation)
        .catch(() => undefined)
        .finally(() => {
          isBusy = false;
        });
    },
    finish(id) {
      finished = id;
      memory.forget();
    },
  };
}
