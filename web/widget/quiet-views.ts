/** What is shown without a figure. */
import { html, type TemplateResult } from 'lit';
import { scaleIcon, warningSign } from '../parts/signs.ts';
import type { ErrorDetail, MeterForm } from './meter-contracts.ts';
import { optionalText, text } from './text.ts';

/** Loading or empty: the room of what will be there. */
export function emptyView(form: MeterForm, isBusy: boolean): TemplateResult {
  const words = text(isBusy ? 'widget_weighing' : 'widget_nothing');
  if (form !== 'meter' && form !== 'card') {
    return html`<p class="badge muted"><span class="sign">${scaleIcon}</span> ${words}</p>`;
  }
  return html`<p class="card empty ${form} muted">${words}</p>`;
}

/** What is wrong, and what to do: no figure. */
export function failureView({ code, message }: ErrorDetail): TemplateResult {
  const sentence = optionalText(`failure_${code}`, message) ?? text('failure_other', message, code);
  return html`<p class="card failure small">${warningSign}<span>${sentence}</span></p>`;
}
