import { css } from 'lit';

/** A summary with an arrow that turns. */
export const detailsStyle = css`
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
`;
