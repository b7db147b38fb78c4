import type { FullGlueModule } from '#glue-full';
import { unwrap } from './envelope.ts';
import type { CalibrateOptions } from './gramme-contracts.ts';
import type { Inbox } from './inbox.ts';
import type { CalibrationResult, MeasurementFile } from './measurement-contracts.ts';
import { piecesOf } from './pieces.ts';

const today = () => new Date().toISOString().slice(0, 10);

type Step = (request: object, part?: Uint8Array) => unknown;

async function readFile(step: Step, calibration: number, file: MeasurementFile): Promise<void> {
  const { name, hardware = null, parts } = file;
  step({ step: 'file', calibration, name, hardware });
  for await (const piece of piecesOf(parts)) step({ step: 'part', calibration }, piece);
}

/** Fits measurements, file by file; no file is held in memory. */
export async function calibrate(
  { glue, inbox }: { glue: FullGlueModule; inbox: Inbox },
  files: Iterable<MeasurementFile> | AsyncIterable<MeasurementFile>,
  options: CalibrateOptions,
): Promise<CalibrationResult> {
  const step: Step = (request, part) =>
    unwrap(glue.calibrate(JSON.stringify(request), part === undefined ? 0 : inbox.write(part)));
  const { calibration } = step({ step: 'open', asOf: options.asOf ?? today() }) as {
    calibration: number;
  };
  let isOpen = true;
  try {
    for await (const file of files) await readFile(step, calibration, file);
    isOpen = false;
    return step({ step: 'finish', calibration }) as CalibrationResult;
  } finally {
    // The core closes what fails by itself; a file that cannot be read fails here.
    if (isOpen) glue.calibrate(JSON.stringify({ step: 'close', calibration }), 0);
  }
}
