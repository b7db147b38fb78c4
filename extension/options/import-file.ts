import { html, LitElement, nothing } from 'lit';
import { bytesText } from '../../web/parts/amount-words.ts';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import type { ImportReport } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { LONGEST_IMPORT_CHARACTERS } from '../shared/messages.ts';
import { type TextKey, text } from '../shared/text.ts';
import { reportOf } from './import-report.ts';
import { importStyle } from './import-style.ts';

/** Years of use take a while; asked twice, the same file still changes things once. */
const PATIENCE = { timeoutMs: 120_000, mostTries: 2 };

type State =
  | { name: 'idle' }
  | { name: 'failed'; sentence: string }
  | { name: 'working'; step: TextKey; share: number | null }
  | { name: 'preview'; content: string; report: ImportReport }
  | { name: 'done'; report: ImportReport };

function readFile(file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsText(file);
  });
}

/** Chooses a file, shows what it would change, and imports it when that is wanted. */
export class ImportFile extends LitElement {
  static override properties = { state: { state: true }, fileName: { state: true } };
  static override styles = [baseStyle, cardStyle, pageStyle, buttonStyle, importStyle];

  declare state: State;
  declare fileName: string;

  constructor() {
    super();
    this.state = { name: 'idle' };
    this.fileName = '';
  }

  override render() {
    const { state } = this;
    return html`<p class="small muted" id="note">${text('import_note')}</p>
      <label>
        ${text('import_choose')}
        <input
        id="file"
        type="file"
        accept=".json,.csv,.txt"
        aria-describedby="note"
        ?disabled=${state.name === 'working'}
        @change=${this.onFile}
      /></label>
      ${this.fileName === '' ? nothing : html`<span>${text('import_chosen', this.fileName)}</span>`}
      <div aria-live="polite">${this.content(state)}</div>`;
  }

  private content(state: State) {
    if (state.name === 'idle') return nothing;
    if (state.name === 'failed') return html`<p class="error">${state.sentence}</p>`;
    if (state.name === 'working') {
      const step = text(state.step);
      return html`<p>${step}</p>
        ${
          state.share === null
            ? html`<progress aria-label=${step}></progress>`
            : html`<progress aria-label=${step} max="1" .value=${state.share}></progress>`
        }`;
    }
    const isDone = state.name === 'done';
    return html`<div class="report">
      <h4>${text(isDone ? 'import_done_title' : 'import_preview_title')}</h4>
      ${reportOf(state.report)} ${isDone ? nothing : this.choice(state.report)}
    </div>`;
  }

  private choice({ newDays, changedDays }: ImportReport) {
    if (newDays + changedDays === 0) return html`<p>${text('import_nothing')}</p>`;
    return html`<div class="actions">
      <button type="button" class="main" @click=${this.apply}>${text('import_apply')}</button>
      <button type="button" @click=${this.reset}>${text('import_cancel')}</button>
    </div>`;
  }

  private reset(): void {
    this.state = { name: 'idle' };
    this.fileName = '';
    const input = this.renderRoot.querySelector<HTMLInputElement>('#file');
    if (input === null) return;
    input.value = '';
    input.focus();
  }

  private async onFile(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file === undefined) return;
    this.fileName = file.name;
    if (file.size > LONGEST_IMPORT_CHARACTERS) {
      const sizes = [bytesText(file.size), bytesText(LONGEST_IMPORT_CHARACTERS)];
      this.state = { name: 'failed', sentence: text('import_large', ...sizes) };
      return;
    }
    await this.attempt(async () => {
      this.state = { name: 'working', step: 'import_reading', share: 0 };
      const content = await readFile(file, (share) => {
        this.state = { name: 'working', step: 'import_reading', share };
      });
      this.state = { name: 'working', step: 'import_checking', share: null };
      const report = await ask({ type: 'import/preview', text: content }, PATIENCE);
      this.state = { name: 'preview', content, report };
    });
  }

  private async apply(): Promise<void> {
    const { state } = this;
    if (state.name !== 'preview') return;
    await this.attempt(async () => {
      this.state = { name: 'working', step: 'import_applying', share: null };
      const report = await ask({ type: 'import/apply', text: state.content }, PATIENCE);
      this.state = { name: 'done', report };
      this.dispatchEvent(new Event('imported'));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const cause = error instanceof Error ? error.message : '';
      this.state = { name: 'failed', sentence: text('import_failed', cause) };
    }
  }
}

customElements.define('import-file', ImportFile);
