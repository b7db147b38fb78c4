import { css, html, LitElement } from 'lit';
import { boundsText, shareText, showRange } from '../look/figures.ts';
import { language, text } from '../words/words.ts';
import { baseStyle } from './base-style.ts';
import type { Part } from './breakdown.ts';

const SERIES = 5;

/** What a period is made of, largest first: share, figure and range of each part. */
export class ShareList extends LitElement {
  static override properties = {
    heading: { type: String },
    parts: { attribute: false },
  };

  static override styles = [
    baseStyle,
    css`
      h3 {
        padding-block-end: var(--gramme-space-1);
        font-size: var(--gramme-size-small);
        color: var(--gramme-muted);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        column-gap: var(--gramme-space-3);
        align-items: center;
        padding-block: 6px;
      }
      li + li {
        border-block-start: var(--gramme-hairline);
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .figure {
        text-align: end;
        font-weight: var(--gramme-weight-strong);
      }
      .share {
        display: flex;
        align-items: center;
        gap: var(--gramme-space-2);
      }
      .track {
        flex: 1;
        block-size: 4px;
        border-radius: 2px;
        background: var(--gramme-line);
      }
      .track i {
        display: block;
        block-size: 100%;
        min-inline-size: 2px;
        border-radius: 2px;
      }
      .percent {
        min-inline-size: 36px;
        text-align: end;
      }
      .bounds {
        min-inline-size: 96px;
        text-align: end;
      }
    `,
  ];

  declare heading: string;
  declare parts: Part[];

  constructor() {
    super();
    this.heading = '';
    this.parts = [];
  }

  override render() {
    const total = this.parts.reduce((sum, part) => sum + part.gramsCo2e.central, 0);
    return html`<h3 id="heading">${this.heading}</h3>
      <ul aria-labelledby="heading">
        ${this.parts.map((part, index) => this.row(part, index, total))}
      </ul>`;
  }

  private row({ name, gramsCo2e }: Part, index: number, total: number) {
    const shown = showRange(gramsCo2e, 'gramsCo2e', language());
    const share = total > 0 ? gramsCo2e.central / total : 0;
    const colour = index < SERIES ? `var(--gramme-series-${index + 1})` : 'var(--gramme-muted)';
    return html`<li>
      <span class="name" title=${name}>${name || text('model_not_named')}</span>
      <span class="figure">${shown.central}\u202f${shown.unit}</span>
      <span class="share small muted">
        <span class="track" aria-hidden="true">
          <i .style=${`inline-size: ${share * 100}%; background: ${colour}`}></i>
        </span>
        <span class="percent">${shareText(share, language())}</span>
      </span>
      <span class="bounds small muted">${boundsText(shown)}</span>
    </li>`;
  }
}

customElements.define('share-list', ShareList);
