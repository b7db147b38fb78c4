/** `gramme/usage`: what answers of other SDKs weigh, in Node and in the browser. */
export type { Footprint, FootprintMeter, FootprintOptions } from './footprint.ts';
export { openMeter } from './footprint.ts';
export type { Attributes, AttributeValue } from './telemetry.ts';
export { estimateOfAttributes, footprintAttributes, footprintSpans } from './telemetry.ts';
export type { TrackedStream } from './track.ts';
export { footprintOf, trackStream } from './track.ts';
