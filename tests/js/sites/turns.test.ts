import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Look } from '../../../extension/sites/types.ts';
import { bundled, openBrowser } from './play.ts';

let browser: Browser;
let page: Page;

before(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundled('./reader-entry.ts') });
});
after(() => browser.close());

function lookAt(host: string, html: string): Promise<Look> {
  return page.evaluate<Look>(`(() => {
    document.body.innerHTML = ${JSON.stringify(`<main>${html}</main>`)};
    const { dialects } = gramme.adapterFor(${JSON.stringify(host)});
    return dialects.find((dialect) => dialect.matches(document)).look(document);
  })()`);
}

const section = (role: string, inner: string) =>
  `<section data-turn="${role}" data-testid="conversation-turn-1"><div data-message-author-role="${role}">${inner}</div></section>`;
const asked = section('user', '<div class="whitespace-pre-wrap">Why?</div>');
const answered = (around = '') =>
  section('assistant', `${around}<div class="markdown"><p>Because.</p></div>`);
const seconds = async (around: string) => {
  const { reply } = await lookAt('chatgpt.com', asked + answered(around));
  return [reply?.hasHiddenReasoning, reply?.reasoningSeconds];
};

const shapes: Record<string, { host: string; turn: string }> = {
  section: { host: 'chatgpt.com', turn: asked + answered() },
  rebuilt: {
    host: 'chatgpt.com',
    turn: `<div data-turn-key="k"><div data-user-message-bubble><div class="whitespace-pre-wrap">Why?</div></div>
      <div data-markdown-text-style="assistant-message" data-markdown-text-tone="primary"><p>Because.</p></div></div>`,
  },
  light: {
    host: 'chatgpt.com',
    turn: `<li data-message-role="user"><p data-user-message-copy>Why?</p></li>
      <li data-message-role="assistant"><div data-assistant-markdown>Because.</div></li>`,
  },
  response: {
    host: 'claude.ai',
    turn: `<div data-testid="user-message">Why?</div>
      <div class="font-claude-response"><div class="standard-markdown">Because.</div></div>`,
  },
  gemini: {
    host: 'gemini.google.com',
    turn: `<user-query><div class="query-text"><span class="cdk-visually-hidden">You said</span><p>Why?</p></div></user-query>
      <model-response><model-thoughts><message-content><div class="markdown-main-panel">Hm.</div></message-content></model-thoughts>
      <message-content><div class="markdown-main-panel"><p>Because.</p></div></message-content></model-response>`,
  },
  deepseek: {
    host: 'chat.deepseek.com',
    turn: `<div data-virtual-list-item-key="-2"><div class="ds-message"><div>Why?</div></div></div>
      <div data-virtual-list-item-key="2"><div class="ds-message"><div class="ds-think-content"><div class="ds-markdown">Hm.</div></div>
      <div class="ds-markdown"><p>Because.</p></div></div></div>`,
  },
  perplexity: {
    host: 'www.perplexity.ai',
    turn: `<div class="group group/user-bubble"><div data-renderer="lm"><p>Why?</p></div><button>Edit query</button></div>
      <div data-workflow-final-text><div data-renderer="lm"><p>Because.</p></div><div data-workflow-text-footer>Share</div></div>`,
  },
};

for (const [name, { host, turn }] of Object.entries(shapes)) {
  test(`${name}: a first exchange has no earlier turns, a second one has`, async () => {
    const thread = (turns: string) =>
      name === 'light' ? `<ol data-conversation-transcript>${turns}</ol>` : turns;
    assert.equal((await lookAt(host, thread(turn))).hasEarlierTurns, false);
    assert.equal((await lookAt(host, thread(turn + turn))).hasEarlierTurns, true);
  });
}

for (const [name, { host, turn }] of Object.entries(shapes)) {
  test(`${name}: the texts of earlier turns are read, those of the last exchange are not`, async () => {
    const last = turn.replaceAll('Why', 'Really').replaceAll('Because', 'Yes');
    const turns = turn + turn + last;
    await lookAt(host, name === 'light' ? `<ol data-conversation-transcript>${turns}</ol>` : turns);
    const texts = await page.evaluate<string[]>(
      `gramme.adapterFor('${host}').dialects.find((dialect) => dialect.matches(document)).earlier(document)`,
    );
    assert.deepEqual(texts, ['Why?', 'Why?', 'Because.', 'Because.']);
  });
}

test('an answer above the only mounted prompt is an earlier turn', async () => {
  const look = await lookAt('chatgpt.com', answered() + asked + answered());
  assert.equal(look.hasEarlierTurns, true);
});

test('seconds of reasoning are read however the label is cut into texts', async () => {
  assert.deepEqual(await seconds('<button><span>Thought for 12s</span></button>'), [true, 12]);
  const pieces = '<button>Thought for <!-- --><span>1m</span> <span>5s</span></button>';
  assert.deepEqual(await seconds(pieces), [true, 65]);
  const words = '<details><summary>A réfléchi pendant <b>8</b> secondes</summary>…</details>';
  assert.deepEqual(await seconds(words), [true, 8]);
});

test('a hidden copy of a label adds nothing, another phase does', async () => {
  const copy =
    '<div role="status"><button><span>Thought for 4s</span></button><span class="sr-only">Thought for 4s</span></div>';
  assert.deepEqual(await seconds(copy), [true, 4]);
  assert.deepEqual(await seconds(`${copy}<button>Thought for 30 seconds</button>`), [true, 34]);
});

test('reasoning without a time, and times of other things, give no seconds', async () => {
  assert.deepEqual(await seconds('<button>Thought for a few seconds</button>'), [true, null]);
  assert.deepEqual(await seconds('<button>Ran for 12s</button>'), [false, null]);
  // Not a label of the page: a line of text that happens to say so.
  assert.deepEqual(await seconds('<p>Thought for 12s</p>'), [false, null]);
});

test('what an answer or a prompt says about seconds is no label', async () => {
  const said = section('user', '<div class="whitespace-pre-wrap">Thought for 12s</div>');
  const { reply } = await lookAt(
    'chatgpt.com',
    said + section('assistant', '<div class="markdown"><p>Thought for 9s</p></div>'),
  );
  assert.deepEqual([reply?.hasHiddenReasoning, reply?.reasoningSeconds], [false, null]);
});
