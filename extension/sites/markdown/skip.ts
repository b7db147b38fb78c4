/** What stands in an answer but was not written by the model: see chat-pages notes of the sites. */

const skippedTags = new Set([
  'BUTTON',
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'svg',
  'SVG',
  'TEXTAREA',
  'SELECT',
  'IFRAME',
  'VIDEO',
  'AUDIO',
  'CANVAS',
]);

const skippedSelector = [
  '.sr-only',
  '.cdk-visually-hidden',
  '[hidden]',
  '[aria-hidden="true"]',
  '.select-none',
  '[data-markdown-copy="exclude"]',
  '[role="separator"]',
  '[role="toolbar"]',
  '[role="status"]',
  '[role="alert"]',
  '.turn-action-controls',
  '[data-timeline-text]',
  '.row-start-1',
  '.reasoning-summary',
  '[data-testid^="cot-v5-"]',
  '.loading-shimmer-tertiary',
  '.group\\/activity-header',
  '.group\\/artifact-block',
  '.artifact-block-cell',
  '[data-message-content-controls]',
  '[data-assistant-placeholder-slot]',
].join(', ');

/**
 * Source pills. `sup` too: answers have no raw HTML, so a raised text is a note or a source.
 */
const citationSelector = [
  '[data-testid="webpage-citation-pill"]',
  'a[data-testid="chatgpt-citation"]',
  'a.group\\/tag',
  'a.citation',
  'span.citation',
  'span[data-state] > a[href*="utm_source=chatgpt.com"]',
  'sup',
].join(', ');

/** Wrappers that hold nothing but a source pill. */
const citationWrapper = 'span[data-state], span.inline-flex';

export function isSkipped(element: Element): boolean {
  return skippedTags.has(element.tagName) || element.matches(skippedSelector);
}

export function isCitation(element: Element): boolean {
  if (element.matches(citationSelector)) return true;
  return element.matches(citationWrapper) && element.querySelector('a') !== null;
}
