import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ExplainedPart, Explanation, Factor } from '../core/explain-contracts.ts';
import { shareText } from '../look/figures.ts';
import { language, text } from '../words/words.ts';
import { baseStyle } from './base-style.ts';
import { treeStyle } from './explanation-tree-style.ts';
import { factorFigure, factorName, partFigure, partName } from './explanation-words.ts';

/** Factors shown before all of them are asked for. */
const FIRST_FACTORS = 6;

/** What an estimate is made of, and every figure it was worked out with, with its source. */
export class ExplanationTree extends LitElement {
  static override properties = { explanation: { attribute: false }, hasAll: { state: true } };
  static override styles = [baseStyle, treeStyle];

  declare explanation: Explanation | null;
  declare hasAll: boolean;

  constructor() {
    super();
    this.explanation = null;
    this.hasAll = false;
  }

  override render() {
    if (this.explanation === null) return nothing;
    const { carbon, factors } = this.explanation;
    return html`<ul class="tree" aria-label=${text('explain_made_of')}>${this.branch(carbon)}</ul>
      ${this.factors(factors)}`;
  }

  private branch(part: ExplainedPart): TemplateResult {
    return html`<li>
      <span class="line">
        <span>${partName(part)}</span>
        <span class="figure">${partFigure(part)}</span>
      </span>
      <span class="line muted">
        <span class="track" aria-hidden="true">
          <i .style=${`inline-size: ${part.share * 100}%`}></i>
        </span>
        <span class="share">${shareText(part.share, language())}</span>
      </span>
      ${part.parts.length === 0 ? nothing : html`<ul>${part.parts.map((inner) => this.branch(inner))}</ul>`}
    </li>`;
  }

  private factors(factors: Factor[]) {
    const sorted = [...factors].sort((a, b) => b.shareOfWidth - a.shareOfWidth);
    const shown = this.hasAll ? sorted : sorted.slice(0, FIRST_FACTORS);
    return html`<h3 id="factors">${text('explain_factors')}</h3>
      <p class="muted">${text('explain_factors_note')}</p>
      <ul class="factors" aria-labelledby="factors">${shown.map((factor) => this.factor(factor))}</ul>
      ${
        shown.length === sorted.length
          ? nothing
          : html`<button type="button" @click=${this.showAll}>
            ${text('explain_more', String(sorted.length))}
          </button>`
      }`;
  }

  private factor(factor: Factor) {
    const { source, shareOfWidth } = factor;
    const origin =
      source === null
        ? text('explain_computed')
        : text('explain_source', source.source, source.asOf);
    return html`<li>
      <span class="line">
        <span>${factorName(factor)}</span>
        <span class="figure">${factorFigure(factor)}</span>
      </span>
      <span class="origin muted">
        ${origin}${
          shareOfWidth > 0
            ? html` · ${text('explain_width', shareText(shareOfWidth, language()))}`
            : nothing
        }
      </span>
    </li>`;
  }

  private showAll(): void {
    this.hasAll = true;
  }
}

customElements.define('explanation-tree', ExplanationTree);
