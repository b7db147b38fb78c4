import { html, LitElement, nothing } from 'lit';
import { shownName } from '../../archives/usage-entries.ts';
import type { Failure } from '../../core/failure.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { optionalText } from '../../words/words.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { failureText } from '../parts/failure-text.ts';
import { text } from './words.ts';

/** The file that a failure names, if it is one of these. */
export function failedFile({ path }: Failure, files: readonly File[]): File | null {
  return files.find(({ name }) => path === name || path.startsWith(`${name}: `)) ?? null;
}

/** What could not be read, why, and what to do next. Fires `others` and `dismiss`. */
export class FailureView extends LitElement {
  static override properties = { failure: { attribute: false }, files: { attribute: false } };
  static override styles = [baseStyle, cardStyle, buttonStyle, appPageStyle];

  declare failure: Failure;
  declare files: readonly File[];

  override render() {
    const { failure, files } = this;
    const { code, path, message } = failure;
    const file = failedFile(failure, files);
    const why = optionalText(`data_error_${code}`);
    const fire = (name: string) => () => this.dispatchEvent(new CustomEvent(name));
    return html`<section class="card stack" role="alert">
      <div>
        <h2 class="error">${file === null ? text('failed') : text('failed_file', shownName(path))}</h2>
        <p>${why ?? failureText(failure)}</p>
        ${why === null ? nothing : html`<p class="small muted">${text('failed_detail')} <span lang="en">${message}</span></p>`}
      </div>
      <div class="actions">
        ${file !== null && files.length > 1 ? html`<button type="button" class="main" @click=${fire('others')}>${text('read_others')}</button>` : nothing}
        <button type="button" @click=${fire('dismiss')}>${text('dismiss')}</button>
      </div>
    </section>`;
  }
}

customElements.define('failure-view', FailureView);
