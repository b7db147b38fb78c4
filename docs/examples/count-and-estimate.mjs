// Counts a prompt and says what its answer weighs: node count-and-estimate.mjs
import { loadGramme } from 'gramme';

const gramme = await loadGramme();

const prompt = 'Explain photosynthesis to a child of eight years.';
const { tokens, kind } = await gramme.count(prompt, { model: 'gpt-5' });
console.log(`${tokens} tokens, ${kind}`);

const { energyWattHours, gramsCo2e, waterLitres, warnings } = gramme.estimate({
  model: 'gpt-5',
  inputTokens: tokens,
  outputTokens: 400,
  region: 'fra',
});

// Every figure is a range; round it only where a person reads it.
const show = ({ low, central, high }) =>
  `${central.toPrecision(2)} (${low.toPrecision(2)} to ${high.toPrecision(2)})`;
console.log(`energy ${show(energyWattHours)} Wh`);
console.log(`carbon ${show(gramsCo2e)} gCO2e`);
console.log(`water ${show(waterLitres)} L`);

// What had to be assumed, with a code for each thing (docs/errors.md).
for (const { code } of warnings) console.log(`assumed: ${code}`);
