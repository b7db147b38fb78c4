/** Small helpers over selectors; an empty selector matches nothing. */

export function all(root: ParentNode, selector: string): Element[] {
  return selector === '' ? [] : Array.from(root.querySelectorAll(selector));
}

export function has(root: ParentNode, selector: string): boolean {
  return selector !== '' && root.querySelector(selector) !== null;
}

export function isOrHas(element: Element, selector: string): boolean {
  return selector !== '' && (element.matches(selector) || has(element, selector));
}

/** Keeps the elements that no other of the list contains. The list is in document order. */
export function outermost(elements: readonly Element[]): Element[] {
  const kept: Element[] = [];
  for (const element of elements) {
    const last = kept[kept.length - 1];
    if (last === undefined || !last.contains(element)) kept.push(element);
  }
  return kept;
}

export function isAfter(element: Element, reference: Element): boolean {
  const position = reference.compareDocumentPosition(element);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export function lastOf<T>(items: readonly T[]): T | null {
  return items[items.length - 1] ?? null;
}
