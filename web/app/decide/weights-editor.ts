import { css, html, LitElement } from 'lit';
import type { DecisionCriterion } from '../../core/decision-contracts.ts';
import { shareText } from '../../look/figures.ts';
import { baseStyle } from '../../parts/base-style.ts';
import { language } from '../../words/words.ts';
import { criterionName } from './decision-words.ts';
import { text } from './words.ts';

const PER_CENT = 100;

/** How much each criterion counts: only ratios matter. Fires `weights`, those of all criteria by id. */
export class WeightsEditor extends LitElement {
  static override properties = { criteria: { attribute: false }, given: { attribute: false } };
  static override styles = [
    baseStyle,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(96px, 2fr) 56px;
        gap: var(--gramme-space-3);
        align-items: center;
        min-block-size: 36px;
      }
      input {
        inline-size: 100%;
        block-size: 24px;
        accent-color: var(--gramme-green);
      }
      .share {
        text-align: end;
      }
      .unit {
        display: block;
      }
    `,
  ];

  declare criteria: DecisionCriterion[];
  /** Weights that the matrix gives itself. */
  declare given: ReadonlyMap<string, number>;

  override render() {
    return html`<ul aria-label=${text('weights')}>
      ${this.criteria.map((criterion, index) => this.criterion(criterion, index))}
    </ul>`;
  }

  /** The usual sets have weights that come to a hundred. */
  private weight({ id, weightShare }: DecisionCriterion): number {
    return this.given.get(id) ?? Math.round(weightShare * PER_CENT);
  }

  private criterion(criterion: DecisionCriterion, index: number) {
    const { id, unit, weightShare, boundsFrom } = criterion;
    const most = Math.max(PER_CENT, ...this.criteria.map((other) => this.weight(other)));
    const name = criterionName(id);
    return html`<li>
      <label for="weight-${index}">
        ${name}
        <span class="unit small muted">${boundsFrom === 'none' ? text('tells_nothing') : unit}</span>
      </label>
      <input
        id="weight-${index}"
        type="range"
        min="0"
        max=${most}
        step="1"
        .value=${String(this.weight(criterion))}
        aria-valuetext=${shareText(weightShare, language())}
        @change=${(event: Event) => this.tell(id, (event.target as HTMLInputElement).valueAsNumber)}
      />
      <span class="share">${shareText(weightShare, language())}</span>
    </li>`;
  }

  private tell(id: string, weight: number): void {
    const weights = new Map(this.criteria.map((other) => [other.id, this.weight(other)]));
    weights.set(id, weight);
    this.dispatchEvent(new CustomEvent('weights', { detail: weights }));
  }
}

customElements.define('weights-editor', WeightsEditor);
