/** Lines for scripts in a page of the section structure, shared by tests and benches. */

const turnLine = `const turn = (role, id, text) => '<section data-turn="' + role + '" data-testid="conversation-turn-' + id + '"><div data-message-author-role="' + role + '" data-message-id="m' + id + '"><div class="' + (role === 'user' ? 'whitespace-pre-wrap' : 'markdown') + '">' + text + '</div></div></section>';
  const show = (turns) => { document.body.innerHTML = '<main>' + turns + '<form><div id="prompt-textarea"></div><button data-testid="send-button"></button></form></main>'; };
  const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));`;

/** A page with one answered prompt. */
export const shortPage = `${turnLine}
  show(turn('user', 1, 'Old') + turn('assistant', 2, '<p>Old answer.</p>'));`;

/** A page on which so many answered prompts stay mounted. */
export const pageOf = (prompts: number) => `${turnLine}
  const words = '<p>' + '<span>some words </span>'.repeat(60) + '</p>';
  let page = '';
  for (let id = 1; id <= ${2 * prompts}; id += 2) page += turn('user', id, 'Question ' + id) + turn('assistant', id + 1, words);
  show(page);`;

export const longPage = pageOf(120);

/** Then the next prompt is sent, and its answer grows token by token: a number, or its name. */
export const streamingOn = (tokens: number | string, tokensPerSecond: number) => `(async () => {
  const id = 100001 + 2 * document.querySelectorAll('section').length;
  await sleep(400);
  document.querySelector('main').insertAdjacentHTML('beforeend', turn('user', id, 'New') + turn('assistant', id + 1, ''));
  document.querySelector('form button').setAttribute('data-testid', 'stop-button');
  const prose = document.querySelector('main > section:last-child .markdown');
  const begun = performance.now();
  let text = null;
  for (let piece = 0; piece < ${tokens}; piece++) {
    if (piece % 50 === 0) { text = document.createTextNode(''); const p = document.createElement('p'); p.append(text); prose.append(p); }
    text.data += 'word' + piece + ' ';
    await sleep(begun + piece * ${1000 / tokensPerSecond} - performance.now());
  }
  document.querySelector('form button').setAttribute('data-testid', 'send-button');
})()`;

/** Observes that page until \`stop\` is aborted; what is heard goes to the given callbacks. */
export const observeWith = (callbacks: string) => `const stop = new AbortController();
  const watch = gramme.observe({
    window, document, adapter: gramme.adapterFor('chatgpt.com'), now: () => Date.now(),
    newId: () => 'the-id', salt: '', signal: stop.signal,
    open: { save: async () => {}, take: async () => null },
    onStarted() {}, onProgress() {}, onHealth() {}, onFinished() {},
    ${callbacks}
  });`;
