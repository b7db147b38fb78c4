import { css } from 'lit';

/** What pages of the app have in common besides buttons and fields. */
export const appPageStyle = css`
  h1 {
    margin: 0;
    font-size: var(--gramme-size-title);
    font-weight: var(--gramme-weight-strong);
  }
  .lead {
    max-inline-size: 68ch;
    margin-block: var(--gramme-space-1) var(--gramme-space-4);
    color: var(--gramme-muted);
  }
  h2 {
    font-size: var(--gramme-size-lead);
  }
  .card {
    min-inline-size: 0;
    padding: var(--gramme-space-4);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--gramme-space-4);
    align-items: start;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gramme-space-4);
    min-inline-size: 0;
  }
  .card > .actions {
    margin-block-start: var(--gramme-space-3);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gramme-space-2) var(--gramme-space-3);
  }
  .error {
    color: var(--gramme-brick);
  }
  @media (max-width: 800px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
