import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Registry } from 'prom-client';
import { inRoot } from '../../../tools/setup/paths.mjs';
import { newApp } from './app.ts';
import { parseMetrics, type Sample } from './metrics.ts';
import { budgetMetrics, budgetWith, grams } from './serving.ts';

const found = (samples: Sample[], name: string, labels: Record<string, string>) =>
  samples.filter(
    (sample) =>
      sample.name === name &&
      Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  );

const figureOf = (samples: Sample[], name: string, labels: Record<string, string>) => {
  const [only, ...others] = found(samples, name, labels);
  assert.deepEqual(others, [], name);
  return only?.value;
};

test('metrics of a server are read back: counts, figures with their bounds, shares, verdicts', async () => {
  const { app, budget } = await newApp();
  await budget.record({
    service: 'speech',
    language: 'fr',
    measured: { energyWattHours: 10, gramsCo2e: { low: 30, central: 40, high: 90 } },
  });
  for (const used of [50, 20, 1]) {
    const url = '/use/speech/fr';
    await app.inject({ method: 'POST', url, payload: { grams: used } });
  }
  const response = await app.inject('/metrics');
  assert.match(String(response.headers['content-type']), /^text\/plain; version=0\.0\.4/);
  const { types, samples } = parseMetrics(response.body);
  const name = { service: 'speech', language: 'fr' };
  assert.equal(types.get('gramme_requests_total'), 'counter');
  assert.equal(figureOf(samples, 'gramme_requests_total', name), 3);
  for (const [bound, value] of [
    ['low', 100],
    ['central', 110],
    ['high', 160],
  ] as const) {
    assert.equal(figureOf(samples, 'gramme_co2e_grams_total', { ...name, bound }), value);
  }
  const energy = figureOf(samples, 'gramme_energy_watt_hours_total', { ...name, bound: 'central' });
  assert.ok((energy ?? 0) >= 10);
  const share = { budget: 'speech-day', range: 'day', measure: 'gramsCo2e' };
  assert.equal(figureOf(samples, 'gramme_budget_share', share), 1.1);
  assert.equal(figureOf(samples, 'gramme_budget_limit', share), 100);
  for (const [verdict, count] of [
    ['allow', 1],
    ['warn', 1],
    ['throttle', 1],
  ] as const) {
    assert.equal(figureOf(samples, 'gramme_verdicts_total', { ...name, verdict }), count);
  }
  assert.equal(figureOf(samples, 'gramme_uses_waiting', {}), 0);
  await app.close();
});

test('however many names come, labels stay few, and nothing is lost', async () => {
  const budget = budgetWith();
  const register = budgetMetrics(budget, { register: new Registry() });
  for (let index = 0; index < 300; index++) {
    const admission = await budget.admit(`service-${index}`, `language-${index}`);
    await admission.done(grams(1));
    await budget.record({ service: 'texts', language: `language-${index}`, ...grams(1) });
  }
  const { samples } = parseMetrics(await register.metrics());
  const requests = found(samples, 'gramme_requests_total', {});
  assert.ok(requests.length <= 66, `${requests.length}`);
  assert.equal(
    requests.reduce((sum, { value }) => sum + value, 0),
    600,
  );
  assert.equal(
    figureOf(samples, 'gramme_requests_total', { service: 'texts', language: 'other' }),
    268,
  );
});

test('metrics need no Fastify: they go into any register', async () => {
  const own = new Registry();
  assert.equal(budgetMetrics(budgetWith(), { register: own }), own);
  const { types } = parseMetrics(await own.metrics());
  assert.equal(types.get('gramme_budget_share'), 'gauge');
});

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  fieldConfig: { defaults: { unit: string } };
  targets: { expr: string; refId: string }[];
}

interface Dashboard {
  schemaVersion: number;
  uid: string;
  title: string;
  panels: Panel[];
  templating: { list: { query: string | { query: string } }[] };
}

const dashboard = JSON.parse(readFileSync(inRoot('docs/grafana/gramme.json'), 'utf8')) as Dashboard;

/** Units that Grafana knows and panels here use. */
const UNITS = ['percentunit', 'massg', 'watth', 'short', 'reqps'];

test('the dashboard asks only for metrics and labels that are exported', async () => {
  const register = budgetMetrics(budgetWith(), { register: new Registry() });
  const { types } = parseMetrics(await register.metrics());
  const labels = new Set(
    (await register.getMetricsAsArray()).flatMap(
      (metric) => (metric as unknown as { labelNames: string[] }).labelNames,
    ),
  );
  const queries = [
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...dashboard.templating.list.map(({ query }) => JSON.stringify(query)),
  ];
  const named = new Set(queries.flatMap((query) => query.match(/\bgramme_\w+/g) ?? []));
  assert.deepEqual(
    [...named].filter((name) => !types.has(name)),
    [],
  );
  assert.deepEqual(
    [...types.keys()].filter((name) => !named.has(name)),
    [],
  );
  const used = queries.flatMap((query) =>
    [...query.matchAll(/(\w+)=~?\\?"/g), ...query.matchAll(/by \(([^)]+)\)/g)].flatMap((match) =>
      (match[1] ?? '').split(/, ?/),
    ),
  );
  assert.ok(used.length > 5);
  assert.deepEqual(
    used.filter((label) => !labels.has(label)),
    [],
  );
});

test('the dashboard is one that Grafana reads: ids, places, units', () => {
  const { panels, schemaVersion, uid, title } = dashboard;
  assert.ok(Number.isInteger(schemaVersion) && schemaVersion >= 36);
  assert.ok(uid !== '' && title !== '');
  assert.ok(panels.length >= 6);
  assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
  for (const { title: name, gridPos, fieldConfig, targets } of panels) {
    assert.ok(UNITS.includes(fieldConfig.defaults.unit), name);
    assert.ok(gridPos.x >= 0 && gridPos.x + gridPos.w <= 24, name);
    assert.equal(new Set(targets.map(({ refId }) => refId)).size, targets.length, name);
  }
});
