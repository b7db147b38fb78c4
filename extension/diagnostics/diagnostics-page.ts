import { css, html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import '../parts/page-head.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import type { Diagnostics } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { text } from '../shared/text.ts';
import { type FactGroup, factsOf, reportText } from './facts.ts';

type State = { name: 'loading' } | { name: 'failed' } | { name: 'ready'; diagnostics: Diagnostics };

/** The tab in the page's address: the popup names the one that was in front. */
function namedTab(): number | null {
  const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(tab) ? tab : null;
}

export class DiagnosticsPage extends LitElement {
  static override properties = { state: { state: true }, word: { state: true } };

  static override styles = [
    baseStyle,
    cardStyle,
    pageStyle,
    buttonStyle,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(128px, 1fr) 2fr;
        gap: var(--gramme-space-1) var(--gramme-space-4);
      }
      dt {
        color: var(--gramme-muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      pre {
        margin: var(--gramme-space-2) 0 0;
        padding: var(--gramme-space-3);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        font-size: var(--gramme-size-small);
        background: var(--gramme-card);
        border: var(--gramme-hairline);
        border-radius: var(--gramme-radius);
      }
      summary {
        min-block-size: 24px;
        cursor: pointer;
      }
    `,
  ];

  declare state: State;
  declare word: string;

  constructor() {
    super();
    this.state = { name: 'loading' };
    this.word = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render() {
    return html`<page-head page="diagnostics"></page-head>
      <main aria-busy=${this.state.name === 'loading'}>
        <h1>${text('diagnostics_title')}</h1>
        <p>${text('diagnostics_lead')}</p>
        ${this.content()}
      </main>`;
  }

  private content() {
    const { state } = this;
    if (state.name === 'loading') return html`<p class="muted">${text('loading')}</p>`;
    if (state.name === 'failed') {
      return html`<p class="error" role="alert">${text('diagnostics_failed')}</p>
        ${this.refresh()}`;
    }
    const groups = factsOf(state.diagnostics);
    return html`${groups.map((group) => this.group(group))}
      <div class="actions">
        <button type="button" class="main" @click=${() => this.copy(groups)}>
          ${text('diagnostics_copy')}
        </button>
        ${this.refresh()}
        <span role="status">${this.word}</span>
      </div>
      <details>
        <summary>${text('diagnostics_report')}</summary>
        <pre tabindex="0">${reportText(groups)}</pre>
      </details>`;
  }

  private refresh() {
    return html`<button type="button" @click=${this.read}>${text('diagnostics_refresh')}</button>`;
  }

  private group({ title, facts }: FactGroup) {
    return html`<section class="card">
      <h2>${text(title)}</h2>
      <dl>${facts.map(([name, value]) => html`<dt>${text(name)}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
  }

  private async copy(groups: FactGroup[]): Promise<void> {
    const isCopied = await navigator.clipboard.writeText(reportText(groups)).then(
      () => true,
      () => false,
    );
    this.word = text(isCopied ? 'diagnostics_copied' : 'diagnostics_not_copied');
  }

  private async read(): Promise<void> {
    this.word = '';
    try {
      const diagnostics = await ask({ type: 'diagnostics/read', tabId: namedTab() });
      this.state = { name: 'ready', diagnostics };
    } catch {
      this.state = { name: 'failed' };
    }
  }
}

customElements.define('diagnostics-page', DiagnosticsPage);
