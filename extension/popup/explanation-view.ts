import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ExplainedPart, Factor } from '../../web/core/explain-contracts.ts';
import { shareText } from '../../web/look/figures.ts';
import { baseStyle, cardStyle } from '../parts/base-style.ts';
import { openArrow } from '../parts/signs.ts';
import { tableStyle } from '../parts/table-style.ts';
import type { ToldAnswer } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { siteNames } from '../shared/site-facts.ts';
import { language, text } from '../shared/text.ts';
import { explanationStyle } from './explanation-style.ts';
import { factorFigure, factorName, partFigure, partName } from './explanation-words.ts';

/** Factors shown before all of them are asked for. */
const FIRST_FACTORS = 6;

type State = { name: 'closed' } | { name: 'failed' } | { name: 'ready'; told: ToldAnswer['told'] };

/** The answer that was counted last: its carbon as a tree, and every figure with its source. */
export class ExplanationView extends LitElement {
  static override properties = { state: { state: true }, hasAll: { state: true } };
  static override styles = [baseStyle, cardStyle, tableStyle, explanationStyle];

  declare state: State;
  declare hasAll: boolean;

  constructor() {
    super();
    this.state = { name: 'closed' };
    this.hasAll = false;
  }

  override render() {
    return html`<details class="card small" @toggle=${this.onToggle}>
      <summary><strong>${text('explain_title')}</strong>${openArrow}</summary>
      <div class="body">${this.content()}</div>
    </details>`;
  }

  private content() {
    const { state } = this;
    if (state.name === 'closed') return html`<p class="muted">${text('loading')}</p>`;
    if (state.name === 'failed') return html`<p class="error">${text('explain_failed')}</p>`;
    if (state.told === null) return html`<p class="muted">${text('explain_none')}</p>`;
    const { exchange, explained } = state.told;
    const { carbon, factors } = explained.explanation;
    const place = text('explain_lead', explained.modelName, siteNames[exchange.site] ?? '');
    return html`<p>${place}</p>
      <ul class="tree" aria-label=${text('explain_made_of')}>${this.branch(carbon)}</ul>
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

  private async onToggle(event: Event): Promise<void> {
    const isOpen = (event.target as HTMLDetailsElement).open;
    if (!isOpen || this.state.name === 'ready') return;
    try {
      this.state = { name: 'ready', told: (await ask({ type: 'explanation/read' })).told };
    } catch {
      this.state = { name: 'failed' };
    }
  }
}

customElements.define('explanation-view', ExplanationView);
