import { css } from 'lit';

export const reportStyle = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gramme-space-3);
    align-items: center;
  }
  .choices .row {
    grid-template-columns: auto 120px;
    padding: 0;
  }
  .tables {
    display: grid;
    gap: var(--gramme-space-4);
    overflow-x: auto;
  }
  .warnings {
    margin-block: var(--gramme-space-2);
    padding-inline-start: 20px;
    list-style: disc;
  }
  @media print {
    :host {
      max-inline-size: none;
      padding: 0;
    }
    .choices,
    share-card {
      display: none;
    }
    .card,
    figure-card {
      break-inside: avoid;
    }
  }
`;
