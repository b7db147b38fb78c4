import { css, html, LitElement } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import { text } from '../shared/text.ts';
import { activeTabId } from './active-tab.ts';

/** The way to the other pages; diagnostics are about the tab in front. */
export class PageLinks extends LitElement {
  static override properties = { tabId: { state: true } };

  static override styles = [
    baseStyle,
    css`
      nav {
        display: flex;
        justify-content: space-between;
        margin-block-start: var(--gramme-space-2);
        font-size: var(--gramme-size-small);
      }
      a {
        min-block-size: 24px;
        line-height: 24px;
        color: var(--gramme-green);
        text-underline-offset: 3px;
      }
    `,
  ];

  declare tabId: number | null;

  constructor() {
    super();
    this.tabId = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void activeTabId().then((tabId) => {
      this.tabId = tabId;
    });
  }

  override render() {
    const tab = this.tabId === null ? '' : `?tab=${this.tabId}`;
    return html`<nav aria-label=${text('pages')}>
      <a href="report.html" target="_blank">${text('page_report')}</a>
      <a href="options.html" target="_blank">${text('page_options')}</a>
      <a href="diagnostics.html${tab}" target="_blank">${text('page_diagnostics')}</a>
      <a href="privacy.html" target="_blank">${text('page_privacy')}</a>
    </nav>`;
  }
}

customElements.define('page-links', PageLinks);
