import { css } from 'lit';

export const entryStyle = css`
  :host {
    display: grid;
    gap: var(--gramme-space-1);
  }
  label {
    font-weight: var(--gramme-weight-strong);
  }
  textarea {
    inline-size: 100%;
    min-block-size: 88px;
    padding: var(--gramme-space-2);
    font: inherit;
    color: inherit;
    background: var(--gramme-card);
    border: 1px solid var(--gramme-muted);
    border-radius: var(--gramme-radius-small);
    resize: vertical;
  }
  textarea::placeholder {
    color: var(--gramme-muted);
    opacity: 1;
  }
  .tokens {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--gramme-space-2);
    align-items: center;
    min-block-size: 32px;
  }
  .tokens label {
    font-weight: var(--gramme-weight-regular);
    color: var(--gramme-muted);
  }
  .tokens input {
    inline-size: 128px;
  }
`;
