// A service that keeps to a budget: node service-budget.mjs
import { loadGramme } from 'gramme';
import { createBudget, withFootprint } from 'gramme/budget';

// Ten answers of 500 tokens. Limits in grams: budgets.yaml. A store that lasts: fileStore('folder').
const budgets = `
budgets:
- {id: answers-day, service: answers, range: day, measure: tokens, limit: 5000}
`;
const budget = createBudget({ gramme: await loadGramme(), budgets, timeZone: 'Europe/Paris' });

const handle = withFootprint(
  async (request, footprint) => {
    const { prompt_tokens: inputTokens, completion_tokens: outputTokens } =
      await askTheModel(request);
    footprint.add({ exchange: { model: 'gpt-5', region: 'fra', inputTokens, outputTokens } });
    return new Response('an answer');
  },
  { budget, service: 'answers' },
);

// In place of your provider.
async function askTheModel(_request) {
  return { prompt_tokens: 100, completion_tokens: 400 };
}

for (let count = 1; count <= 11; count++) {
  const answer = await handle(new Request('http://localhost/ask'));
  const told = answer.headers.get('gramme-budget') ?? '';
  console.log(`${count}: ${answer.status} ${told}`.trim());
}

const refused = await handle(new Request('http://localhost/ask'));
console.log(
  `come again in ${refused.headers.get('retry-after')} s: ${(await refused.json()).message}`,
);
await budget.close();
