import assert from 'node:assert/strict';
import test from 'node:test';
import { gramme } from './run.ts';

const json = (answer: { out: string }) => JSON.parse(answer.out) as Record<string, unknown>;

test('estimate takes year, time on the grid, accounting and own water figures', () => {
  const options = ['--year', '2024', '--grid-time', '5-14', '--wue', '0.5', '--grid-wue', '2'];
  const model = ['estimate', '-m', 'gemini-2.5-pro', '--out-tokens', '5', '--json', '-r'];
  const answer = json(gramme([...model, 'fra', ...options]));
  assert.equal(answer.regionYear, 2024);
  assert.equal(answer.accounting, 'location-based');
  assert.deepEqual(
    (answer.warnings as { code: string }[]).filter(({ code }) => /^(region|grid)_/.test(code)),
    [],
  );
  const market = json(gramme([...model, 'gcp:europe-west9', '--accounting', 'market-based']));
  assert.equal(market.region, 'gcp-europe-west9');
  assert.equal(market.accounting, 'market-based');
  assert.equal(market.regionYear, null);
});

test('estimate says which region, year and accounting it took', () => {
  const model = ['estimate', '-m', 'gemini-2.5-pro', '--out-tokens', '5', '-r', 'fra'];
  assert.match(gramme(model).out, /· fra 2023 ·/);
  assert.match(gramme([...model, '--accounting', 'market-based']).out, /· fra market-based ·/);
});

test('regions --cloud lists the regions of cloud operators', () => {
  const list = JSON.parse(gramme(['regions', '--cloud', '--json']).out) as { id: string }[];
  assert.ok(list.length >= 44);
  assert.ok(list.every(({ id }) => /^gcp-/.test(id)));
  assert.match(
    gramme(['regions', '--cloud']).out,
    /^gcp-europe-west9 +Paris +fra +16\.3-34 +0\.96 /m,
  );
});
