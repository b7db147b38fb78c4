import { css, html, LitElement, nothing } from 'lit';
import type { Period } from '../../web/core/contracts.ts';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { optionalText, plural, text } from '../shared/text.ts';
import '../../web/parts/confidence-word.ts';
import { methodsOf, regionsOf, warningsOf } from '../../web/parts/method-words.ts';
import { openArrow } from '../../web/parts/signs.ts';

/** How the figures of a period were computed, in one line that opens. */
export class MethodNote extends LitElement {
  static override properties = {
    period: { attribute: false },
    methodology: { type: String },
  };

  static override styles = [
    baseStyle,
    cardStyle,
    css`
      summary {
        display: grid;
        grid-template-columns: 1fr auto;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary strong {
        font-size: var(--gramme-size-small);
      }
      summary .line {
        text-wrap: balance;
        grid-column: 1 / -1;
      }
      summary svg {
        align-self: center;
        color: var(--gramme-muted);
        transition: transform var(--gramme-motion);
      }
      details[open] summary svg {
        transform: rotate(180deg);
      }
      .body {
        display: grid;
        gap: var(--gramme-space-2);
        margin-block-start: var(--gramme-space-2);
        padding-block-start: var(--gramme-space-2);
        border-block-start: var(--gramme-hairline);
      }
      h3 {
        font-size: var(--gramme-size-small);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--gramme-space-3);
        padding-block: 2px;
      }
      .count {
        white-space: nowrap;
      }
    `,
  ];

  declare period: Period;
  declare methodology: string;

  constructor() {
    super();
    this.methodology = '';
  }

  override render() {
    const { rows } = this.period;
    const methods = methodsOf(rows, this.methodology);
    const regions = regionsOf(rows);
    const line = [methods.map((method) => method.name).join(', '), text('region_line', regions)];
    return html`<details class="card small">
      <summary>
        <strong>${text('method_title')}</strong>
        ${openArrow}
        <span class="line muted">${[...line, text('context_line')].join(' · ')}</span>
      </summary>
      <div class="body">
        ${methods.map(({ name, version }) => html`<p>${text('method_used', name, version)}</p>`)}
        <p>
          ${text('region_used', regions)}
          <confidence-word
            word=${text('assumed')}
            explanation=${text('assumed_explained')}
          ></confidence-word>
        </p>
        <p>${text('not_counted')}</p>
        ${this.warnings()}
      </div>
    </details>`;
  }

  private warnings() {
    const warnings = warningsOf(this.period.rows);
    if (warnings.length === 0) return nothing;
    return html`<h3>${text('warnings_title')}</h3>
      <ul>
        ${warnings.map(
          ([code, count]) => html`<li>
            <span>${optionalText(`warning_${code}`) ?? text('warning_other', code)}</span>
            <span class="count muted">${plural('answers', count)}</span>
          </li>`,
        )}
      </ul>`;
  }
}

customElements.define('method-note', MethodNote);
