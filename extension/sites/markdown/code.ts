import { all, isAfter } from '../select.ts';
import { normalise, withoutZeroWidth } from '../text.ts';
import { nothing, type Piece, type Reading, take } from './piece.ts';

const editor = '.cm-content';
const longestHeader = 60;
/** A frame around code holds a header and nothing that reads like prose. */
const proseInside = 'p, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6';
const controls = 'button, [role="button"], [role="toolbar"], svg, style, .sr-only';
const frameTags = new Set(['DIV', 'FIGURE', 'PRE', 'SECTION']);

/** Labels shown for a language, where they differ from what is written after the fence. */
const fenceNames: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c#': 'csharp',
  'f#': 'fsharp',
  'objective-c': 'objectivec',
  'plain text': '',
  plaintext: '',
  code: '',
  shell: 'shell',
  'visual basic': 'vb',
};

/** The code in an element that is a code block with its header, or null when it is no such thing. */
export function codeIn(element: Element): Element | null {
  if (!frameTags.has(element.tagName)) return null;
  const bodies = bodiesIn(element);
  const body = bodies[0];
  if (body === undefined || bodies.length > 1) return null;
  if (element.tagName === 'PRE') return body;
  if (element.querySelector(proseInside) !== null) return null;
  return headerOf(element, body).length <= longestHeader ? body : null;
}

function bodiesIn(element: Element): Element[] {
  const editors = all(element, editor);
  if (editors.length > 0) return editors;
  if (element.tagName === 'PRE') return [element.querySelector('code') ?? element];
  const blocks = all(element, 'pre');
  if (blocks.length > 0) return blocks.map((block) => block.querySelector('code') ?? block);
  return all(element, 'code').filter((code) => isBlockCode(code));
}

/** Code without `<pre>`: told by the frame's copy mark or by a block style, never by its text. */
function isBlockCode(code: Element): boolean {
  if (code.closest('[data-markdown-copy="code-block"], [data-not-prose]') !== null) return true;
  const style = code.getAttribute('style') ?? '';
  return /display:\s*block/.test(style) || code.matches('.block, .whitespace-pre\\!');
}

/** Text of the frame outside the code and outside buttons: the language label. */
function headerOf(frame: Element, body: Element): string {
  const walker = frame.ownerDocument.createTreeWalker(frame, NodeFilter.SHOW_ALL, (node) =>
    node === body || isControl(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let header = '';
  while (walker.nextNode() !== null && header.length <= longestHeader) {
    const node = walker.currentNode;
    const isBefore = node.parentElement !== null && !isAfter(node.parentElement, body);
    if (node instanceof Text && isBefore) header += ` ${node.data}`;
    else if (node instanceof Text && normalise(node.data) !== '')
      return ' '.repeat(longestHeader + 1);
  }
  return header.length > longestHeader ? header : normalise(header);
}

function isControl(node: Node): boolean {
  return node instanceof Element && node.matches(controls);
}

export function readCode(frame: Element, body: Element, reading: Reading): Piece {
  const text = take(codeText(body), reading).replace(/\n+$/, '');
  const language = languageOf(frame, body);
  if (text === '' && language === '') return nothing;
  const longest = (text.match(/`{3,}/g) ?? []).reduce((size, run) => Math.max(size, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return { markdown: `${fence}${language}\n${text}\n${fence}`, visible: text };
}

/** Editors hold lines as elements or part them with `<br>`; elsewhere the text has them. */
function codeText(body: Element): string {
  const lines = all(body, '.cm-line');
  if (lines.length > 0) return clean(lines.map((line) => line.textContent ?? '').join('\n'));
  if (body.querySelector('br') === null) return clean(body.textContent ?? '');
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ALL);
  let text = '';
  while (walker.nextNode() !== null) {
    const node = walker.currentNode;
    if (node instanceof Text) text += node.data;
    else if (node.nodeName === 'BR') text += '\n';
  }
  return clean(text);
}

function clean(text: string): string {
  return withoutZeroWidth(text).replace(/\u00a0/g, ' ');
}

function languageOf(frame: Element, body: Element): string {
  for (const element of [body, ...all(frame, '[class*="language-"]')]) {
    const named = /(?:^|\s)language-([^\s]+)/.exec(element.getAttribute('class') ?? '');
    if (named?.[1] !== undefined) return named[1];
  }
  const label = headerOf(frame, body).toLowerCase();
  const name = fenceNames[label] ?? label;
  return /^[\w+#.-]{1,24}$/.test(name) ? name : '';
}
