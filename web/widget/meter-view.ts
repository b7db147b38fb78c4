import { html, nothing, type TemplateResult } from 'lit';
import type { Range } from '../core/contracts.ts';
import { boundsText, type Measure, rangeText, showRange } from '../look/figures.ts';
import { drawMark } from '../look/range-mark-drawing.ts';
import type { EstimateDetail } from './meter-contracts.ts';
import { language, text } from './text.ts';
import { readText, warningTexts, writtenText } from './token-words.ts';
import type { Weighed } from './weigh.ts';

/** All of it in words. */
export function answerSentence({ detail }: Weighed): string {
  const { energyWattHours, gramsCo2e } = detail.estimate;
  return text(
    'widget_answer_sentence',
    `${writtenText(detail)}, ${readText(detail)}`,
    rangeText(energyWattHours, 'wattHours', language()),
    rangeText(gramsCo2e, 'gramsCo2e', language()),
  );
}

interface Row {
  name: string;
  range: Range;
  measure: Measure;
  suffix: string;
}

function figureRow({ name, range, measure, suffix }: Row): TemplateResult {
  const shown = showRange(range, measure, language());
  const label = rangeText(range, measure, language());
  return html`<dt>${name}</dt>
    <dd class="amount">${shown.central}\u202f${shown.unit}${suffix}</dd>
    <dd class="spread muted">${boundsText(shown)}</dd>
    <dd class="drawn" aria-hidden="true">
      ${drawMark({ range, track: null, label, decade: null })}
    </dd>`;
}

/** What of the counting a reader of the figure must know. */
function notes({ warnings, isFinal }: EstimateDetail) {
  if (!isFinal || warnings.length === 0) return nothing;
  return html`<p class="small muted">${warningTexts(warnings).join(' ')}</p>`;
}

/** One answer, also while it is written: figures change, their places do not. */
export function meterView({ detail }: Weighed): TemplateResult {
  const { modelName, energyWattHours: energy, gramsCo2e: carbon } = detail.estimate;
  return html`<section class="card meter" aria-label=${text('widget_answer')}>
    <p class="head small muted">
      <span class="named">${text('widget_answer')} · ${modelName}</span>
      ${detail.isFinal ? nothing : html`<span class="live">${text('widget_writing')}</span>`}
    </p>
    <dl class="rows">
      <dt>${text('tokens')}</dt>
      <dd class="counts"><strong>${writtenText(detail)}</strong><br />${readText(detail)}</dd>
      ${figureRow({ name: text('energy'), range: energy, measure: 'wattHours', suffix: '' })}
      ${figureRow({ name: text('part_carbon'), range: carbon, measure: 'gramsCo2e', suffix: ' CO₂e' })}
    </dl>
    ${notes(detail)}
  </section>`;
}
