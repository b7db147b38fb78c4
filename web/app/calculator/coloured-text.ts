import { css, html, LitElement, nothing } from 'lit';
import { baseStyle } from '../../parts/base-style.ts';
import type { TokenPieces } from '../engine/token-pieces.ts';
import { text } from './words.ts';

const COLOURS = 5;

/** A text as its tokens cut it: each has a colour and an edge of its own, and its id on hover. */
export class ColouredText extends LitElement {
  static override properties = { pieces: { attribute: false }, label: { type: String } };

  static override styles = [
    baseStyle,
    css`
      .pieces {
        max-block-size: 220px;
        overflow: auto;
        padding: var(--gramme-space-2);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        background: var(--gramme-card);
        border: var(--gramme-hairline);
        border-radius: var(--gramme-radius-small);
      }
      .pieces span {
        --colour: var(--gramme-series-1);
        border-inline-start: 1px solid var(--colour);
        background: color-mix(in srgb, var(--colour) 14%, transparent);
      }
      .pieces .c1 {
        --colour: var(--gramme-series-2);
      }
      .pieces .c2 {
        --colour: var(--gramme-series-3);
      }
      .pieces .c3 {
        --colour: var(--gramme-series-4);
      }
      .pieces .c4 {
        --colour: var(--gramme-series-5);
      }
    `,
  ];

  declare pieces: TokenPieces;
  declare label: string;

  override render() {
    const { pieces, isCut } = this.pieces;
    // No white space of this template may stand in the text.
    return html`<div class="pieces" role="region" tabindex="0" aria-label=${this.label}>${pieces.map(
      ({ text: piece, ids }, index) =>
        html`<span class="c${index % COLOURS}" title=${ids.join(' ')}>${piece}</span>`,
    )}${isCut ? '…' : nothing}</div>
      ${isCut ? html`<p class="small muted">${text('cut_shown')}</p>` : nothing}`;
  }
}

customElements.define('coloured-text', ColouredText);
