import { css } from 'lit';

/** What every element of the pages shares. */
export const baseStyle = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    color: var(--gramme-ink);
    font: var(--gramme-weight-regular) var(--gramme-size-body) / var(--gramme-line-height)
      var(--gramme-font);
    font-variant-numeric: tabular-nums;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h2,
  h3,
  strong {
    font-weight: var(--gramme-weight-strong);
  }
  .small {
    font-size: var(--gramme-size-small);
  }
  .muted {
    color: var(--gramme-muted);
  }
  :focus-visible {
    outline: var(--gramme-focus);
    outline-offset: 2px;
    border-radius: var(--gramme-radius-small);
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
`;

/** A hairline card. */
export const cardStyle = css`
  .card {
    padding: var(--gramme-space-3);
    background: var(--gramme-card);
    border: var(--gramme-hairline);
    border-radius: var(--gramme-radius);
  }
`;
