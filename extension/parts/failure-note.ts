import { css, html, LitElement, nothing } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { text } from '../shared/text.ts';

/** The totals could not be read: what still works, and one thing to do. Fires `retry`. */
export class FailureNote extends LitElement {
  static override properties = { cause: { type: String } };

  static override styles = [
    baseStyle,
    cardStyle,
    css`
      :host {
        padding: 0 var(--gramme-space-3);
      }
      .card {
        display: grid;
        gap: var(--gramme-space-2);
        justify-items: start;
        padding: var(--gramme-space-4);
      }
      h2 {
        font-size: var(--gramme-size-lead);
        color: var(--gramme-brick);
      }
      button {
        margin-block-start: var(--gramme-space-2);
        padding: 6px var(--gramme-space-4);
        font-weight: var(--gramme-weight-strong);
        color: var(--gramme-green);
        background: none;
        border: 1px solid currentColor;
        border-radius: var(--gramme-radius);
      }
      .cause {
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare cause: string;

  constructor() {
    super();
    this.cause = '';
  }

  override render() {
    return html`<div class="card" role="alert">
      <h2>${text('failure_title')}</h2>
      <p>${text('failure_kept')}</p>
      <p class="muted">${text('failure_remedy')}</p>
      ${
        this.cause === ''
          ? nothing
          : html`<p class="small muted cause">${text('failure_cause', this.cause)}</p>`
      }
      <button type="button" @click=${() => this.dispatchEvent(new Event('retry'))}>
        ${text('try_again')}
      </button>
    </div>`;
  }
}

customElements.define('failure-note', FailureNote);
