import { html, type TemplateResult } from 'lit';
import type { LiveSums } from '../core/contracts.ts';
import { boundsText, rangeText, showRange, tokensRangeText } from '../look/figures.ts';
import { scaleIcon } from '../parts/signs.ts';
import { language, plural, text } from './text.ts';

/** All of it in words. */
export function badgeSentence({ requests, tokens, energyWattHours, gramsCo2e }: LiveSums): string {
  return text(
    'widget_page_sentence',
    plural('answers', requests),
    tokensRangeText(tokens, language()),
    rangeText(energyWattHours, 'wattHours', language()),
    rangeText(gramsCo2e, 'gramsCo2e', language()),
  );
}

/** What the answers of the page have weighed so far. */
export function badgeView(sums: LiveSums): TemplateResult {
  const shown = showRange(sums.gramsCo2e, 'gramsCo2e', language());
  return html`<p class="badge" title=${badgeSentence(sums)}>
    <span class="sign">${scaleIcon}</span>
    <strong>${shown.central}\u202f${shown.unit} CO₂e</strong>
    <span class="muted spread">${boundsText(shown)}</span>
  </p>`;
}
