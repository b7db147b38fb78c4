// The real OpenTelemetry SDK: spans of requests leave it with what they weigh.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { loadGramme } from '../../../web/core/node.ts';
import { footprintSpans } from '../../../web/usage/usage.ts';

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });

/** Spans as they are exported, of one request each. */
async function exported(requests: Record<string, string | number>[]) {
  const exporter = new InMemorySpanExporter();
  const processor = footprintSpans(gramme, new SimpleSpanProcessor(exporter), { region: 'fra' });
  const provider = new BasicTracerProvider({ spanProcessors: [processor] });
  for (const attributes of requests) {
    const span = provider.getTracer('test').startSpan('chat', { attributes });
    span.addEvent('asked');
    span.end();
  }
  await provider.forceFlush();
  const spans = exporter.getFinishedSpans();
  await provider.shutdown();
  return spans;
}

const request = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.request.model': 'gpt-5',
  'gen_ai.response.model': 'gpt-5.4',
  'gen_ai.usage.input_tokens': 15,
  'gen_ai.usage.cache_read.input_tokens': 4,
  'gen_ai.usage.output_tokens': 7,
};

test('a span with tokens is exported with the footprint of the model that answered', async () => {
  const [span] = await exported([request]);
  assert.ok(span !== undefined);
  const estimate = gramme.estimate({
    model: 'gpt-5.4',
    inputTokens: 11,
    cachedInputTokens: 4,
    outputTokens: 7,
    region: 'fra',
  });
  const { attributes } = span;
  for (const bound of ['low', 'central', 'high'] as const) {
    assert.equal(attributes[`gramme.energy.watt_hours.${bound}`], estimate.energyWattHours[bound]);
    assert.equal(attributes[`gramme.emissions.grams_co2e.${bound}`], estimate.gramsCo2e[bound]);
  }
  assert.equal(attributes['gramme.methodology'], estimate.methodology);
  assert.equal(attributes['gramme.region'], 'fra');
  assert.equal(attributes['gen_ai.operation.name'], 'chat');
});

test('everything else of the span is as it was', async () => {
  const [span] = await exported([request]);
  assert.ok(span !== undefined);
  assert.equal(span.name, 'chat');
  assert.equal(span.ended, true);
  assert.equal(span.spanContext().traceId.length, 32);
  assert.deepEqual(
    span.events.map(({ name }) => name),
    ['asked'],
  );
  assert.ok(span.duration.every((part) => part >= 0));
});

test('spans that report no tokens, or impossible ones, go on without a footprint', async () => {
  const spans = await exported([
    { 'http.request.method': 'POST' },
    { ...request, 'gen_ai.usage.cache_read.input_tokens': 99 },
  ]);
  const names = spans.map(({ attributes }) =>
    Object.keys(attributes).filter((name) => name.startsWith('gramme.')),
  );
  assert.deepEqual(names, [[], ['gramme.error']]);
  assert.equal(spans[1]?.attributes['gramme.error'], 'out_of_range');
});
