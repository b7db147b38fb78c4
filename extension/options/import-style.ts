import { css } from 'lit';

export const importStyle = css`
  :host {
    max-inline-size: none;
    padding: 0;
  }
  label {
    position: relative;
    display: inline-block;
    margin-block-start: var(--gramme-space-2);
    margin-inline-end: var(--gramme-space-2);
    padding: 5px var(--gramme-space-3);
    overflow: hidden;
    font-weight: var(--gramme-weight-strong);
    color: var(--gramme-green);
    border: 1px solid currentColor;
    border-radius: var(--gramme-radius);
  }
  label:has(:focus-visible) {
    outline: var(--gramme-focus);
    outline-offset: 2px;
  }
  /* The browser writes on it in its own language: only its surface is used. */
  input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  span {
    overflow-wrap: anywhere;
  }
  progress {
    inline-size: 100%;
    accent-color: var(--gramme-green);
  }
  .report {
    margin-block-start: var(--gramme-space-3);
    padding: var(--gramme-space-3);
    background: var(--gramme-ground);
    border: var(--gramme-hairline);
    border-radius: var(--gramme-radius);
  }
  h4 {
    margin: 0 0 var(--gramme-space-2);
    font-weight: var(--gramme-weight-strong);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 2px var(--gramme-space-4);
  }
  dt {
    color: var(--gramme-muted);
  }
  .problems {
    margin-block-start: var(--gramme-space-2);
  }
  .problems li {
    overflow-wrap: anywhere;
  }
`;
