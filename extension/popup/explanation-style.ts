import { css } from 'lit';

export const explanationStyle = css`
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 24px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    transition: transform var(--gramme-motion);
  }
  details[open] summary svg {
    transform: rotate(180deg);
  }
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
