import { html, LitElement } from 'lit';
import type { PeriodKind } from '../../web/core/contracts.ts';
import { centralText, rangeText } from '../../web/look/figures.ts';
import { type Track, trackOf } from '../../web/look/range-mark.ts';
import { baseStyle } from '../../web/parts/base-style.ts';
import type { Summary } from '../shared/answers.ts';
import { language, text } from '../shared/text.ts';
import { tabsStyle } from './period-tabs-style.ts';
import './period-view.ts';

const KINDS: PeriodKind[] = ['day', 'month', 'year'];

/** Today, this month and this year as three cards: tabs over one panel. */
export class PeriodTabs extends LitElement {
  static override properties = {
    summary: { attribute: false },
    selected: { state: true },
  };

  static override styles = [baseStyle, tabsStyle];

  declare summary: Summary;
  declare selected: PeriodKind;

  constructor() {
    super();
    this.selected = 'day';
  }

  override render() {
    const track = trackOf(KINDS.map((kind) => this.summary[kind].stats.gramsCo2e));
    return html`<div role="tablist" aria-label=${text('periods')} @keydown=${this.onKey}>
        ${KINDS.map((kind) => this.tab(kind, track))}
      </div>
      <div role="tabpanel" id="panel" tabindex="0" aria-labelledby=${`tab-${this.selected}`}>
        <period-view .period=${this.summary[this.selected]} .summary=${this.summary}></period-view>
      </div>`;
  }

  private tab(kind: PeriodKind, track: Track) {
    const { gramsCo2e } = this.summary[kind].stats;
    const isSelected = kind === this.selected;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${kind}`}
      aria-selected=${isSelected}
      aria-controls="panel"
      tabindex=${isSelected ? 0 : -1}
      @click=${() => this.select(kind)}
    >
      <span class="name">${text(`period_${kind}`)}</span>
      <span class="figure">${centralText(gramsCo2e, 'gramsCo2e', language())}</span>
      <range-mark
        .range=${gramsCo2e}
        .track=${track}
        label=${rangeText(gramsCo2e, 'gramsCo2e', language())}
      ></range-mark>
    </button>`;
  }

  private select(kind: PeriodKind): void {
    this.selected = kind;
    this.renderRoot.querySelector('#panel')?.scrollTo(0, 0);
  }

  private async onKey(event: KeyboardEvent): Promise<void> {
    const index = KINDS.indexOf(this.selected);
    const targets: Record<string, number> = {
      ArrowRight: (index + 1) % KINDS.length,
      ArrowLeft: (index + KINDS.length - 1) % KINDS.length,
      Home: 0,
      End: KINDS.length - 1,
    };
    const kind = KINDS[targets[event.key] ?? -1];
    if (kind === undefined) return;
    event.preventDefault();
    this.select(kind);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${kind}`)?.focus();
  }
}

customElements.define('period-tabs', PeriodTabs);
