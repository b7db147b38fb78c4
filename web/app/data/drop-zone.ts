import { css, html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { text } from './words.ts';

const KINDS = ['gramme', 'chats', 'logs', 'analytics', 'emissions', 'packed'] as const;

/** Takes files, by hand or dropped anywhere on the page. Fires `files` with a list of them. */
export class DropZone extends LitElement {
  static override properties = { isSmall: { type: Boolean }, isOver: { state: true } };
  static override styles = [
    baseStyle,
    cardStyle,
    buttonStyle,
    css`
      .card {
        padding: var(--gramme-space-6) var(--gramme-space-4);
        border: 1px dashed var(--gramme-muted);
      }
      .over {
        border: 1px solid var(--gramme-green);
        outline: 1px solid var(--gramme-green);
      }
      .invitation {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gramme-space-2) var(--gramme-space-3);
      }
      ul {
        display: grid;
        gap: var(--gramme-space-1);
        max-inline-size: 76ch;
        margin-block: var(--gramme-space-4);
      }
      strong {
        font-weight: var(--gramme-weight-strong);
      }
    `,
  ];

  /** Only the button, where files were read already. */
  declare isSmall: boolean;
  declare isOver: boolean;

  constructor() {
    super();
    this.isSmall = false;
    this.isOver = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A file that is dropped beside the zone would replace the page, and what was read with it.
    addEventListener('dragover', this.hover);
    addEventListener('dragleave', this.leave);
    addEventListener('drop', this.drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('dragover', this.hover);
    removeEventListener('dragleave', this.leave);
    removeEventListener('drop', this.drop);
  }

  override render() {
    const input = html`<input type="file" multiple hidden @change=${this.chosen} />`;
    if (this.isSmall) {
      return html`<button type="button" @click=${this.choose}>${text('add_files')}</button>${input}`;
    }
    return html`<section class="card ${this.isOver ? 'over' : ''}" aria-label=${text('drop_label')}>
      <div class="invitation">
        <button type="button" class="main" @click=${this.choose}>${text('choose_files')}</button>
        <span>${text('drop_here')}</span>
      </div>
      ${input}
      <ul>
        ${KINDS.map((kind) => html`<li><strong>${text(`take_${kind}`)}</strong> <span class="muted">${text(`take_${kind}_note`)}</span></li>`)}
      </ul>
      <p class="small muted">${text('drop_privacy')}</p>
    </section>`;
  }

  private readonly choose = (): void => this.renderRoot.querySelector('input')?.click();

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.tell([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
  };

  private readonly hover = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = true;
  };

  private readonly leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  private readonly drop = (event: DragEvent): void => {
    this.isOver = false;
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.tell([...event.dataTransfer.files]);
  };

  private tell(files: File[]): void {
    if (files.length > 0) this.dispatchEvent(new CustomEvent('files', { detail: files }));
  }
}

customElements.define('drop-zone', DropZone);
