// Sums up the exchanges of a day, however many: node day-totals.mjs
import { loadGramme } from 'gramme';

const gramme = await loadGramme();

// A generator: the exchanges need not be in memory together.
function* exchanges() {
  for (let index = 0; index < 10_000; index++) {
    yield { model: 'gpt-5', region: 'swe', inputTokens: 200, outputTokens: 100 + (index % 400) };
    yield { model: 'gpt-4o-mini', region: 'swe', inputTokens: 50, outputTokens: 60 };
  }
}

const day = gramme.totals(exchanges(), { range: 'day', date: '2026-01-15' });

const { requests, tokens, energyWattHours, gramsCo2e } = day.stats;
console.log(`${requests} requests, ${tokens} tokens`);
const { low, central, high } = energyWattHours;
console.log(`${Math.round(central)} Wh (${Math.round(low)} to ${Math.round(high)})`);
console.log(`${(gramsCo2e.central / 1000).toPrecision(2)} kgCO2e`);
