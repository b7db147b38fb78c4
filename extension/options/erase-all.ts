import { css, html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import { ask } from '../shared/ask.ts';
import { text } from '../shared/text.ts';

/** Erases everything, after a question. Fires `erased`. */
export class EraseAll extends LitElement {
  static override properties = { word: { state: true } };

  static override styles = [
    baseStyle,
    cardStyle,
    pageStyle,
    buttonStyle,
    css`
      :host {
        max-inline-size: none;
        padding: 0;
      }
      dialog {
        max-inline-size: 400px;
        padding: var(--gramme-space-6);
        color: inherit;
        background: var(--gramme-card);
        border: 1px solid var(--gramme-muted);
        border-radius: var(--gramme-radius);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }
    `,
  ];

  declare word: string;

  constructor() {
    super();
    this.word = '';
  }

  override render() {
    return html`<p class="small muted">${text('erase_text')}</p>
      <div class="actions">
        <button type="button" class="danger" @click=${() => this.dialog?.showModal()}>
          ${text('erase_button')}
        </button>
      </div>
      <p class="small" role="status">${this.word}</p>
      <dialog aria-labelledby="question">
        <h2 id="question">${text('erase_question')}</h2>
        <p>${text('erase_text')}</p>
        <div class="actions">
          <button type="button" autofocus @click=${() => this.dialog?.close()}>
            ${text('import_cancel')}
          </button>
          <button type="button" class="danger" @click=${this.erase}>${text('erase_confirm')}</button>
        </div>
      </dialog>`;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private async erase(): Promise<void> {
    this.dialog?.close();
    try {
      await ask({ type: 'ledger/erase' });
      this.word = text('erase_done');
      this.dispatchEvent(new Event('erased'));
    } catch (error) {
      this.word = text('erase_failed', error instanceof Error ? error.message : '');
    }
  }
}

customElements.define('erase-all', EraseAll);
