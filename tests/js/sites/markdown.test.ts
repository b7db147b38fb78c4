import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { bundled, openBrowser } from './play.ts';

let browser: Browser;
let page: Page;

before(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundled('./reader-entry.ts') });
});
after(() => browser.close());

interface Read {
  markdown: string;
  visible: string;
}

function read(html: string): Promise<Read> {
  return page.evaluate<Read>(`(() => {
    const root = document.createElement('div');
    root.innerHTML = ${JSON.stringify(html)};
    document.body.replaceChildren(root);
    const { markdown, visible } = gramme.readAnswer([root]);
    return { markdown, visible: gramme.normalise(visible) };
  })()`);
}

const cases: [title: string, html: string, markdown: string, visible?: string][] = [
  [
    'paragraphs are parted by a blank line',
    '<p>One.</p>\n<p>Two.</p>',
    'One.\n\nTwo.',
    'One. Two.',
  ],
  ['a line break stays a line break', '<p>One<br>two</p>', 'One\ntwo', 'One two'],
  [
    'bold, italic, struck and code marks return',
    '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>',
    '**a** *b* ~~c~~ `d`',
    'a b c d',
  ],
  ['marks nest', '<p><strong>a <em>b</em></strong></p>', '**a *b***'],
  ['code with a back-tick gets two', '<p><code>a`b</code></p>', '``a`b``'],
  ['headings keep their level', '<h1>A</h1><h3>B</h3>', '# A\n\n### B', 'A B'],
  [
    'nested lists are indented',
    '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    '- a\n  - b\n- c',
    'a b c',
  ],
  [
    'numbers follow start',
    '<ol start="3"><li><p>x</p></li><li><p>y</p></li></ol>',
    '3. x\n4. y',
    'x y',
  ],
  [
    'tasks keep their boxes',
    '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>',
    '- [x] a\n- [ ] b',
    'a b',
  ],
  ['quotes get their marks', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b', 'a b'],
  ['a rule is three dashes', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb', 'a b'],
  [
    'tables get bars and dashes',
    '<div class="x"><table><thead><tr><th>A</th><th style="text-align:right">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>',
    '| A | B |\n|---|---:|\n| 1 | 2 |',
    'A B 1 2',
  ],
  [
    'links keep their address',
    '<p><a href="https://e.org/">x</a> <a href="https://e.org/">https://e.org/</a></p>',
    '[x](https://e.org/) https://e.org/',
    'x https://e.org/',
  ],
  [
    'images with a public address return',
    '<p><img alt="cat" src="https://e.org/c.png"><img alt="no" src="data:x"></p>',
    '![cat](https://e.org/c.png)',
    '',
  ],
  [
    'formulas are read once, from their source',
    '<p>so <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">a^2</annotation></math></span><span class="katex-html" aria-hidden="true">a2</span></span></p>',
    'so $a^2$',
    'so a^2',
  ],
  [
    'displayed formulas stand alone',
    '<p>so</p><span class="katex-display"><span class="katex"><annotation encoding="application/x-tex">b</annotation></span></span>',
    'so\n\n$$b$$',
    'so b',
  ],
  [
    'code in a plain block takes its class as language',
    '<pre><code class="language-ts">let a = 1;\nlet b;</code></pre>',
    '```ts\nlet a = 1;\nlet b;\n```',
    'let a = 1; let b;',
  ],
  [
    'a header above the block is its language, not text',
    '<div><div class="s"><button>Copy</button></div><div>python</div><div><pre><code>x</code></pre></div></div>',
    '```python\nx\n```',
    'x',
  ],
  [
    'an editor parts its lines by breaks',
    '<pre><div><div>Python</div><button>Run</button></div><div class="cm-editor"><div class="cm-content">a<br><br><span>b</span></div></div></pre>',
    '```python\na\n\nb\n```',
    'a b',
  ],
  [
    'an editor with line elements',
    '<pre><div>C++</div><div class="cm-content"><div class="cm-line">a</div><div class="cm-line">b</div></div></pre>',
    '```cpp\na\nb\n```',
    'a b',
  ],
  [
    'a block without pre is told by its frame',
    '<div data-markdown-copy="code-block"><div data-markdown-copy="exclude"><span>Plain text</span><button>Edit</button></div><div><code style="display:block">a\nb</code></div></div>',
    '```\na\nb\n```',
    'a b',
  ],
  [
    'a short paragraph above code is text',
    '<div><p>python</p><pre><code>x</code></pre></div>',
    'python\n\n```\nx\n```',
    'python x',
  ],
  [
    'code in a list is indented',
    '<ol><li><p>a</p><pre><code>b\nc</code></pre></li></ol>',
    '1. a\n\n   ```\n   b\n   c\n   ```',
    'a b c',
  ],
  [
    'source pills leave a short mark',
    '<p>So. <span data-state="closed"><span data-testid="webpage-citation-pill"><a href="#"><span>X</span><span>+1</span></a></span></span></p>',
    'So. [[cite:1]]',
    'So.',
  ],
  [
    'controls, hidden text and zero-width characters are not read',
    '<p>a\u200b<button>Copy</button><span class="sr-only">b</span></p><div role="status">c</div>',
    'a',
    'a',
  ],
  [
    'thinking is not the answer',
    '<div class="row-start-1"><div class="standard-markdown"><p>hm</p></div></div><div data-timeline-text><p>hm</p></div><p>a</p>',
    'a',
    'a',
  ],
];

for (const [title, html, markdown, visible] of cases) {
  test(title, async () => {
    const found = await read(html);
    assert.equal(found.markdown, markdown);
    if (visible !== undefined) assert.equal(found.visible, visible);
  });
}

test('ten thousand nested elements are read without an error', async () => {
  const length = await page.evaluate<number>(`(() => {
    const root = document.createElement('div');
    let inner = root;
    for (let depth = 0; depth < 10000; depth++) inner = inner.appendChild(document.createElement(depth % 3 ? 'div' : 'blockquote'));
    inner.textContent = 'deep';
    return gramme.readAnswer([root]).visible.trim().length;
  })()`);
  assert.equal(length, 4);
});

test('five megabytes of text are cut at two million characters', async () => {
  const [length, milliseconds] = await page.evaluate<[number, number]>(`(() => {
    const root = document.createElement('div');
    root.append(document.createElement('p'));
    root.firstChild.textContent = 'word '.repeat(1000000);
    const start = performance.now();
    return [gramme.readAnswer([root]).markdown.length, performance.now() - start];
  })()`);
  assert.ok(length <= 2_000_000, `${length} characters`);
  assert.ok(milliseconds < 2000, `${milliseconds} ms`);
});

test('characters are code points', async () => {
  assert.equal(await page.evaluate(`gramme.countCharacters('a\u{1F30D}é')`), 3);
});

test('a typed prompt keeps its lines and paragraphs', async () => {
  const text = await page.evaluate<string>(`(() => {
    const root = document.createElement('div');
    root.innerHTML = '<p>one\\ntwo</p><p>three<br>four<button>Show more</button></p>';
    return gramme.typedText(root);
  })()`);
  assert.equal(text, 'one\ntwo\n\nthree\nfour');
});

test('a page nobody knows is reported as blind, and says nothing else', async () => {
  const told = await page.evaluate<{ health: unknown[]; started: number }>(`(async () => {
    document.body.innerHTML = '<main><div class="new-thing">Hello</div><form><div id="prompt-textarea">x</div><button data-testid="stop-button"></button></form></main>';
    const told = { health: [], started: 0 };
    let ahead = 0;
    const stop = new AbortController();
    gramme.observe({
      window, document, adapter: { ...gramme.adapterFor('chatgpt.com'), isChat: () => true },
      now: () => Date.now() + (ahead += 500), newId: () => 'id', salt: '', signal: stop.signal,
      open: { save: async () => {}, take: async () => null },
      onStarted: () => told.started++, onProgress() {}, onFinished: () => told.started++,
      onHealth: (health) => told.health.push(health.state),
    });
    await new Promise((done) => setTimeout(done, 1500));
    stop.abort();
    return told;
  })()`);
  assert.deepEqual(told, { health: ['blind'], started: 0 });
});
