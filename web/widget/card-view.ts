import { html, nothing, type TemplateResult } from 'lit';
import type { Estimate, Range } from '../core/contracts.ts';
import type { Explanation } from '../core/explain-contracts.ts';
import type { Equivalence } from '../core/view-contracts.ts';
import { boundsText, decadeText, type Measure, rangeText, showRange } from '../look/figures.ts';
import { drawMark } from '../look/range-mark-drawing.ts';
import { equivalenceSource, equivalenceText } from '../parts/equivalence-words.ts';
import { drawExplanation } from '../parts/explanation-drawing.ts';
import { regionName } from '../parts/region-names.ts';
import { openArrow } from '../parts/signs.ts';
import { language, text } from './text.ts';
import { isEstimated, readText, warningTexts, writtenText } from './token-words.ts';
import type { Weighed } from './weigh.ts';

/** What of the card is open. */
export interface CardState {
  explanation: Explanation | null;
  hasAllFactors: boolean;
  onToggle(isOpen: boolean): void;
  onAllFactors(): void;
}

function tile(name: string, range: Range | null, measure: Measure): TemplateResult {
  if (range === null) {
    return html`<div>
      <dt>${name}</dt>
      <dd class="value">\u2013</dd>
      <dd class="small muted">${text('unknown')}</dd>
    </div>`;
  }
  const shown = showRange(range, measure, language());
  return html`<div>
    <dt>${name}</dt>
    <dd class="value">${shown.central}\u202f${shown.unit}</dd>
    <dd class="small muted">${boundsText(shown)}</dd>
  </div>`;
}

function hero({ gramsCo2e }: Estimate): TemplateResult {
  const shown = showRange(gramsCo2e, 'gramsCo2e', language());
  const label = rangeText(gramsCo2e, 'gramsCo2e', language());
  const decade = (value: number) => decadeText(value, gramsCo2e, 'gramsCo2e', language());
  return html`<p class="hero">
      <span class="large">${shown.central}</span>
      <span class="lead">${shown.unit} CO₂e</span>
      <span class="muted">${boundsText(shown)}</span>
    </p>
    ${drawMark({ range: gramsCo2e, track: null, label, decade })}`;
}

function comparison(equivalence: Equivalence | null) {
  if (equivalence === null) return nothing;
  return html`<div class="part">
    <p class="small muted">${text('equivalence_title')}</p>
    <p>${equivalenceText(equivalence, 'metric')}</p>
    <p class="small muted">${equivalenceSource(equivalence)}</p>
  </div>`;
}

function assumptions({ detail }: Weighed) {
  const { estimate, warnings } = detail;
  const certainty = isEstimated(detail) ? [text('estimated_explained')] : [];
  const lines = [...certainty, ...warningTexts([...warnings, ...estimate.warnings])];
  if (lines.length === 0) return nothing;
  return html`<div class="part small">
    <p class="muted" id="assumed">${text('widget_assumed')}</p>
    <ul class="assumed" aria-labelledby="assumed">${lines.map((line) => html`<li>${line}</li>`)}</ul>
  </div>`;
}

function explained({ estimate }: Weighed['detail'], state: CardState): TemplateResult {
  const toggled = (event: Event) =>
    state.onToggle(event.target instanceof HTMLDetailsElement && event.target.open);
  const { explanation, hasAllFactors } = state;
  const onAll = state.onAllFactors;
  return html`<details class="part small" @toggle=${toggled}>
    <summary>${text('widget_explained')} ${openArrow}</summary>
    <p class="muted">${text('widget_method', estimate.methodology)}</p>
    ${explanation === null ? nothing : drawExplanation({ explanation, hasAll: hasAllFactors, onAll })}
  </details>`;
}

/** An estimate with its range, what weighs as much, what is assumed and how it was worked out. */
export function cardView(weighed: Weighed, state: CardState): TemplateResult {
  const { detail, equivalence } = weighed;
  const { estimate } = detail;
  return html`<section class="card full" aria-label=${text('widget_estimate')}>
    <p class="head small muted">
      <span class="named">${text('widget_place', estimate.modelName, regionName(estimate.region))}</span>
      ${detail.isFinal ? nothing : html`<span class="live">${text('widget_writing')}</span>`}
    </p>
    ${hero(estimate)}
    <dl class="tiles">
      ${tile(text('energy'), estimate.energyWattHours, 'wattHours')}
      ${tile(text('water'), estimate.waterLitres, 'litres')}
    </dl>
    <p class="small tokens">
      <span class="muted">${text('tokens')}</span> ${writtenText(detail)} · ${readText(detail)}
    </p>
    ${comparison(equivalence)} ${assumptions(weighed)} ${explained(detail, state)}
  </section>`;
}
