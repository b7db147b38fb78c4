import { adoptStyles, html, LitElement, type PropertyValues } from 'lit';
import type { Figure } from '../core/contracts.ts';
import type { Explanation } from '../core/explain-contracts.ts';
import { failureOf } from '../core/failure.ts';
import { paced } from '../parts/paced.ts';
import { languageOf } from './language.ts';
import type {
  ErrorDetail,
  EstimateDetail,
  GrammeMeter,
  MeterForm,
  MeterLanguage,
  MeterTheme,
  TrackOptions,
} from './meter-contracts.ts';
import { meterStyle } from './meter-style.ts';
import { METER_PROPERTIES, NULL_AT_FIRST, WEIGHED } from './properties.ts';
import { emptyView, failureView } from './quiet-views.ts';
import { onPageSums, pageSums } from './session.ts';
import { speakIn } from './text.ts';
import type { Weighed } from './weigh.ts';
import { type Engine, engineFor, type Host, newWeighing } from './weighing.ts';

/** Figures change at most four times a second; what is read aloud, every ten seconds. */
const SHORTEST_MS = 250;
const SPOKEN_MS = 10_000;

const STATE = { state: true };

/** `<gramme-meter>` (docs/widget.md). */
export class GrammeMeterElement extends LitElement implements GrammeMeter, Host {
  static override properties = {
    ...METER_PROPERTIES,
    weighed: STATE,
    failure: STATE,
    isBusy: STATE,
    said: STATE,
    explanation: STATE,
    hasAllFactors: STATE,
  };

  static override styles = meterStyle;

  declare form: MeterForm;
  declare model: string | null;
  declare site: string | null;
  declare region: string | null;
  declare method: string | null;
  declare profile: string | null;
  declare inputTokens: Figure | null;
  declare cachedInputTokens: Figure | null;
  declare outputTokens: Figure | null;
  declare prompt: string | null;
  declare answer: string | null;
  declare language: MeterLanguage;
  declare theme: MeterTheme;
  declare wasm: string | null;
  declare vocabularies: string | null;
  declare private weighed: Weighed | null;
  declare private failure: ErrorDetail | null;
  declare private isBusy: boolean;
  declare private said: string;
  declare private explanation: Explanation | null;
  declare private hasAllFactors: boolean;

  private engine: Engine | null = null;
  private isExplained = false;
  private leavePage: () => void = () => {};
  private readonly weighing = newWeighing(this);

  constructor() {
    super();
    this.form = 'badge';
    this.language = 'auto';
    this.theme = 'auto';
    for (const name of NULL_AT_FIRST) this[name] = null;
    this.weighed = null;
    this.failure = null;
    this.isBusy = false;
    this.said = '';
    this.explanation = null;
    this.hasAllFactors = false;
  }

  get estimate(): EstimateDetail | null {
    return this.weighed?.detail ?? null;
  }

  get locale(): string {
    return languageOf(this, this.language);
  }

  track<Answer>(answer: Promise<Answer>, options?: TrackOptions): Promise<Answer>;
  track<Answer>(answer: Answer, options?: TrackOptions): Answer;
  track(answer: unknown, options: TrackOptions = {}): unknown {
    return this.weighing.track(answer, options);
  }

  begin(): void {
    this.isBusy = true;
  }

  show(engine: Engine, weighed: Weighed, isNewest: boolean): void {
    if (isNewest) {
      this.use(engine);
      this.weighed = weighed;
      this.failure = null;
      this.isBusy = false;
      this.explain(this.isExplained);
      if (!this.isBadge) this.sayLater(() => engine.answerSentence(weighed));
    }
    this.tell('gramme-estimate', weighed.detail);
  }

  fail(error: unknown, isNewest: boolean): void {
    const { code, message } = failureOf(error);
    const failure: ErrorDetail = { code, message };
    if (isNewest) {
      this.weighed = null;
      this.failure = failure;
      this.isBusy = false;
    }
    this.tell('gramme-error', failure);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.leavePage = onPageSums(() => void this.showPage());
    if (pageSums() !== null) void this.showPage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leavePage();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('theme')) this.colour();
    if (changed.has('language') && this.engine !== null) void this.learn();
    if (WEIGHED.some((name) => changed.has(name))) this.weighSoon(undefined);
  }

  override render() {
    speakIn(this.locale);
    return html`${this.view()}<span class="unseen" role="status">${this.said}</span>`;
  }

  private get isBadge(): boolean {
    return this.form !== 'meter' && this.form !== 'card';
  }

  private view() {
    const { engine, weighed } = this;
    if (this.failure !== null) return failureView(this.failure);
    const sums = pageSums();
    if (engine !== null && this.isBadge && sums !== null) return engine.badgeView(sums);
    if (engine === null || this.isBadge || weighed === null) {
      return emptyView(this.form, this.isBusy);
    }
    if (this.form === 'meter') return engine.meterView(weighed);
    return engine.cardView(weighed, {
      explanation: this.explanation,
      hasAllFactors: this.hasAllFactors,
      onToggle: (isOpen) => this.explain(isOpen),
      onAllFactors: () => {
        this.hasAllFactors = true;
      },
    });
  }

  /** Takes on what shows figures, with its styles. */
  private use(engine: Engine): void {
    if (this.engine !== null) return;
    this.engine = engine;
    const { renderRoot } = this;
    if (renderRoot instanceof ShadowRoot) {
      adoptStyles(renderRoot, [...meterStyle, ...engine.figureStyle]);
    }
  }

  private explain(isOpen: boolean): void {
    this.isExplained = isOpen;
    const { weighed } = this;
    if (weighed === null || !isOpen) return;
    this.explanation = weighed.gramme.explain(weighed.exchange).explanation;
  }

  private readonly weighSoon = paced(SHORTEST_MS, () => {
    const isGiven = (this.outputTokens ?? this.answer ?? null) !== null;
    if (isGiven && !this.isBadge) void this.weighing.weighGiven();
  });

  private readonly sayLater = paced(SPOKEN_MS, (sentence: () => string) => {
    speakIn(this.locale);
    this.said = this.failure === null ? sentence() : '';
  });

  /** What the page has weighed, on badges. */
  private async showPage(): Promise<void> {
    if (!this.isBadge) return;
    try {
      const engine = await engineFor(this);
      this.use(engine);
      this.requestUpdate();
      const sums = pageSums();
      if (sums !== null) this.sayLater(() => engine.badgeSentence(sums));
    } catch (error) {
      this.fail(error, true);
    }
  }

  private async learn(): Promise<void> {
    await engineFor(this).catch((error: unknown) => this.fail(error, true));
    this.requestUpdate();
  }

  private colour(): void {
    const isChosen = this.theme === 'light' || this.theme === 'dark';
    if (isChosen) this.dataset.theme = this.theme;
    else delete this.dataset.theme;
  }

  private tell(name: string, detail: EstimateDetail | ErrorDetail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
