/** Elements without markup: pages may forbid every string that becomes markup or style. */

type Child = Node | string;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A sign of 16 by 16 in the colour of the text around it. */
export function sign(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export interface ButtonFacts {
  label: string;
  path: string;
  className: string;
}

export function signButton({ label, path, className }: ButtonFacts): HTMLButtonElement {
  const attributes = { type: 'button', class: className, 'aria-label': label, title: label };
  return element('button', attributes, [sign(path)]);
}
