import { html } from 'lit';

/** The pocket scale of icons/icon.svg, in the colour of the text around it. */
export const scaleIcon = html`<svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true" fill="currentColor">
  <path fill-rule="evenodd" d="M1 1.5h14l-1.3 2.1a1 1 0 0 1-.8.4H9v2h4.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5h4.5v-2h-3.9a1 1 0 0 1-.8-.4zM3 10v1h3.32a1.75 1.75 0 0 0 3.36 0h3.32v-1h-3.32a1.75 1.75 0 0 0-3.36 0z" />
</svg>`;

/** Beside a warning in words. */
export const warningSign = html`<svg
  class="warning"
  viewBox="0 0 16 16"
  width="16"
  height="16"
  aria-hidden="true"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linejoin="round"
  stroke-linecap="round"
>
  <path d="M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1" />
</svg>`;

/** What opens and closes; turned by the style of what it stands in. */
export const openArrow = html`<svg
  viewBox="0 0 12 12"
  width="12"
  height="12"
  aria-hidden="true"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linecap="round"
>
  <path d="m2 4 4 4 4-4" />
</svg>`;

/** On a button that takes something off a list. */
export const crossSign = html`<svg
  viewBox="0 0 12 12"
  width="12"
  height="12"
  aria-hidden="true"
  stroke="currentColor"
  stroke-width="1.5"
>
  <path d="m3 3 6 6m0-6-6 6" />
</svg>`;
