/** Files of each kind that "My data" reads, for scenes and tests. */
import { readFileSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';

/** A file as a page is given it. */
export interface SampleFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const sampleFile = (name: string, content: string | Uint8Array): SampleFile => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content as string),
});

/** One of tests/fixtures/usage. */
export const fixtureFile = (name: string): SampleFile =>
  sampleFile(name, readFileSync(inRoot(`tests/fixtures/usage/${name}`)));

/** An export of the extension, analytics, a log and measured runs. */
export const FIXTURES = [
  'gramme-export.json',
  'analytics.yaml',
  'responses.jsonl',
  'emissions.csv',
];
