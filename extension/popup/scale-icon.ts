import { svg } from 'lit';

/** The pocket scale of icons/icon.svg, in the colour of the text around it. */
export const scaleIcon = svg`<svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true" fill="currentColor">
  <path fill-rule="evenodd" d="M1 1.5h14l-1.3 2.1a1 1 0 0 1-.8.4H9v2h4.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5h4.5v-2h-3.9a1 1 0 0 1-.8-.4zM3 10v1h2.8a2.3 2.3 0 0 0 4.4 0h2.8v-1h-2.8a2.3 2.3 0 0 0-4.4 0z" />
</svg>`;
