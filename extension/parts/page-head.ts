import { css, html, LitElement } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import { scaleIcon } from '../../web/parts/signs.ts';
import { type TextKey, text } from '../shared/text.ts';

const PAGES = ['options', 'report', 'privacy', 'diagnostics'] as const;

/** The name, and the way to the other pages. */
export class PageHead extends LitElement {
  static override properties = { page: { type: String } };

  static override styles = [
    baseStyle,
    css`
      :host,
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gramme-space-2);
      }
      :host {
        margin-block-end: var(--gramme-space-4);
      }
      svg {
        color: var(--gramme-green);
      }
      .name {
        font-size: var(--gramme-size-lead);
      }
      nav {
        margin-inline-start: auto;
        gap: var(--gramme-space-1) var(--gramme-space-4);
      }
      a {
        min-block-size: 24px;
        line-height: 24px;
        color: var(--gramme-muted);
        text-underline-offset: 3px;
      }
      a[aria-current] {
        font-weight: var(--gramme-weight-strong);
        color: var(--gramme-ink);
        text-decoration: none;
      }
      @media print {
        nav {
          display: none;
        }
      }
    `,
  ];

  declare page: string;

  constructor() {
    super();
    this.page = '';
  }

  override render() {
    return html`${scaleIcon}<strong class="name">${text('name')}</strong>
      <nav aria-label=${text('pages')}>${PAGES.map((page) => this.link(page))}</nav>`;
  }

  private link(page: (typeof PAGES)[number]) {
    const name = text(`page_${page}` satisfies TextKey);
    return page === this.page
      ? html`<a href="${page}.html" aria-current="page">${name}</a>`
      : html`<a href="${page}.html">${name}</a>`;
  }
}

customElements.define('page-head', PageHead);
