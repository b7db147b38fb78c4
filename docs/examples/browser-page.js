// The script of browser-page.html: counts what is typed, on the reader's own machine.
import { loadGramme } from './node_modules/gramme/dist/web.mjs';

const field = document.querySelector('textarea');
const output = document.querySelector('output');

// Fetches gramme.wasm now, and the vocabulary of this model with the next line.
const gramme = await loadGramme();
const tokenizer = await gramme.tokenizer({ model: 'gpt-5' });

function show() {
  const inputTokens = tokenizer.count(field.value);
  const { energyWattHours } = gramme.estimate({ model: 'gpt-5', inputTokens, outputTokens: 400 });
  const { low, central, high } = energyWattHours;
  const [from, about, to] = [low, central, high].map((figure) => figure.toPrecision(2));
  output.textContent = `${inputTokens} tokens; an answer of 400: ${about} Wh (${from} to ${to})`;
}

field.addEventListener('input', show);
show();
