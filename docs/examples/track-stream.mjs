// Weighs a stream of an SDK while it is read as before: node track-stream.mjs
import { loadGramme } from 'gramme';
import { trackStream } from 'gramme/usage';

const gramme = await loadGramme();

// What `await openai.chat.completions.create({ …, stream: true })` gives; any SDK's will do.
async function* answerOfAnSdk() {
  for (const content of ['Trains ', 'weigh ', 'less.']) {
    yield { model: 'gpt-5', choices: [{ delta: { content } }] };
  }
  // OpenAI sends this with `stream_options: { include_usage: true }`.
  yield { model: 'gpt-5', choices: [], usage: { prompt_tokens: 12, completion_tokens: 5 } };
}

const stream = trackStream(gramme, answerOfAnSdk(), { region: 'fra' });
for await (const event of stream) process.stdout.write(event.choices[0]?.delta.content ?? '\n');

const { model, inputTokens, outputTokens, estimate } = await stream.footprint;
console.log(`${model}: ${inputTokens} tokens read, ${outputTokens} written`);
const { low, central, high } = estimate.gramsCo2e;
const shown = (grams) => grams.toPrecision(2);
console.log(`${shown(central)} gCO2e (${shown(low)} to ${shown(high)})`);
