import { expose } from 'comlink';
import { failureOf } from '../../core/failure.ts';

/** The same functions, each answered when the core has started. */
export type Answering<Api> = {
  [Name in keyof Api]: Api[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

type Work = (...given: unknown[]) => Promise<unknown>;

/** Answers a page's calls; what fails arrives there as a Failure, because errors lose their code on the way. */
export function answerCalls<Api>(api: Answering<Api>): void {
  const answered = Object.entries<Work>(api as Record<string, Work>).map(([name, work]) => {
    const call: Work = async (...given) => {
      try {
        return await work(...given);
      } catch (error) {
        throw failureOf(error);
      }
    };
    return [name, call] as const;
  });
  expose(Object.fromEntries(answered));
}

/** Work for a core that is still starting; whoever asks is told why it did not start. */
export function usingStarted<Core>(started: Promise<Core>) {
  started.catch(() => undefined);
  return <Given extends unknown[], Answer>(work: (core: Core, ...given: Given) => Answer) =>
    async (...given: Given): Promise<Awaited<Answer>> =>
      await work(await started, ...given);
}
