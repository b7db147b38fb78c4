import { css } from 'lit';

export const buttonStyle = css`
  button {
    min-block-size: 32px;
    padding: 5px var(--gramme-space-3);
    font-weight: var(--gramme-weight-strong);
    color: var(--gramme-green);
    background: none;
    border: 1px solid currentColor;
    border-radius: var(--gramme-radius);
  }
  button.main {
    color: var(--gramme-ground);
    background: var(--gramme-green);
    border-color: var(--gramme-green);
  }
  button.danger {
    color: var(--gramme-brick);
  }
  button:focus-visible {
    border-radius: var(--gramme-radius);
  }
  button:disabled {
    color: var(--gramme-muted);
    background: none;
    border-color: var(--gramme-line);
    cursor: default;
  }
  a {
    color: var(--gramme-green);
    text-underline-offset: 3px;
  }
`;

/** A page of its own tab: one column of cards. */
export const pageStyle = css`
  :host {
    max-inline-size: 720px;
    margin: 0 auto;
    padding: var(--gramme-space-4) var(--gramme-space-4) 64px;
  }
  main {
    display: grid;
    gap: var(--gramme-space-4);
  }
  h1 {
    margin: 0;
    font-size: var(--gramme-size-title);
    font-weight: var(--gramme-weight-strong);
  }
  h2 {
    margin-block-end: var(--gramme-space-2);
    font-size: var(--gramme-size-lead);
  }
  .card {
    min-inline-size: 0;
    padding: var(--gramme-space-4);
  }
  p + p {
    margin-block-start: var(--gramme-space-2);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gramme-space-2) var(--gramme-space-3);
    margin-block-start: var(--gramme-space-3);
  }
  .warning {
    color: var(--gramme-ochre);
  }
  .error {
    color: var(--gramme-brick);
  }
`;
