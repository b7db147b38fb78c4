import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { type Failure, failureOf } from '../../core/failure.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { download } from '../../parts/download.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import type { Facts } from '../engine/core-api.ts';
import { facts } from '../engine/facts.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { type DataChoice, optionsOf, usualChoice } from './data-choices.ts';
import './drop-zone.ts';
import { failedFile } from './failure-view.ts';
import './file-list.ts';
import { type Reading, type ReadUse, readUse } from './reading.ts';
import './reading-progress.ts';
import { spanText } from './span-text.ts';
import { today } from './today.ts';
import './use-report.ts';
import { useStyle } from './use-style.ts';
import './use-view.ts';
import { text } from './words.ts';

/** What is asked for: these files, weighed so. */
interface Asked {
  files: readonly File[];
  choice: DataChoice;
}

/** Files that were read, and what they came to. */
interface Shown extends Asked {
  use: ReadUse;
}

interface Work extends Asked {
  reading: Reading;
  readBytes: number;
}

/** Stays while the app is open: another page, or another language, is no reason to read again. */
let lastShown: Shown | null = null;

/** Files of one's own: read in a worker, shown, and forgotten when the app is closed. */
export class DataPage extends LitElement {
  static override properties = {
    shown: { state: true },
    work: { state: true },
    failed: { state: true },
    known: { state: true },
    isReport: { state: true },
  };
  static override styles = [baseStyle, cardStyle, buttonStyle, appPageStyle, useStyle];

  declare shown: Shown | null;
  declare work: Work | null;
  declare failed: (Asked & { failure: Failure }) | null;
  declare known: Facts | null;
  declare isReport: boolean;

  constructor() {
    super();
    this.shown = lastShown;
    this.work = null;
    this.failed = null;
    this.known = null;
    this.isReport = false;
    if (lastShown !== null) void this.learn();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
  }

  override render() {
    const { shown } = this;
    if (shown !== null && this.isReport) {
      return html`<use-report .use=${shown.use} @back=${() => this.leaveReport()}></use-report>`;
    }
    return html`<div>
        <h1>${text('data_title')}</h1>
        <p class="lead">${text('data_lead')}</p>
      </div>
      <p class="unseen" role="status">${this.status()}</p>
      ${this.failure()} ${this.progress()}
      ${shown === null ? (this.work === null ? this.dropZone() : nothing) : this.results(shown)}`;
  }

  override updated(changed: PropertyValues): void {
    // What had the focus may be gone: reading goes on where the answer begins.
    if (!changed.has('work') || this.work !== null || this.shadowRoot?.activeElement !== null)
      return;
    this.renderRoot.querySelector<HTMLElement>('#results')?.focus();
  }

  private dropZone() {
    return html`<drop-zone @files=${this.take}></drop-zone>`;
  }

  private status(): string {
    if (this.work !== null) return text('reading');
    if (this.failed !== null || this.shown === null) return '';
    return text('read_done');
  }

  private progress() {
    const { work } = this;
    if (work === null) return nothing;
    const total = work.files.reduce((sum, { size }) => sum + size, 0);
    return html`<reading-progress
      .readBytes=${work.readBytes}
      .totalBytes=${total}
      @cancel=${this.cancel}
    ></reading-progress>`;
  }

  private failure() {
    const { failed } = this;
    if (failed === null) return nothing;
    const { failure, files, choice } = failed;
    const bad = failedFile(failure, files);
    return html`<failure-view
      .failure=${failure}
      .files=${files}
      @others=${() => void this.read({ choice, files: files.filter((file) => file !== bad) })}
      @dismiss=${() => {
        this.failed = null;
      }}
    ></failure-view>`;
  }

  private results({ use, choice }: Shown) {
    const { files, total, measured } = use.analysis;
    return html`${this.head(use)}
      ${
        total.requests === 0 && (measured?.total.runs ?? 0) === 0
          ? html`<p class="card">${text('nothing_counted')}</p>`
          : html`<use-view .use=${use}></use-view>`
      }
      <div class="columns screen">
        <section class="card">
          <h2>${text('files_title')}</h2>
          <file-list .files=${files}></file-list>
        </section>
        ${total.requests > 0 ? this.choices(use, choice) : nothing}
      </div>`;
  }

  private choices({ analysis }: ReadUse, choice: DataChoice) {
    const has = (kind: string) => analysis.files.some((file) => file.kind === kind);
    return html`<data-choices
      .known=${this.known}
      .choice=${this.work?.choice ?? choice}
      ?hasAnalytics=${has('analytics')}
      ?hasStored=${has('gramme_export')}
      @choice=${({ detail }: CustomEvent<DataChoice>) => this.weighAnew(detail)}
    ></data-choices>`;
  }

  private head(use: ReadUse) {
    const button = (label: string, work: () => void) =>
      html`<button type="button" @click=${work}>${label}</button>`;
    const hasYears = use.analysis.years.length > 0;
    return html`<div class="bar">
      <h2 id="results" tabindex="-1">${spanText(use.analysis)}</h2>
      <div class="actions screen">
        <drop-zone isSmall @files=${this.take}></drop-zone>
        ${hasYears ? button(text('yearly_report'), () => this.openReport()) : nothing}
        ${button(text('save_csv'), () => void this.saveCsv())} ${button(text('save_json'), () => this.saveJson())}
        ${button(text('start_over'), () => this.forget())}
      </div>
    </div>`;
  }

  private readonly take = ({ detail }: CustomEvent<File[]>): void => {
    const { files = [], choice = usualChoice } = this.work ?? this.shown ?? {};
    void this.read({ files: [...files, ...detail], choice });
  };

  private weighAnew(choice: DataChoice): void {
    if (this.shown !== null) void this.read({ files: this.shown.files, choice });
  }

  private readonly cancel = (): void => {
    this.work?.reading.cancel();
    this.work = null;
  };

  private async read(asked: Asked): Promise<void> {
    this.work?.reading.cancel();
    this.failed = null;
    const onProgress = (readBytes: number) => {
      if (this.work?.reading === reading) this.work = { ...this.work, readBytes };
    };
    const reading = readUse(asked.files, optionsOf(asked.choice), onProgress);
    this.work = { ...asked, reading, readBytes: 0 };
    void this.learn();
    try {
      const use = await reading.done;
      if (this.work?.reading !== reading) return use.close();
      this.show({ ...asked, use });
    } catch (error) {
      if (this.work?.reading !== reading) return;
      this.failed = { ...asked, failure: failureOf(error) };
    }
    this.work = null;
  }

  /** What can be chosen: asked for once something is read. */
  private async learn(): Promise<void> {
    this.known ??= await facts().catch(() => null);
  }

  private forget(): void {
    this.cancel();
    this.show(null);
    this.failed = null;
  }

  private show(shown: Shown | null): void {
    this.shown?.use.close();
    this.shown = shown;
    lastShown = shown;
  }

  private openReport(): void {
    this.isReport = true;
  }

  private leaveReport(): void {
    this.isReport = false;
  }

  private async saveCsv(): Promise<void> {
    if (this.shown === null) return;
    const csv = await this.shown.use.worker.csv();
    download(`gramme-${today()}.csv`, new Blob([csv], { type: 'text/csv' }));
  }

  private saveJson(): void {
    if (this.shown === null) return;
    const json = `${JSON.stringify(this.shown.use.analysis, null, 2)}\n`;
    download(`gramme-${today()}.json`, new Blob([json], { type: 'application/json' }));
  }
}

customElements.define('data-page', DataPage);
