/** Answers of other SDKs: counted while they are written, weighed by what they report in the end. */
import type { Figure } from '../core/contracts.ts';
import type { Gramme } from '../core/gramme-contracts.ts';
import type { TokenStream } from '../core/token-contracts.ts';
import { paced } from '../parts/paced.ts';
import { type Footprint, openMeter } from '../usage/footprint.ts';
import type { Listener } from '../usage/pass-on.ts';
import { modelIn } from '../usage/reports.ts';
import { writtenIn } from '../usage/texts.ts';
import { footprintOf } from '../usage/track.ts';
import { addReport, NOTHING_TOLD } from '../usage/usage-sum.ts';
import type { Inlet } from './inlet.ts';
import type { TrackOptions } from './meter-contracts.ts';
import { counterOf, type Place, type Weighed, weighFootprint, weighTokens } from './weigh.ts';

/** Figures change at most four times a second. */
const SHORTEST_MS = 250;

export type Tell = (weighed: Weighed) => void;

/** A text that is being written, and what was asked, as far as they can be counted yet. */
interface LiveCount {
  append(written: string): void;
  tokens(): { prompt: Figure | null; output: Figure } | null;
  close(): void;
}

interface Counting {
  place: Place;
  prompt: string | undefined;
  /** The vocabulary is there: what came meanwhile can be counted. */
  onOpen(): void;
}

function openCount(gramme: Gramme, { place, prompt, onOpen }: Counting): LiveCount {
  let stream: TokenStream | null = null;
  let asked: Figure | null = null;
  let waiting = '';
  let isClosed = false;
  const opening = gramme.tokenizer(counterOf(place)).then((tokenizer) => {
    if (isClosed) return;
    if (prompt !== undefined) asked = tokenizer.count(prompt);
    stream = tokenizer.openStream();
    stream.append(waiting);
    onOpen();
  });
  // Its end may be weighed all the same, by what the provider reports; if not, that fails and says so.
  opening.catch(() => {});
  return {
    append(written) {
      if (stream === null) waiting += written;
      else stream.append(written);
    },
    tokens: () => (stream === null ? null : { prompt: asked, output: stream.tokens() }),
    close() {
      isClosed = true;
      stream?.close();
      stream = null;
    },
  };
}

/** Tells what has been written so far, at a pace that can be read. */
function liveListener(gramme: Gramme, options: TrackOptions, tell: Tell): Listener {
  const { prompt, ...given } = options;
  let place: Place = given;
  let sum = NOTHING_TOLD;
  let count: LiveCount | null = null;
  const show = paced(SHORTEST_MS, () => {
    const counted = count?.tokens() ?? null;
    if (counted === null) return;
    const tokens = {
      input: sum.usage.inputTokens ?? counted.prompt,
      cachedInput: sum.usage.cachedInputTokens ?? 0,
      output: counted.output,
    };
    tell(weighTokens(gramme, { place, tokens, warnings: sum.warnings, isFinal: false }));
  });
  return {
    take(event) {
      const model = given.model ?? modelIn(event);
      if (model !== undefined) place = { ...given, model };
      sum = addReport(gramme, sum, event);
      const written = writtenIn(event);
      if (written === '') return;
      count ??= openCount(gramme, { place, prompt, onOpen: () => show(undefined) });
      count.append(written);
      show(undefined);
    },
    end() {
      count?.close();
      count = null;
    },
  };
}

/** What the stream that flows through the inlet comes to. */
function footprintOfStream(
  gramme: Gramme,
  { inlet, options }: { inlet: Inlet; options: TrackOptions },
  tell: Tell,
): Promise<Footprint> {
  const meter = openMeter(gramme, options);
  const live = liveListener(gramme, options, tell);
  return new Promise((resolve, reject) => {
    const stop = (error: unknown) => {
      live.end();
      reject(error);
    };
    inlet.open({
      // Whoever reads the stream never learns of a fault of ours.
      take(event) {
        try {
          meter.take(event);
          live.take(event);
        } catch (error) {
          stop(error);
        }
      },
      end() {
        live.end();
        meter.finish().then(resolve, reject);
      },
    });
  });
}

export interface Tracked {
  /** A stream comes through its inlet; another answer is there. */
  inlet: Inlet | null;
  answer: unknown;
  options: TrackOptions;
}

/** Weighs an answer to its end. */
export async function weighAnswer(
  gramme: Gramme,
  { inlet, answer, options }: Tracked,
  tell: Tell,
): Promise<Weighed> {
  const footprint =
    inlet === null
      ? footprintOf(gramme, answer, options)
      : footprintOfStream(gramme, { inlet, options }, tell);
  const { prompt, ...place } = options;
  return weighFootprint(gramme, place, await footprint);
}
