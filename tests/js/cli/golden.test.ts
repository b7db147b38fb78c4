import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analysedByCommand, GOLDEN_ANALYSES, goldenPath } from '../../../tools/golden/analyses.ts';

for (const golden of GOLDEN_ANALYSES) {
  test(`the command prints what tests/golden/${golden.name}.json holds`, () => {
    const expected: unknown = JSON.parse(readFileSync(goldenPath(golden), 'utf8'));
    assert.deepEqual(JSON.parse(analysedByCommand(golden)), expected);
  });
}
