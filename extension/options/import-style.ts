import { css } from 'lit';

export const importStyle = css`
  :host {
    max-inline-size: none;
    padding: 0;
  }
  label {
    display: block;
    margin-block: var(--gramme-space-2) var(--gramme-space-1);
  }
  input {
    min-block-size: 28px;
    font: inherit;
    max-inline-size: 100%;
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
