// Figures of your own over the shipped ones (config/README.md): node own-config.mjs
import { loadGramme } from 'gramme';

const config = `
regions:
- id: our-site
  name: Our site
  carbon_intensity_grams_co2e_per_kilowatt_hour: {low: 10, central: 12, high: 15}
  source: our supplier's statement
  as_of: 2026-01-01
providers:
- {id: openai, pue: 1.05}
`;

const exchange = { model: 'gpt-5', outputTokens: 400 };

const shipped = await loadGramme();
const usual = shipped.estimate(exchange);

const gramme = await loadGramme({ config });
const own = gramme.estimate({ ...exchange, region: 'our-site' });

console.log(`usual: ${usual.gramsCo2e.central.toPrecision(2)} gCO2e in ${usual.region}`);
console.log(`own:   ${own.gramsCo2e.central.toPrecision(2)} gCO2e in ${own.region}`);
