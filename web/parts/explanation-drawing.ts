/** What an estimate is made of, and every figure it was worked out with, with its source. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExplainedPart, Explanation, Factor } from '../core/explain-contracts.ts';
import { shareText } from '../look/figures.ts';
import { language, text } from '../words/words.ts';
import { factorFigure, factorName, partFigure, partName } from './explanation-words.ts';

/** Factors shown before all of them are asked for. */
const FIRST_FACTORS = 6;

export interface DrawnExplanation {
  explanation: Explanation;
  hasAll: boolean;
  /** All factors are asked for. */
  onAll(): void;
}

function branch(part: ExplainedPart): TemplateResult {
  return html`<li>
    <span class="line">
      <span>${partName(part)}</span>
      <span class="figure">${partFigure(part)}</span>
    </span>
    <span class="line muted">
      <span class="track" aria-hidden="true">
        <i .style=${`inline-size: ${part.share * 100}%`}></i>
      </span>
      <span class="share">${shareText(part.share, language())}</span>
    </span>
    ${part.parts.length === 0 ? nothing : html`<ul>${part.parts.map(branch)}</ul>`}
  </li>`;
}

function factorLine(factor: Factor): TemplateResult {
  const { source, shareOfWidth } = factor;
  const origin =
    source === null ? text('explain_computed') : text('explain_source', source.source, source.asOf);
  return html`<li>
    <span class="line">
      <span>${factorName(factor)}</span>
      <span class="figure">${factorFigure(factor)}</span>
    </span>
    <span class="origin muted">
      ${origin}${
        shareOfWidth > 0
          ? html` · ${text('explain_width', shareText(shareOfWidth, language()))}`
          : nothing
      }
    </span>
  </li>`;
}

function factorList(factors: Factor[], { hasAll, onAll }: DrawnExplanation): TemplateResult {
  const sorted = [...factors].sort((a, b) => b.shareOfWidth - a.shareOfWidth);
  const shown = hasAll ? sorted : sorted.slice(0, FIRST_FACTORS);
  return html`<h3 id="factors">${text('explain_factors')}</h3>
    <p class="muted">${text('explain_factors_note')}</p>
    <ul class="factors" aria-labelledby="factors">${shown.map(factorLine)}</ul>
    ${
      shown.length === sorted.length
        ? nothing
        : html`<button type="button" class="all" @click=${onAll}>
          ${text('explain_more', String(sorted.length))}
        </button>`
    }`;
}

export function drawExplanation(drawn: DrawnExplanation): TemplateResult {
  const { carbon, factors } = drawn.explanation;
  return html`<ul class="tree" aria-label=${text('explain_made_of')}>${branch(carbon)}</ul>
    ${factorList(factors, drawn)}`;
}
