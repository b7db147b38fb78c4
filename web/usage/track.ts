/** Answers and streams of other SDKs, weighed while they are used as before. */
import type { Gramme } from '../core/gramme-contracts.ts';
import { type Footprint, type FootprintOptions, openMeter } from './footprint.ts';
import { at } from './json-at.ts';
import { passOn } from './pass-on.ts';

/**
 * What an answer weighs: of a response of the OpenAI, Anthropic, Google or Vercel AI SDK. Of the
 * AI SDK's `streamText`, once its stream was read.
 */
export async function footprintOf(
  gramme: Gramme,
  response: unknown,
  options: FootprintOptions = {},
): Promise<Footprint> {
  const meter = openMeter(gramme, options);
  meter.take({
    ...(typeof response === 'object' ? response : {}),
    // Getters of classes, and promises of the AI SDK.
    usage: await (at(response, 'totalUsage') ?? at(response, 'usage')),
    response: await at(response, 'response'),
  });
  return meter.finish();
}

/** A stream that is weighed while it is read, and what it weighed when it ended. */
export type TrackedStream<Stream> = Stream & { readonly footprint: Promise<Footprint> };

/**
 * The stream itself, to be used as before, with `footprint`: what it weighs, once it was read to
 * its end or left. Where the provider reports no tokens, what was written is counted.
 */
export function trackStream<Stream extends AsyncIterable<unknown>>(
  gramme: Gramme,
  stream: Stream,
  options: FootprintOptions = {},
): TrackedStream<Stream> {
  const meter = openMeter(gramme, options);
  let settle: (footprint: Promise<Footprint>) => void = () => {};
  const footprint = new Promise<Footprint>((resolve) => {
    settle = resolve;
  });
  const listener = { take: meter.take, end: () => settle(meter.finish()) };
  return passOn(stream, listener, { footprint });
}
