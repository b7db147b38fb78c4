import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFigures, FAULTS } from '../../fuzz/messages/figures.ts';
import { runMessages, startBackground } from '../../fuzz/messages/run.ts';

const COUNT = 20_000;

test('no message does what it may not, whoever sends it (npm run fuzz:messages)', async (context) => {
  const figures = await runMessages(await startBackground(), { count: COUNT, seed: 1 });
  for (const line of describeFigures(figures)) context.diagnostic(line);
  assert.equal(figures.accepted + figures.refused, COUNT);
  // It would prove little if hardly anything were taken.
  assert.ok(figures.accepted > 500 && figures.mutatedAccepted > 100);
  const none = Object.fromEntries(Object.keys(FAULTS).map((fault) => [fault, 0]));
  assert.deepEqual({ ...figures.faults }, none, figures.examples.join('\n'));
});
