/**
 * The range mark: a thin line from low to high on a logarithmic track, a dot at the central value.
 * The same everywhere a footprint is shown. Its text twin is the `label`.
 */
import { css, html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Range } from '../core/contracts.ts';

/** Whole decades: a track from 0.01 to 10 is {first: -2, last: 1}. */
export interface Track {
  first: number;
  last: number;
}

export interface DrawnMark {
  range: Range | null;
  /** The decades drawn; those of the range itself unless given. */
  track: Track | null;
  /** What the mark says, such as "0.32 Wh (0.08–1.30)". */
  label: string;
  /** Writes a decade under its tick; none are written without it. */
  decade: ((value: number) => string) | null;
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

/** For the root that a mark is drawn in. */
export const markStyle = css`
  .mark {
    display: block;
    inline-size: 100%;
    block-size: 12px;
    overflow: visible;
    color: var(--gramme-green, #2b7a4b);
  }
  .mark.scaled {
    block-size: 30px;
  }
  .mark .track,
  .mark .tick {
    stroke: var(--gramme-line, #dfe2dc);
    stroke-width: 1;
  }
  .mark .span {
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .mark circle {
    fill: currentColor;
  }
  .mark text {
    fill: var(--gramme-muted, #5c6662);
    font-size: var(--gramme-size-small, 12px);
    font-variant-numeric: tabular-nums;
  }
`;

function ticks(track: Track, decade: DrawnMark['decade']): SVGTemplateResult[] {
  const count = track.last - track.first + 1;
  const step = Math.max(1, Math.ceil((count - 1) / 4));
  return Array.from({ length: count }, (_, index) => {
    const x = percent(index / (count - 1));
    const isWritten = decade !== null && index % step === 0;
    return svg`<line class="tick" x1=${x} x2=${x} y1="2" y2="10"></line>${
      isWritten
        ? svg`<text x=${x} y="27" text-anchor=${anchor(index, count)} aria-hidden="true">${decade(10 ** (track.first + index))}</text>`
        : nothing
    }`;
  });
}

function spanOn(track: Track, range: Range, radius: number): SVGTemplateResult {
  const x = (value: number) => percent(placeOn(track, value));
  return svg`<line class="span" x1=${x(range.low)} x2=${x(range.high)} y1="6" y2="6"></line>
    <circle cx=${x(range.central)} cy="6" r=${radius}></circle>`;
}

export function drawMark({ range, track: given, label, decade }: DrawnMark): TemplateResult {
  const track = given ?? trackOf(range === null ? [] : [range]);
  const radius = decade === null ? 3.5 : 5;
  return html`<svg role="img" aria-label=${label} class=${decade === null ? 'mark' : 'mark scaled'}>
    <line class="track" x1="0" x2="100%" y1="6" y2="6"></line>
    ${ticks(track, decade)}
    ${range === null || range.high <= 0 ? nothing : spanOn(track, range, radius)}
  </svg>`;
}
