/**
 * The range mark: a thin line from low to high on a logarithmic track, a dot at the central value.
 * The same everywhere a footprint is shown. Its text twin is the `label`.
 */
import { css, html, LitElement, nothing, type SVGTemplateResult, svg } from 'lit';
import type { Range } from '../core/contracts.ts';

/** Whole decades: a track from 0.01 to 10 is {first: -2, last: 1}. */
export interface Track {
  first: number;
  last: number;
}

/** A bound of zero has no place on a logarithmic track: it is drawn this many decades below. */
const DECADES_BELOW = 2;

/** The decades that hold all the ranges: marks on one track can be compared. */
export function trackOf(ranges: Range[]): Track {
  const shown = ranges.filter((range) => range.high > 0);
  if (shown.length === 0) return { first: -1, last: 1 };
  const highest = Math.max(...shown.map((range) => range.high));
  const lows = shown.map((range) => (range.low > 0 ? range.low : range.high / 10 ** DECADES_BELOW));
  const first = Math.floor(Math.log10(Math.min(...lows)));
  return { first, last: Math.max(first + 1, Math.ceil(Math.log10(highest))) };
}

/** Place of a value on the track, 0 at its start and 1 at its end. */
export function placeOn(track: Track, value: number): number {
  if (value <= 0) return 0;
  const place = (Math.log10(value) - track.first) / (track.last - track.first);
  return Math.min(1, Math.max(0, place));
}

const percent = (place: number) => `${(place * 100).toFixed(2)}%`;

function anchor(index: number, count: number): string {
  if (index === 0) return 'start';
  return index === count - 1 ? 'end' : 'middle';
}

export class RangeMark extends LitElement {
  static override properties = {
    range: { attribute: false },
    track: { attribute: false },
    label: { type: String },
    decade: { attribute: false },
  };

  static override styles = css`
    :host {
      display: block;
      color: var(--gramme-green, #2b7a4b);
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 12px;
      overflow: visible;
    }
    svg.scaled {
      block-size: 30px;
    }
    .track,
    .tick {
      stroke: var(--gramme-line, #dfe2dc);
      stroke-width: 1;
    }
    .span {
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
    }
    circle {
      fill: currentColor;
    }
    text {
      fill: var(--gramme-muted, #5c6662);
      font-size: var(--gramme-size-small, 12px);
      font-variant-numeric: tabular-nums;
    }
  `;

  declare range: Range | null;
  /** The decades drawn; those of the range itself unless given. */
  declare track: Track | null;
  /** What the mark says, such as "0.32 Wh (0.08–1.30)". */
  declare label: string;
  /** Writes a decade under its tick; none are written without it. */
  declare decade: ((value: number) => string) | null;

  constructor() {
    super();
    this.range = null;
    this.track = null;
    this.label = '';
    this.decade = null;
  }

  override render() {
    const { range, label, decade } = this;
    const track = this.track ?? trackOf(range === null ? [] : [range]);
    return html`<svg role="img" aria-label=${label} class=${decade === null ? 'bare' : 'scaled'}>
      <line class="track" x1="0" x2="100%" y1="6" y2="6"></line>
      ${this.ticks(track)} ${range === null || range.high <= 0 ? nothing : this.mark(track, range)}
    </svg>`;
  }

  private ticks(track: Track): SVGTemplateResult[] {
    const count = track.last - track.first + 1;
    const step = Math.max(1, Math.ceil((count - 1) / 4));
    return Array.from({ length: count }, (_, index) => {
      const x = percent(index / (count - 1));
      const isWritten = this.decade !== null && index % step === 0;
      return svg`<line class="tick" x1=${x} x2=${x} y1="2" y2="10"></line>${
        isWritten
          ? svg`<text x=${x} y="27" text-anchor=${anchor(index, count)} aria-hidden="true">${this.decade?.(10 ** (track.first + index))}</text>`
          : nothing
      }`;
    });
  }

  private mark(track: Track, range: Range): SVGTemplateResult {
    const x = (value: number) => percent(placeOn(track, value));
    return svg`<line class="span" x1=${x(range.low)} x2=${x(range.high)} y1="6" y2="6"></line>
      <circle cx=${x(range.central)} cy="6" r=${this.decade === null ? 3.5 : 5}></circle>`;
  }
}

customElements.define('range-mark', RangeMark);
