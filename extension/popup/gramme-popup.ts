import { css, html, LitElement, nothing } from 'lit';
import type { Summary } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { text } from '../shared/text.ts';
import { activeTabId } from './active-tab.ts';
import './badge-unit.ts';
import { baseStyle } from '../../web/parts/base-style.ts';
import './consent-note.ts';
import '../parts/counting-state.ts';
import '../parts/failure-note.ts';
import './first-run.ts';
import './loading-view.ts';
import './period-tabs.ts';
import './page-links.ts';
import './storage-notices.ts';
import { scaleIcon } from '../../web/parts/signs.ts';

type State =
  | { name: 'loading' }
  | { name: 'ready'; summary: Summary }
  | { name: 'failed'; cause: string };

/** Figures that change while the popup is open are read again at most this often. */
const REFRESH_MS = 250;

export class GrammePopup extends LitElement {
  static override properties = { state: { state: true } };

  static override styles = [
    baseStyle,
    css`
      :host {
        display: flex;
        flex-direction: column;
        inline-size: 360px;
        block-size: 560px;
        background: var(--gramme-ground);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--gramme-space-2);
        min-block-size: 44px;
        padding: 0 var(--gramme-space-3);
      }
      svg {
        flex: none;
      }
      header svg {
        color: var(--gramme-green);
      }
      h1 {
        margin: 0;
        font-size: var(--gramme-size-lead);
        font-weight: var(--gramme-weight-strong);
      }
      header counting-state {
        margin-inline-start: auto;
      }
      header + counting-state {
        padding: 0 var(--gramme-space-3) var(--gramme-space-3);
      }
      main {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      main > * {
        flex: 1;
        min-block-size: 0;
      }
      main > consent-note,
      main > storage-notices {
        flex: none;
      }
      footer {
        padding: var(--gramme-space-2) var(--gramme-space-3);
        border-block-start: var(--gramme-hairline);
      }
    `,
  ];

  declare state: State;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.state = { name: 'loading' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    chrome.storage.onChanged.addListener(this.onChanged);
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    chrome.storage.onChanged.removeListener(this.onChanged);
    clearTimeout(this.timer);
  }

  override render() {
    const { state } = this;
    const summary = state.name === 'ready' ? state.summary : null;
    const isAgreed = summary !== null && summary.settings.consentedAt !== null;
    const isWatching = isAgreed && summary.health?.state === 'watching';
    // The first-run page and the note about consent say themselves where to begin.
    const isFirst = summary?.health === null && summary.year.stats.requests === 0;
    return html`<header>
        ${scaleIcon}
        <h1>${text('name')}</h1>
        ${isWatching ? this.countingState(summary) : nothing}
      </header>
      ${!isAgreed || isWatching || isFirst ? nothing : this.countingState(summary)}
      <main aria-busy=${state.name === 'loading'}>
        ${this.content(state)}
      </main>
      ${
        summary === null
          ? nothing
          : html`<footer>
            <badge-unit .settings=${summary.settings}></badge-unit>
            <page-links></page-links>
          </footer>`
      }`;
  }

  /** In one line with the name while counting; below it when there is more to say. */
  private countingState(summary: Summary) {
    return html`<counting-state
      .health=${summary.health}
      .hasConsent=${summary.settings.consentedAt !== null}
    ></counting-state>`;
  }

  private content(state: State) {
    if (state.name === 'loading') return html`<loading-view></loading-view>`;
    if (state.name === 'failed') {
      return html`<failure-note .cause=${state.cause} @retry=${this.retry}></failure-note>`;
    }
    const { summary } = state;
    const isEmpty = summary.year.stats.requests === 0;
    return html`${summary.settings.consentedAt === null ? html`<consent-note></consent-note>` : nothing}
      <storage-notices .notices=${summary.notices}></storage-notices>
      ${
        isEmpty
          ? html`<first-run tabindex="0"></first-run>`
          : html`<period-tabs .summary=${summary}></period-tabs>`
      }`;
  }

  private readonly retry = (): void => {
    this.state = { name: 'loading' };
    void this.read();
  };

  private readonly onChanged = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.state.name === 'ready') void this.read();
    }, REFRESH_MS);
  };

  private async read(): Promise<void> {
    try {
      const summary = await ask({ type: 'summary/read', tabId: await activeTabId() });
      this.state = { name: 'ready', summary };
    } catch (error) {
      this.state = { name: 'failed', cause: error instanceof Error ? error.message : '' };
    }
  }
}

customElements.define('gramme-popup', GrammePopup);
