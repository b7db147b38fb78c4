import { css, html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { text } from '../shared/text.ts';

/** Nothing is counted before it was agreed to: where to read about it and decide. */
export class ConsentNote extends LitElement {
  static override styles = [
    baseStyle,
    cardStyle,
    css`
      :host {
        padding: 0 var(--gramme-space-3) var(--gramme-space-3);
      }
      .card {
        display: grid;
        gap: var(--gramme-space-2);
        justify-items: start;
        border-color: var(--gramme-ochre);
      }
      h2 {
        font-size: var(--gramme-size-lead);
      }
      a {
        padding: 5px var(--gramme-space-3);
        font-weight: var(--gramme-weight-strong);
        color: var(--gramme-ground);
        text-decoration: none;
        background: var(--gramme-green);
        border-radius: var(--gramme-radius);
      }
    `,
  ];

  override render() {
    return html`<section class="card">
      <h2>${text('consent_title')}</h2>
      <p>${text('consent_text')}</p>
      <a href="welcome.html" target="_blank">${text('consent_open')}</a>
    </section>`;
  }
}

customElements.define('consent-note', ConsentNote);
