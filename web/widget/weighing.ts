/** Has weighed what an element is given; loads what that needs, and tells the element of the newest. */
import { passOn } from '../usage/pass-on.ts';
import { loaded } from './fault.ts';
import type { Tracked } from './follow.ts';
import { NOBODY, newInlet } from './inlet.ts';
import type { MeterProperties, TrackOptions } from './meter-contracts.ts';
import { learn } from './text.ts';
import type { Weighed } from './weigh.ts';

export type Engine = typeof import('./engine.ts');

export interface Host extends MeterProperties {
  readonly locale: string;
  /** What was weighed; another one may have been begun since. */
  show(engine: Engine, weighed: Weighed, isNewest: boolean): void;
  fail(error: unknown, isNewest: boolean): void;
  /** Something is being weighed. */
  begin(): void;
}

export interface Weighing {
  /** By what attributes and properties say. */
  weighGiven(): Promise<void>;
  /** The answer, to be used as before. */
  track(answer: unknown, options: TrackOptions): unknown;
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isStream = (answer: unknown): answer is AsyncIterable<unknown> =>
  isRecord(answer) && Symbol.asyncIterator in answer;

const isPromise = (answer: unknown): answer is PromiseLike<unknown> =>
  isRecord(answer) && 'then' in answer && typeof answer.then === 'function';

/** Code and words that are needed once there is something to show. */
export async function engineFor({ locale }: Pick<Host, 'locale'>): Promise<Engine> {
  const engine = await loaded(import('./engine.ts'));
  await learn(locale);
  return engine;
}

async function weighTracked(
  host: Host,
  { inlet, answer, options }: Tracked,
  tell: (engine: Engine, weighed: Weighed) => void,
): Promise<void> {
  try {
    const engine = await engineFor(host);
    const gramme = await engine.coreOf(host);
    const tracked = { inlet, answer, options: { ...engine.placeOf(host), ...options } };
    const weighed = await engine.weighAnswer(gramme, tracked, (live) => tell(engine, live));
    engine.addToPage(gramme, weighed.exchange);
    tell(engine, weighed);
  } finally {
    inlet?.open(NOBODY);
  }
}

export function newWeighing(host: Host): Weighing {
  let turns = 0;
  const begin = async (work: (isNewest: () => boolean) => Promise<void>) => {
    turns += 1;
    const turn = turns;
    const isNewest = () => turn === turns;
    host.begin();
    await work(isNewest).catch((error: unknown) => host.fail(error, isNewest()));
  };
  const follow = (tracked: Tracked) =>
    begin((isNewest) =>
      weighTracked(host, tracked, (engine, weighed) => host.show(engine, weighed, isNewest())),
    );
  const track = (answer: unknown, options: TrackOptions): unknown => {
    if (isStream(answer)) {
      const inlet = newInlet();
      void follow({ inlet, answer, options });
      return passOn(answer, inlet, {});
    }
    if (isPromise(answer)) return answer.then((settled) => track(settled, options));
    void follow({ inlet: null, answer, options });
    return answer;
  };
  return {
    track,
    weighGiven: () =>
      begin(async (isNewest) => {
        const engine = await engineFor(host);
        const weighed = await engine.weighGiven(await engine.coreOf(host), host);
        if (weighed !== null) host.show(engine, weighed, isNewest());
      }),
  };
}
