import { html, LitElement } from 'lit';
import { baseStyle } from '../../parts/base-style.ts';
import { download } from '../../parts/download.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { text } from './words.ts';

/** A YAML file in and out. Fires `opened` with the text of a file. */
export class FileButtons extends LitElement {
  static override properties = {
    name: { type: String },
    label: { type: String },
    content: { attribute: false },
  };
  static override styles = [baseStyle, buttonStyle, appPageStyle];

  /** Of the file that is saved. */
  declare name: string;
  /** What the file is, for those who hear the buttons alone. */
  declare label: string;
  declare content: () => string;

  override render() {
    return html`<div class="actions">
      <button type="button" aria-label="${text('open_yaml')} (${this.label})" @click=${this.choose}>
        ${text('open_yaml')}
      </button>
      <button type="button" aria-label="${text('save_yaml')} (${this.label})" @click=${this.save}>
        ${text('save_yaml')}
      </button>
      <input
        type="file"
        hidden
        accept=".yaml,.yml,.json"
        aria-label=${this.label}
        @change=${this.read}
      />
    </div>`;
  }

  private choose(): void {
    this.renderRoot.querySelector('input')?.click();
  }

  private save(): void {
    download(this.name, new Blob([this.content()], { type: 'application/yaml' }));
  }

  private async read(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const content = await file.text();
    input.value = '';
    this.dispatchEvent(new CustomEvent('opened', { detail: content }));
  }
}

customElements.define('file-buttons', FileButtons);
