import { css, html, LitElement } from 'lit';
import { boundsText, decadeText, rangeText, showRange } from '../../web/look/figures.ts';
import { language, text } from '../shared/text.ts';
import '../../web/look/range-mark.ts';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';

/** Shows how a figure reads; marked as an example. */
const EXAMPLE = { low: 0.12, central: 0.34, high: 1.4 };

/** Before the first answer: what will appear, when, and how to read it. */
export class FirstRun extends LitElement {
  static override styles = [
    baseStyle,
    cardStyle,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--gramme-space-4);
        padding: var(--gramme-space-2) var(--gramme-space-3);
        overflow-y: auto;
      }
      h2 {
        margin-block-end: var(--gramme-space-2);
        font-size: var(--gramme-size-title);
        line-height: 1.25;
      }
      h3 {
        font-size: var(--gramme-size-small);
        color: var(--gramme-muted);
      }
      .intro p + p {
        margin-block-start: var(--gramme-space-2);
      }
      .example {
        display: grid;
        gap: var(--gramme-space-2);
      }
      .figure {
        display: flex;
        align-items: baseline;
        gap: var(--gramme-space-2);
        color: var(--gramme-muted);
      }
      .figure b {
        font-size: var(--gramme-size-title);
        font-weight: var(--gramme-weight-strong);
      }
      range-mark {
        color: var(--gramme-muted);
      }
    `,
  ];

  override render() {
    const locale = language();
    const shown = showRange(EXAMPLE, 'gramsCo2e', locale);
    return html`<section class="intro">
        <h2>${text('first_title')}</h2>
        <p>${text('first_when')}</p>
        <p class="muted">${text('first_private')}</p>
      </section>
      <section class="card example">
        <h3>${text('example_title')}</h3>
        <p class="figure">
          <b>${shown.central} ${shown.unit} CO₂e</b><span>${boundsText(shown)}</span>
        </p>
        <range-mark
          .range=${EXAMPLE}
          label=${rangeText(EXAMPLE, 'gramsCo2e', locale)}
          .decade=${(value: number) => decadeText(value, EXAMPLE, 'gramsCo2e', locale)}
        ></range-mark>
        <p class="small muted">${text('example_reading')}</p>
      </section>`;
  }
}

customElements.define('first-run', FirstRun);
