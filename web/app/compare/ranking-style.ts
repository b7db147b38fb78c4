import { css } from 'lit';

export const rankingStyle = css`
  .head {
    display: flex;
    gap: var(--gramme-space-2);
    align-items: baseline;
    justify-content: space-between;
  }
  h2 {
    font-size: var(--gramme-size-lead);
  }
  .summary {
    margin-block: var(--gramme-space-1) var(--gramme-space-3);
    color: var(--gramme-muted);
  }
  .chart {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chart li {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) auto;
    gap: 2px var(--gramme-space-2);
    align-items: baseline;
    padding-block: var(--gramme-space-2);
  }
  .chart li + li {
    border-block-start: var(--gramme-hairline);
  }
  .rank {
    color: var(--gramme-muted);
  }
  .name .muted {
    overflow-wrap: anywhere;
  }
  .figure {
    text-align: end;
  }
  range-mark {
    grid-column: 2 / -1;
  }
  .axis {
    margin-inline-start: 40px;
  }
  .bounds {
    display: block;
  }
  .scroll {
    position: relative;
    overflow-x: auto;
  }
  @media (max-width: 600px) {
    .chart li {
      grid-template-columns: 32px minmax(0, 1fr);
    }
    .figure {
      grid-column: 2;
      text-align: start;
    }
  }
`;
