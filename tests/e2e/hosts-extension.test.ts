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

for (const policy of ['lax', 'strict'] as const) {
  test(`the extension’s service worker counts the sample on a page with a ${policy} policy`, async () => {
    const { countedByWorker } = await agrees(policy);
    assert.ok(countedByWorker >= 2);
  });
}
