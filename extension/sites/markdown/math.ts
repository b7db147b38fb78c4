import { nothing, type Piece, type Reading, take } from './piece.ts';

const mathSelector = '.katex, .katex-display, .katex-error, mjx-container, math';

export function isMath(element: Element): boolean {
  return element.matches(mathSelector);
}

export function isDisplayMath(element: Element): boolean {
  if (element.matches('.katex-display, math[display="block"], mjx-container[display="true"]')) {
    return true;
  }
  return element.matches('.katex') && element.parentElement?.matches('.katex-display') === true;
}

/** The page shows a formula twice, as MathML and as boxes; only its source is read. */
export function readMath(element: Element, reading: Reading): Piece {
  const source = element.querySelector('annotation[encoding="application/x-tex"]');
  const tex = take((source?.textContent ?? element.textContent ?? '').trim(), reading);
  if (tex === '') return nothing;
  const mark = isDisplayMath(element) ? '$$' : '$';
  return { markdown: mark + tex + mark, visible: tex };
}
