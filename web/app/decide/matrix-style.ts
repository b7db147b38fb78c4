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
  p {
    margin-block-start: var(--gramme-space-2);
  }
`;
