import { css, html, LitElement, nothing } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import { warningSign } from '../../web/parts/signs.ts';
import type { StorageNotice } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { plural, text } from '../shared/text.ts';

/** What became of damaged or unwritten records, and what to do next. */
export class StorageNotices extends LitElement {
  static override properties = { notices: { attribute: false } };

  static override styles = [
    baseStyle,
    css`
      section {
        display: grid;
        gap: var(--gramme-space-1);
        padding: 0 var(--gramme-space-3) var(--gramme-space-3);
        font-size: var(--gramme-size-small);
      }
      .what {
        display: flex;
        gap: 6px;
        color: var(--gramme-ochre);
      }
      .full {
        color: var(--gramme-brick);
      }
      svg {
        flex: none;
      }
      .next {
        padding-inline-start: 22px;
        color: var(--gramme-muted);
      }
      button {
        justify-self: start;
        min-block-size: 24px;
        margin-inline-start: 22px;
        padding: 0 var(--gramme-space-2);
        color: var(--gramme-green);
        background: none;
        border: 1px solid currentColor;
        border-radius: var(--gramme-radius);
      }
    `,
  ];

  declare notices: StorageNotice[];

  constructor() {
    super();
    this.notices = [];
  }

  override render() {
    if (this.notices.length === 0) return nothing;
    return html`<section aria-label=${text('notices')}>
      ${this.notices.map(
        ({ kind, count }) => html`<p class="what ${kind}">
            ${warningSign}<span>${plural(`notice_${kind}`, count)}</span>
          </p>
          <p class="next">${text(`notice_${kind}_do`)}</p>`,
      )}
      <button type="button" @click=${this.dismiss}>${text('notice_dismiss')}</button>
    </section>`;
  }

  private async dismiss(): Promise<void> {
    await ask({ type: 'notices/dismiss' }).then(
      () => {
        this.notices = [];
      },
      // They are shown again when the popup is opened the next time.
      () => undefined,
    );
  }
}

customElements.define('storage-notices', StorageNotices);
