import { html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import '../../web/parts/explanation-tree.ts';
import { openArrow } from '../../web/parts/signs.ts';
import type { ToldAnswer } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { siteNames } from '../shared/site-facts.ts';
import { text } from '../shared/text.ts';
import { explanationStyle } from './explanation-style.ts';

type State = { name: 'closed' } | { name: 'failed' } | { name: 'ready'; told: ToldAnswer['told'] };

/** The answer that was counted last: its carbon as a tree, and every figure with its source. */
export class ExplanationView extends LitElement {
  static override properties = { state: { state: true } };
  static override styles = [baseStyle, cardStyle, explanationStyle];

  declare state: State;

  constructor() {
    super();
    this.state = { name: 'closed' };
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
    const place = text('explain_lead', explained.modelName, siteNames[exchange.site] ?? '');
    return html`<p>${place}</p>
      <explanation-tree .explanation=${explained.explanation}></explanation-tree>`;
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
