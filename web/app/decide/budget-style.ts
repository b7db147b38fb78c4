import { css } from 'lit';
import { wideTableStyle } from '../parts/wide-table-style.ts';

export const budgetStyle = css`
  ${wideTableStyle}
  .scroll {
    margin-block-end: var(--gramme-space-3);
  }
  th,
  td {
    vertical-align: middle;
  }
  file-buttons {
    display: block;
    margin-block-start: var(--gramme-space-3);
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
`;
