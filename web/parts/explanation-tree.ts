import { css, LitElement, nothing } from 'lit';
import type { Explanation } from '../core/explain-contracts.ts';
import { baseStyle } from './base-style.ts';
import { drawExplanation } from './explanation-drawing.ts';
import { treeStyle } from './explanation-tree-style.ts';

/** The explanation of an estimate as an element. */
export class ExplanationTree extends LitElement {
  static override properties = { explanation: { attribute: false }, hasAll: { state: true } };
  static override styles = [
    baseStyle,
    treeStyle,
    css`
      :host {
        display: grid;
        gap: var(--gramme-space-2);
      }
    `,
  ];

  declare explanation: Explanation | null;
  declare hasAll: boolean;

  constructor() {
    super();
    this.explanation = null;
    this.hasAll = false;
  }

  override render() {
    const { explanation, hasAll } = this;
    if (explanation === null) return nothing;
    return drawExplanation({ explanation, hasAll, onAll: this.showAll });
  }

  private readonly showAll = (): void => {
    this.hasAll = true;
  };
}

customElements.define('explanation-tree', ExplanationTree);
