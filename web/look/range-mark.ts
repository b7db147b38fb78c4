/** The range mark as an element. */
import { css, LitElement } from 'lit';
import type { Range } from '../core/contracts.ts';
import { type DrawnMark, drawMark, markStyle, type Track } from './range-mark-drawing.ts';

export { placeOn, type Track, trackOf } from './range-mark-drawing.ts';

export class RangeMark extends LitElement implements DrawnMark {
  static override properties = {
    range: { attribute: false },
    track: { attribute: false },
    label: { type: String },
    decade: { attribute: false },
  };

  static override styles = [
    markStyle,
    css`
      :host {
        display: block;
      }
    `,
  ];

  declare range: Range | null;
  declare track: Track | null;
  declare label: string;
  declare decade: ((value: number) => string) | null;

  constructor() {
    super();
    this.range = null;
    this.track = null;
    this.label = '';
    this.decade = null;
  }

  override render() {
    return drawMark(this);
  }
}

customElements.define('range-mark', RangeMark);
