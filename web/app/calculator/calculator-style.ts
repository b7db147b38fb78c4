import { css } from 'lit';

export const calculatorStyle = css`
  .answer {
    position: sticky;
    inset-block-start: var(--gramme-space-4);
    gap: var(--gramme-space-3);
  }
  .empty {
    min-block-size: 240px;
    color: var(--gramme-muted);
  }
  details summary {
    color: var(--gramme-green);
  }
  details {
    margin-block-start: var(--gramme-space-2);
  }
  @media (max-width: 800px) {
    .answer {
      position: static;
    }
  }
`;
