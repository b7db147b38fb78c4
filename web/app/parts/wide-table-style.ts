import { css } from 'lit';

/** A table that is scrolled sideways where there is no room, with bars and second lines in its cells. */
export const wideTableStyle = css`
  .scroll {
    position: relative;
    margin-block-start: var(--gramme-space-2);
    overflow-x: auto;
  }
  .scroll table {
    min-inline-size: 820px;
  }
  .below {
    display: block;
  }
  .track {
    display: block;
    inline-size: 80px;
    block-size: 4px;
    margin-block-start: 4px;
    background: var(--gramme-line);
    border-radius: 2px;
  }
  .track i {
    display: block;
    block-size: 100%;
    background: var(--gramme-green);
    border-radius: 2px;
  }
  td svg {
    vertical-align: -3px;
  }
`;
