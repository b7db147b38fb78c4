import { css } from 'lit';
import { wideTableStyle } from '../parts/wide-table-style.ts';

export const decisionStyle = css`
  ${wideTableStyle}
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gramme-space-4);
  }
  .advice {
    max-inline-size: 300px;
  }
  li {
    padding-block: 2px;
    overflow-wrap: anywhere;
  }
`;
