// Counts an answer while it is written: node streaming-count.mjs
import { loadGramme } from 'gramme';

// Stands for the parts that a provider's stream brings.
async function* answer() {
  yield 'The north wind and the ';
  yield 'sun were disput';
  yield 'ing which was the stronger, ';
  yield 'when a traveller came along.';
}

const gramme = await loadGramme();
const tokenizer = await gramme.tokenizer({ model: 'gpt-5' });

const stream = tokenizer.openStream();
for await (const part of answer()) {
  stream.append(part);
  console.log(`${stream.tokens()} tokens so far`);
}
const outputTokens = stream.finish();
stream.close();

const { gramsCo2e } = gramme.estimate({ model: 'gpt-5', outputTokens });
console.log(`${outputTokens} tokens, ${gramsCo2e.central.toPrecision(2)} gCO2e`);
