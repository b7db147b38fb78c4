import { html, LitElement, nothing } from 'lit';
import type { Figure, TokenCount } from '../../core/contracts.ts';
import { asRange, tokensRangeText } from '../../look/figures.ts';
import { baseStyle } from '../../parts/base-style.ts';
import '../../parts/confidence-word.ts';
import { type Failure, failureOf } from '../../core/failure.ts';
import { fieldStyle } from '../../parts/fields.ts';
import { language } from '../../words/words.ts';
import { core } from '../engine/engine.ts';
import type { TokenPieces } from '../engine/token-pieces.ts';
import { failureText } from '../parts/failure-text.ts';
import './coloured-text.ts';
import { entryStyle } from './entry-style.ts';
import { text } from './words.ts';

const PAUSE_MS = 120;
const MOST_TOKENS = 1e9;

/** A text that is counted while it is written, or a number of tokens. Fires `figure` with tokens. */
export class TextEntry extends LitElement {
  static override properties = {
    label: { type: String },
    model: { type: String },
    figure: { attribute: false },
    count: { state: true },
    pieces: { state: true },
    failure: { state: true },
    isCounting: { state: true },
  };
  static override styles = [baseStyle, fieldStyle, entryStyle];

  declare label: string;
  declare model: string;
  /** Tokens of the text; those that were given where there is none. */
  declare figure: Figure;
  declare count: TokenCount | null;
  declare pieces: TokenPieces | null;
  declare failure: Failure | null;
  /** What is shown is of an earlier text. */
  declare isCounting: boolean;
  private written = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor() {
    super();
    this.label = '';
    this.model = '';
    this.figure = 0;
    this.count = null;
    this.pieces = null;
    this.failure = null;
    this.isCounting = false;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('model') && changed.get('model') !== undefined) this.plan();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render() {
    return html`<label for="text">${this.label}</label>
      <textarea
        id="text"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        placeholder=${text('paste_here')}
        aria-describedby="tokens-line"
        @input=${this.onText}
      ></textarea>
      <div class="tokens" id="tokens-line" aria-busy=${this.isCounting}>${this.tokens()}</div>
      ${
        this.pieces === null
          ? nothing
          : html`<coloured-text .pieces=${this.pieces} label=${text('cut_label', this.label)}></coloured-text>`
      }`;
  }

  private tokens() {
    if (this.failure !== null) {
      return html`<p class="error" role="alert">${text('not_counted_here', failureText(this.failure))}</p>`;
    }
    if (this.written !== '') return this.counted();
    return html`<label for="number">${text('or_tokens')}</label>
      <input
        id="number"
        type="number"
        min="0"
        max=${MOST_TOKENS}
        step="1"
        inputmode="numeric"
        autocomplete="off"
        .value=${String(Math.round(asRange(this.figure).central))}
        @input=${this.onNumber}
      />`;
  }

  private counted() {
    const { count } = this;
    if (count === null) return html`<p class="muted">${text('counting')}</p>`;
    const isExact = typeof count.tokens === 'number';
    return html`<p role="status">
      <strong>${text('tokens_counted', tokensRangeText(asRange(count.tokens), language()))}</strong>
      <confidence-word
        word=${text(isExact ? 'exact' : 'estimated')}
        explanation=${text(isExact ? 'exact_explained' : 'estimated_explained')}
      ></confidence-word>
      <span class="muted">${count.encoding}</span>
    </p>`;
  }

  private onText(event: Event): void {
    this.written = (event.target as HTMLTextAreaElement).value;
    this.failure = null;
    this.plan();
    if (this.written !== '') return;
    this.count = null;
    this.pieces = null;
    this.tell(0);
  }

  private onNumber(event: Event): void {
    const value = (event.target as HTMLInputElement).valueAsNumber;
    if (value >= 0 && value <= MOST_TOKENS) this.tell(value);
  }

  /** Counts once the writer pauses: a fast one is not told of each letter. */
  private plan(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.isCounting = this.written !== '';
    if (this.isCounting) this.timer = setTimeout(() => void this.read(this.asked), PAUSE_MS);
  }

  private async read(asked: number): Promise<void> {
    const { written, model } = this;
    try {
      const count = await core().count(written, { model });
      if (asked !== this.asked) return;
      this.count = count;
      this.failure = null;
      this.tell(count.tokens);
      const pieces = await core().pieces(written, model);
      if (asked !== this.asked) return;
      this.pieces = pieces;
      this.isCounting = false;
    } catch (error) {
      if (asked !== this.asked) return;
      this.failure = failureOf(error);
      this.count = null;
      this.pieces = null;
      this.isCounting = false;
    }
  }

  private tell(figure: Figure): void {
    this.figure = figure;
    this.dispatchEvent(new CustomEvent('figure', { detail: figure }));
  }
}

customElements.define('text-entry', TextEntry);
