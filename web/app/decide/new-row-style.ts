import { css } from 'lit';

/** A form that adds something to a list, and the buttons that take something off. */
export const newRowStyle = css`
  .remove {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    min-block-size: 28px;
    padding: 0;
    color: var(--gramme-muted);
    border: 0;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .new {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    gap: var(--gramme-space-3);
    align-items: end;
    margin-block-start: var(--gramme-space-3);
    padding-block-start: var(--gramme-space-3);
    border-block-start: var(--gramme-hairline);
  }
  .new label {
    font-size: var(--gramme-size-small);
    color: var(--gramme-muted);
  }
  .new input,
  .new select {
    font-size: var(--gramme-size-body);
    color: var(--gramme-ink);
  }
`;
