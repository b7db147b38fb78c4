import { css, html, nothing } from 'lit';
import { bytesText, dayText, momentText } from '../../web/parts/amount-words.ts';
import { download } from '../../web/parts/download.ts';
import type { StorageReport } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { plural, text } from '../shared/text.ts';
import './erase-all.ts';
import './import-file.ts';
import { SettingSection } from './setting-section.ts';

type Format = 'json' | 'csv';

/** Years of use take longer than a look-up; a second try would only be slower. */
const PATIENCE = { timeoutMs: 60_000, mostTries: 2 };
const TYPES: Record<Format, string> = { json: 'application/json', csv: 'text/csv' };

const causeOf = (error: unknown) => (error instanceof Error ? error.message : '');

/** What is stored, how to keep it elsewhere, and how to be rid of it. */
export class DataSection extends SettingSection {
  static override properties = { storage: { state: true }, word: { state: true } };

  static override styles = [
    ...SettingSection.styles,
    css`
      meter {
        inline-size: 100%;
        block-size: 12px;
      }
    `,
  ];

  /** Undefined until it is known, null when it cannot be. */
  declare storage: StorageReport | null | undefined;
  declare word: string;

  constructor() {
    super();
    this.word = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render() {
    return html`<section class="card">
      <h2>${text('data_title')}</h2>
      ${this.used()}
      <h3>${text('export_title')}</h3>
      <div class="actions">
        <button type="button" @click=${() => this.export('json')}>${text('export_json')}</button>
        <button type="button" @click=${() => this.export('csv')}>${text('export_csv')}</button>
      </div>
      <p class="small" role="status">${this.word}</p>
      <h3>${text('import_title')}</h3>
      <import-file @imported=${this.read}></import-file>
      <h3>${text('erase_title')}</h3>
      <erase-all @erased=${this.onErased}></erase-all>
    </section>`;
  }

  private used() {
    const { storage } = this;
    if (storage === undefined) return html`<p class="muted">${text('loading')}</p>`;
    if (storage === null) return html`<p class="error">${text('storage_failed')}</p>`;
    const { usedBytes, quotaBytes, snapshotAt, snapshotRecords, putAside } = storage;
    const used = text('storage_used', bytesText(usedBytes), bytesText(quotaBytes));
    return html`<p>${used}</p>
      <meter min="0" max=${quotaBytes} .value=${usedBytes} aria-label=${used}></meter>
      <p>${this.span(storage)}</p>
      <p class="muted">
        ${
          snapshotAt === null
            ? text('storage_no_snapshot')
            : text('storage_snapshot', String(snapshotRecords), momentText(snapshotAt))
        }
      </p>
      ${
        putAside.length > 0
          ? html`<p class="warning">${plural('storage_put_aside', putAside.length)}</p>`
          : nothing
      }`;
  }

  private span({ days, firstDate, lastDate }: StorageReport): string {
    if (firstDate === null || lastDate === null) return text('storage_nothing');
    return plural('storage_days', days, dayText(firstDate), dayText(lastDate));
  }

  private async export(format: Format): Promise<void> {
    this.word = text('export_working');
    try {
      const file = await ask({ type: 'ledger/export', format }, PATIENCE);
      download(file.fileName, new Blob([file.text], { type: TYPES[format] }));
      this.word = text('export_done', file.fileName);
    } catch (error) {
      this.word = text('export_failed', causeOf(error));
    }
  }

  private onErased(): void {
    void this.read();
    this.dispatchEvent(new Event('erased'));
  }

  private async read(): Promise<void> {
    this.storage = await ask({ type: 'storage/read' }).catch(() => null);
  }
}

customElements.define('data-section', DataSection);
