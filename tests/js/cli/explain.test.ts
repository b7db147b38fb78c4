import assert from 'node:assert/strict';
import test from 'node:test';
import { gramme } from './run.ts';

const request = ['estimate', '--model', 'gpt-4o', '--in-tokens', '100', '--out-tokens', '300'];

test('estimate --explain prints how the figure adds up, and every factor with its source', () => {
  const { out } = gramme([...request, '--explain']);
  assert.match(out, /how it adds up/);
  assert.match(out, /reading weights +[\d.]+ Wh +\d+ %/);
  assert.match(out, /batch size +48 \(8-128\) requests +-0\.\d+ +\d+ % +\[\d\]/);
  assert.match(out, /output tokens +300 tokens +0\.\d+ +given/);
  assert.match(out, /\[1\] \S/);
});

test('estimate --explain --json has the estimate and its explanation', () => {
  const { out } = gramme([...request, '--explain', '--json']);
  const { energyWattHours, explanation } = JSON.parse(out);
  assert.equal(explanation.carbon.parts[0].parts[0].range.central, energyWattHours.central);
  assert.ok(explanation.factors.length > 10);
});

test('recompute lists what becomes of a stored day under another method', async () => {
  const record = {
    exchange: { site: 'chatgpt', model: 'gpt-4o', inputTokens: 50, outputTokens: 400 },
    date: '2026-01-15',
    zone: 'Europe/Paris',
    device: 'here',
  };
  const { loadGramme } = await import('../../../web/core/node.ts');
  const core = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
  const { day } = core.call('record', record) as { day: object };
  const { out } = gramme(['recompute', '--method', 'ecologits'], JSON.stringify(day));
  assert.match(
    out,
    /chatgpt +gpt-4o +1 +2026\.[\d.]+\/roofline\/\S+ .+\/ecologits\/0\.11\.2 .+× \d/,
  );
  assert.match(out, /2026-01-15: [\d.]+ \(/);
});
