import { css } from 'lit';

export const budgetStyle = css`
  .scroll {
    position: relative;
    margin-block: var(--gramme-space-2) var(--gramme-space-3);
    overflow-x: auto;
  }
  table {
    min-inline-size: 640px;
  }
  th,
  td {
    vertical-align: middle;
  }
  .limit {
    display: flex;
    gap: var(--gramme-space-2);
    align-items: center;
    white-space: nowrap;
  }
  .limit input {
    inline-size: 112px;
  }
  .below {
    display: block;
  }
  .track {
    display: block;
    inline-size: 96px;
    block-size: 4px;
    margin-block-start: 4px;
    background: var(--gramme-line);
    border-radius: 2px;
  }
  .track i {
    display: block;
    block-size: 100%;
    background: var(--gramme-green);
    border-radius: 2px;
  }
  .track .warn {
    background: var(--gramme-ochre);
  }
  .track .throttle {
    background: var(--gramme-brick);
  }
  td.warn {
    color: var(--gramme-ochre);
  }
  td.throttle {
    color: var(--gramme-brick);
  }
  td svg {
    vertical-align: -3px;
  }
`;
