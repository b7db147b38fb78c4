import { css, html, LitElement } from 'lit';
import { baseStyle, cardStyle } from './base-style.ts';

/** Distance of the bubble from the popup's edges and from its word. */
const EDGE = 12;
const GAP = 4;

/** "exact", "estimated", "assumed": one word, explained on hover and on focus. */
export class ConfidenceWord extends LitElement {
  static override properties = {
    word: { type: String },
    explanation: { type: String },
  };

  static override styles = [
    baseStyle,
    cardStyle,
    css`
      :host {
        display: inline-block;
        font-size: inherit;
        line-height: inherit;
        color: inherit;
      }
      button {
        min-block-size: 24px;
        margin: -4px 0;
        padding: 3px 0;
        background: none;
        border: 0;
        text-decoration: underline dotted;
        text-underline-offset: 3px;
        cursor: help;
      }
      .card {
        position: fixed;
        inset: auto;
        inline-size: calc(100vw - ${2 * EDGE}px);
        max-inline-size: 336px;
        margin: 0;
        font-size: var(--gramme-size-small);
        color: var(--gramme-ink);
        border-color: var(--gramme-muted);
      }
    `,
  ];

  declare word: string;
  declare explanation: string;

  constructor() {
    super();
    this.word = '';
    this.explanation = '';
  }

  override render() {
    return html`<span @mouseenter=${this.show} @mouseleave=${this.hide}>
      <button
        type="button"
        aria-describedby="explanation"
        @focus=${this.show}
        @blur=${this.hide}
        @click=${this.show}
        @keydown=${this.onKey}
      >${this.word}</button>
      <span id="explanation" class="card" role="tooltip" popover="manual">${this.explanation}</span>
    </span>`;
  }

  private get bubble(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('#explanation');
  }

  private readonly show = (): void => {
    const { bubble } = this;
    if (bubble === null) return;
    bubble.showPopover();
    const word = this.getBoundingClientRect();
    const { width, height } = bubble.getBoundingClientRect();
    const isBelow = word.bottom + GAP + height <= window.innerHeight;
    const left = Math.min(word.left, window.innerWidth - EDGE - width);
    bubble.style.left = `${Math.max(EDGE, left)}px`;
    bubble.style.top = `${isBelow ? word.bottom + GAP : word.top - GAP - height}px`;
  };

  private readonly hide = (): void => this.bubble?.hidePopover();

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.bubble?.matches(':popover-open')) return;
    event.preventDefault();
    this.hide();
  }
}

customElements.define('confidence-word', ConfidenceWord);
