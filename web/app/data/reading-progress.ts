import { css, html, LitElement } from 'lit';
import { shareText } from '../../look/figures.ts';
import { bytesText } from '../../parts/amount-words.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { language } from '../../words/words.ts';
import { text } from './words.ts';

/** How far reading has come, and a way to end it. Fires `cancel`. */
export class ReadingProgress extends LitElement {
  static override properties = {
    readBytes: { type: Number },
    totalBytes: { type: Number },
  };
  static override styles = [
    baseStyle,
    cardStyle,
    buttonStyle,
    css`
      .card {
        display: grid;
        gap: var(--gramme-space-2);
        padding: var(--gramme-space-4);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gramme-space-2) var(--gramme-space-4);
        align-items: center;
        justify-content: space-between;
      }
      progress {
        inline-size: 100%;
        block-size: 8px;
        accent-color: var(--gramme-green);
      }
    `,
  ];

  declare readBytes: number;
  declare totalBytes: number;

  constructor() {
    super();
    this.readBytes = 0;
    this.totalBytes = 0;
  }

  override render() {
    const total = Math.max(1, this.totalBytes);
    // Archives are also read where they say what is in them.
    const read = Math.min(this.readBytes, total);
    const shown = text('reading_bytes', bytesText(read), bytesText(this.totalBytes));
    return html`<section class="card" aria-busy="true" aria-label=${text('reading')}>
      <div class="line">
        <span>${text('reading')} <span class="muted">${shown} · ${shareText(read / total, language())}</span></span>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}>${text('cancel')}</button>
      </div>
      <progress max=${total} .value=${read} aria-label=${text('reading')}></progress>
    </section>`;
  }
}

customElements.define('reading-progress', ReadingProgress);
