import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGramme } from '../../web/core/node.ts';
import { type Counted, countInExtension, type Policy } from './hosts/extension.ts';
import { sampleTokens } from './hosts/sample.ts';

const gramme = await loadGramme({ folder: new URL('../../dist/', import.meta.url) });

/** What Node estimates for the exchange that the extension stored. */
function estimateInNode({ exchange }: Counted) {
  const { energyWattHours, gramsCo2e } = gramme.estimate({
    site: exchange.site,
    model: exchange.model.label ?? '',
    inputTokens: exchange.prompt.tokens,
    outputTokens: exchange.output.tokens,
    // The page has an earlier turn, which is sent again.
    ...(exchange.context === undefined ? {} : { contextTokens: exchange.context.tokens }),
  });
  return { energyWattHours, gramsCo2e };
}

async function agrees(policy: Policy): Promise<Counted> {
  const counted = await countInExtension(policy);
  const { prompt, estimate } = counted.exchange;
  assert.equal(prompt.tokens, sampleTokens);
  assert.equal(prompt.kind, 'exact');
  const { energyWattHours, gramsCo2e } = estimate;
  assert.deepEqual({ energyWattHours, gramsCo2e }, estimateInNode(counted));
  return counted;
}

test('the content script counts the sample itself where the page allows WebAssembly', async () => {
  const { countedByWorker } = await agrees('lax');
  assert.equal(countedByWorker, 0);
});

test('the extension’s service worker counts the sample where the page forbids WebAssembly', async () => {
  const { countedByWorker } = await agrees('strict');
  assert.ok(countedByWorker >= 2);
});
