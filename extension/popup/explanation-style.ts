import { css } from 'lit';
import { detailsStyle } from '../../web/parts/details-style.ts';

export const explanationStyle = css`
  ${detailsStyle}
  .body {
    display: grid;
    gap: var(--gramme-space-2);
    margin-block-start: var(--gramme-space-2);
    padding-block-start: var(--gramme-space-2);
    border-block-start: var(--gramme-hairline);
  }
  .error {
    color: var(--gramme-brick);
  }
`;
