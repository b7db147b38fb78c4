import { css, html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { text } from '../shared/text.ts';

/** Keeps the layout while the totals are read. */
export class LoadingView extends LitElement {
  static override styles = [
    baseStyle,
    cardStyle,
    css`
      :host {
        padding: 0 var(--gramme-space-3);
      }
      .tabs,
      .tiles {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: var(--gramme-space-2);
        margin-block-end: var(--gramme-space-3);
      }
      .tabs .card {
        block-size: 72px;
      }
      .hero {
        display: grid;
        align-content: start;
        gap: var(--gramme-space-3);
        block-size: 212px;
        margin-block-end: var(--gramme-space-4);
      }
      .bar {
        block-size: 12px;
        border-radius: var(--gramme-radius-small);
        background: var(--gramme-line);
      }
      .date {
        inline-size: 160px;
      }
      .figure {
        block-size: 32px;
        max-inline-size: 128px;
      }
    `,
  ];

  override render() {
    const cards = [0, 1, 2].map(() => html`<div class="card"></div>`);
    return html`<div class="tabs" aria-hidden="true">${cards}</div>
      <div class="card hero" aria-hidden="true">
        <div class="bar date"></div>
        <div class="bar figure"></div>
        <div class="bar"></div>
        <div class="tiles">${cards.map(() => html`<div class="bar figure"></div>`)}</div>
      </div>
      <p class="small muted" role="status">${text('loading')}</p>`;
  }
}

customElements.define('loading-view', LoadingView);
