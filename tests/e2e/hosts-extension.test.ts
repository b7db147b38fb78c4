import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, goldens } from '../../tools/golden/golden.ts';
import type { EstimateRequest } from '../../web/core/contracts.ts';
import { loadGramme } from '../../web/core/node.ts';
import { type Counted, countInExtension, type Policy } from './hosts/extension.ts';
import { sampleTokens } from './hosts/sample.ts';

const gramme = await loadGramme({ folder: new URL('../../dist/', import.meta.url) });

/** The exchange that the extension stored, as others would ask for it. */
function requestOf({ exchange }: Counted): EstimateRequest {
  return {
    site: exchange.site,
    model: exchange.model.label ?? '',
    inputTokens: exchange.prompt.tokens,
    outputTokens: exchange.output.tokens,
    // The page has an earlier turn, which is sent again.
    ...(exchange.context === undefined ? {} : { contextTokens: exchange.context.tokens }),
  };
}

/** What Node estimates for it. */
function estimateInNode(counted: Counted) {
  const { energyWattHours, gramsCo2e } = gramme.estimate(requestOf(counted));
  return { energyWattHours, gramsCo2e };
}

/** The golden estimate of that exchange. */
function goldenOf(counted: Counted) {
  const golden = goldens().find(({ request }) => request.site !== undefined);
  assert.ok(golden);
  assert.deepEqual(requestOf(counted), golden.request);
  const { energyWattHours, gramsCo2e } = golden.answer;
  return { energyWattHours, gramsCo2e };
}

async function agrees(policy: Policy): Promise<Counted> {
  const counted = await countInExtension(policy);
  const { prompt, estimate } = counted.exchange;
  assert.equal(prompt.tokens, sampleTokens);
  assert.equal(prompt.kind, 'exact');
  const { energyWattHours, gramsCo2e } = estimate;
  assert.deepEqual({ energyWattHours, gramsCo2e }, estimateInNode(counted));
  assert.deepEqual(differences(goldenOf(counted), { energyWattHours, gramsCo2e }), []);
  return counted;
}

for (const policy of ['lax', 'strict'] as const) {
  test(`the extension’s service worker counts the sample on a page with a ${policy} policy`, async () => {
    const { countedByWorker } = await agrees(policy);
    assert.ok(countedByWorker >= 2);
  });
}
