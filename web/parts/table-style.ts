import { css } from 'lit';

export const tableStyle = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: var(--gramme-space-1);
    text-align: start;
    font-size: var(--gramme-size-small);
    color: var(--gramme-muted);
  }
  th,
  td {
    padding: 6px var(--gramme-space-3) 6px 0;
    text-align: start;
    vertical-align: top;
    font-weight: var(--gramme-weight-regular);
    border-block-end: var(--gramme-hairline);
  }
  thead th {
    font-size: var(--gramme-size-small);
    color: var(--gramme-muted);
  }
  .number {
    padding-inline-end: 0;
    padding-inline-start: var(--gramme-space-3);
    text-align: end;
    white-space: nowrap;
  }
  .number + :not(.number) {
    padding-inline-start: var(--gramme-space-3);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
`;
