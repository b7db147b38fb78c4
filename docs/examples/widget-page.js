/** What the official SDKs of OpenAI and Anthropic give for `stream: true`; here written out. */
async function* ask() {
  const model = 'gpt-5';
  for (const content of ['Trains ', 'weigh ', 'less.']) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    yield { model, choices: [{ delta: { content } }] };
  }
  yield { model, choices: [], usage: { prompt_tokens: 12, completion_tokens: 5 } };
}

const meter = document.querySelector('#answer');
const text = document.querySelector('#text');

document.querySelector('button').addEventListener('click', async () => {
  text.textContent = '';
  for await (const { choices } of meter.track(ask())) {
    text.textContent += choices[0]?.delta.content ?? '';
  }
});
