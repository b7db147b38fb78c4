import { css } from 'lit';

export const matrixStyle = css`
  .scroll {
    position: relative;
    overflow-x: auto;
  }
  table {
    min-inline-size: 860px;
  }
  th,
  td {
    padding: 4px var(--gramme-space-2) 4px 0;
    vertical-align: middle;
  }
  td input {
    min-inline-size: 60px;
  }
  td input.range {
    min-inline-size: 148px;
  }
  input,
  .new select {
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px var(--gramme-space-2);
    font: inherit;
    color: inherit;
    background: var(--gramme-card);
    border: 1px solid var(--gramme-muted);
    border-radius: var(--gramme-radius-small);
  }
  .remove {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    min-block-size: 28px;
    padding: 0;
    color: var(--gramme-muted);
    border: 0;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .new {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    gap: var(--gramme-space-3);
    align-items: end;
    margin-block-start: var(--gramme-space-3);
    padding-block-start: var(--gramme-space-3);
    border-block-start: var(--gramme-hairline);
  }
  .new label {
    font-size: var(--gramme-size-small);
    color: var(--gramme-muted);
  }
  .new input,
  .new select {
    font-size: var(--gramme-size-body);
    color: var(--gramme-ink);
  }
  p {
    margin-block-start: var(--gramme-space-2);
  }
`;
