import { css } from 'lit';

export const shellStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
    max-inline-size: 1120px;
    margin: 0 auto;
    padding: 0 var(--gramme-space-4);
  }
  .skip {
    position: absolute;
    inset-inline-start: -9999px;
  }
  .skip:focus {
    inset-inline-start: var(--gramme-space-2);
    inset-block-start: var(--gramme-space-2);
    z-index: 1;
    padding: var(--gramme-space-2) var(--gramme-space-3);
    background: var(--gramme-card);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gramme-space-2) var(--gramme-space-6);
    padding-block: var(--gramme-space-3);
    margin-block-end: var(--gramme-space-4);
    border-block-end: var(--gramme-hairline);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--gramme-space-2);
    min-block-size: 32px;
    font-size: var(--gramme-size-lead);
    color: var(--gramme-ink);
    text-decoration: none;
  }
  .brand svg {
    color: var(--gramme-green);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gramme-space-1) var(--gramme-space-4);
  }
  nav a {
    min-block-size: 32px;
    line-height: 32px;
    color: var(--gramme-muted);
    text-underline-offset: 3px;
  }
  nav a[aria-current] {
    font-weight: var(--gramme-weight-strong);
    color: var(--gramme-ink);
    text-decoration: none;
  }
  .appearance {
    display: flex;
    gap: var(--gramme-space-2);
    margin-inline-start: auto;
  }
  select {
    min-block-size: 32px;
    min-inline-size: 0;
    padding: 4px var(--gramme-space-1);
    font: inherit;
    font-size: var(--gramme-size-small);
    color: var(--gramme-muted);
    background: var(--gramme-ground);
    border: 1px solid var(--gramme-muted);
    border-radius: var(--gramme-radius-small);
  }
  main {
    flex: 1;
    min-inline-size: 0;
  }
  main:focus {
    outline: none;
  }
  .error {
    color: var(--gramme-brick);
  }
  footer {
    padding-block: var(--gramme-space-6) var(--gramme-space-4);
    margin-block-start: var(--gramme-space-6);
    border-block-start: var(--gramme-hairline);
  }
  @media (max-width: 600px) {
    .appearance {
      inline-size: 100%;
    }
    .appearance select {
      flex: 1;
    }
  }
  @media print {
    header,
    footer,
    .skip {
      display: none;
    }
  }
`;
