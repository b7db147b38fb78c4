/** Lines for scripts in a page of the section structure, shared by tests and benches. */

const turnLine = `const turn = (role, id, text) => '<section data-turn="' + role + '" data-testid="conversation-turn-' + id + '"><div data-message-author-role="' + role + '" data-message-id="m' + id + '"><div class="' + (role === 'user' ? 'whitespace-pre-wrap' : 'markdown') + '">' + text + '</div></div></section>';
  const show = (turns) => { document.body.innerHTML = '<main>' + turns + '<form><div id="prompt-textarea"></div><button data-testid="send-button"></button></form></main>'; };
  const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));`;

/** A page with one answered prompt. */
export const shortPage = `${turnLine}
  show(turn('user', 1, 'Old') + turn('assistant', 2, '<p>Old answer.</p>'));`;

/** A page on which 120 answered prompts stay mounted. */
export const longPage = `${turnLine}
  const words = '<p>' + '<span>some words </span>'.repeat(60) + '</p>';
  let page = '';
  for (let id = 1; id <= 240; id += 2) page += turn('user', id, 'Question ' + id) + turn('assistant', id + 1, words);
  show(page);`;

/** Observes that page until \`stop\` is aborted; what is heard goes to the given callbacks. */
export const observeWith = (callbacks: string) => `const stop = new AbortController();
  const watch = gramme.observe({
    window, document, adapter: gramme.adapterFor('chatgpt.com'), now: () => Date.now(),
    newId: () => 'the-id', salt: '', signal: stop.signal,
    open: { save: async () => {}, take: async () => null },
    onStarted() {}, onProgress() {}, onHealth() {}, onFinished() {},
    ${callbacks}
  });`;
