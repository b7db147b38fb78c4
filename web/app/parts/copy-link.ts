import { html, LitElement } from 'lit';
import { baseStyle } from '../../parts/base-style.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { text } from '../shell/words.ts';

/** A button that copies the address of what is shown. */
export class CopyLink extends LitElement {
  static override properties = { said: { state: true } };
  static override styles = [baseStyle, buttonStyle];

  declare said: 'nothing' | 'copied' | 'refused';

  constructor() {
    super();
    this.said = 'nothing';
  }

  override render() {
    const said = { nothing: '', copied: text('copied'), refused: text('not_copied') }[this.said];
    return html`<button type="button" @click=${this.copy}>${text('copy_link')}</button>
      <span role="status" class="small muted">${said}</span>`;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.said = 'copied';
    } catch {
      this.said = 'refused';
    }
  }
}

customElements.define('copy-link', CopyLink);
