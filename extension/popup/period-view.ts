import { css, html, LitElement } from 'lit';
import type { Period, Sums } from '../../web/core/contracts.ts';
import type { Summary } from '../shared/answers.ts';
import { text } from '../shared/text.ts';
import { baseStyle } from './base-style.ts';
import './figure-card.ts';
import './method-note.ts';
import './share-list.ts';
import { siteNames } from '../shared/site-facts.ts';
import type { Part } from './share-list.ts';

function partsOf(sums: Record<string, Sums>, names: Readonly<Record<string, string>>): Part[] {
  const parts = Object.entries(sums).map(([id, part]) => ({
    name: Object.hasOwn(names, id) ? (names[id] ?? id) : id,
    gramsCo2e: part.gramsCo2e,
  }));
  return parts.sort((a, b) => b.gramsCo2e.central - a.gramsCo2e.central);
}

/** One period: its figures, what they are made of, how they were computed. */
export class PeriodView extends LitElement {
  static override properties = {
    period: { attribute: false },
    summary: { attribute: false },
  };

  static override styles = [
    baseStyle,
    css`
      :host {
        display: grid;
        gap: var(--gramme-space-4);
      }
    `,
  ];

  declare period: Period;
  declare summary: Summary;

  override render() {
    const { period, summary } = this;
    if (period.stats.requests === 0) {
      return html`<figure-card .period=${period}></figure-card>
        <p class="muted">${text(`nothing_${period.range}`)}</p>`;
    }
    const { byModel, byPlatform } = period.stats;
    return html`<figure-card .period=${period}></figure-card>
      <share-list heading=${text('by_model')} .parts=${partsOf(byModel, summary.modelNames)}></share-list>
      <share-list heading=${text('by_platform')} .parts=${partsOf(byPlatform, siteNames)}></share-list>
      <method-note .period=${period} .methodology=${summary.methodology}></method-note>`;
  }
}

customElements.define('period-view', PeriodView);
