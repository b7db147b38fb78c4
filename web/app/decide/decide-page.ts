import { html, LitElement, nothing } from 'lit';
import exampleBudgets from '../../../docs/examples/budgets.yaml?raw';
import exampleMatrix from '../../../docs/examples/decision.yaml?raw';
import type { Decided } from '../../core/decision-contracts.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { download } from '../../parts/download.ts';
import { fieldStyle, selectRow } from '../../parts/fields.ts';
import '../../parts/own-figure.ts';
import type { Failure } from '../../core/failure.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { regionGroups } from '../../parts/region-options.ts';
import { answering } from '../engine/answering.ts';
import type { PlannedBudgets } from '../engine/budget-tools.ts';
import type { Facts } from '../engine/core-api.ts';
import { tools } from '../engine/engine.ts';
import { facts } from '../engine/facts.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { failureText } from '../parts/failure-text.ts';
import './budget-section.ts';
import './decision-view.ts';
import './file-buttons.ts';
import {
  CRITERIA_SETS,
  type CriteriaSet,
  criteriaSetOf,
  type NewCriterion,
  ownCriteria,
  weightsOf,
  withCriteriaSet,
  withCriterion,
  withoutCriterion,
  withWeights,
} from './criteria.ts';
import { headNumber, headText } from './matrix.ts';
import './matrix-table.ts';
import './weights-editor.ts';
import { text } from './words.ts';
import { parseYaml, setIn, textOf, type YamlDocument } from './yaml-file.ts';

const MONTHS = ['0', '3', '6', '12', '24'];

/** What is judged: both documents, and the months to look ahead. */
type Plan = Pick<DecidePage, 'matrix' | 'budgets' | 'months'>;

interface Judged {
  decided: Decided;
  planned: PlannedBudgets;
}

async function judge({ matrix, budgets, months }: Plan): Promise<Judged> {
  const file = textOf(matrix);
  const decided = await tools().decide(file, { months: Number(months) });
  return { decided, planned: await tools().planBudgets(file, decided.now.rows, textOf(budgets)) };
}

/** Services, languages, criteria and weights: ranking, advice, what sways it; and budgets. */
export class DecidePage extends LitElement {
  static override properties = {
    matrix: { state: true },
    budgets: { state: true },
    months: { state: true },
    known: { state: true },
  };
  static override styles = [baseStyle, cardStyle, buttonStyle, fieldStyle, appPageStyle];

  declare matrix: YamlDocument;
  declare budgets: YamlDocument;
  declare months: string;
  declare known: Facts | null;
  private readonly work = answering(this, judge);

  constructor() {
    super();
    this.matrix = parseYaml(exampleMatrix);
    this.budgets = parseYaml(exampleBudgets);
    this.months = '6';
    this.known = null;
    void this.start();
  }

  override render() {
    const { answer, failure, isAsking } = this.work;
    return html`<h1>${text('decide_title')}</h1>
      <p class="lead">${text('decide_lead')}</p>
      <div class="stack" aria-busy=${isAsking}>
        ${this.editor()}
        ${failure === null ? nothing : html`<p class="card error" role="alert">${this.refusal(failure)}</p>`}
        ${answer === null ? nothing : this.judged(answer.decided)}
        <budget-section
          .document=${this.budgets}
          .planned=${answer?.planned ?? null}
          @changed=${({ detail }: CustomEvent<YamlDocument>) => this.ask({ budgets: detail })}
          @refused=${({ detail }: CustomEvent<unknown>) => this.work.refuse(detail)}
        ></budget-section>
      </div>`;
  }

  private refusal(failure: Failure): string {
    return failure.path === ''
      ? failureText(failure)
      : text('refused_at', failure.path, failure.message);
  }

  private editor() {
    return html`<section class="card">
      <h2>${text('matrix')}</h2>
      <p class="muted">${text('matrix_lead')}</p>
      <matrix-table
        .document=${this.matrix}
        @changed=${({ detail }: CustomEvent<YamlDocument>) => this.ask({ matrix: detail })}
      ></matrix-table>
      ${this.place()}
      <div class="actions">
        <file-buttons
          name="decision.yaml"
          label=${text('matrix')}
          .content=${() => textOf(this.matrix)}
          @opened=${({ detail }: CustomEvent<string>) => this.open(detail)}
        ></file-buttons>
        <button type="button" @click=${() => void this.saveCsv()}>${text('save_csv')}</button>
      </div>
    </section>`;
  }

  private place() {
    const regions = this.known === null ? [] : regionGroups(this.known.regions);
    return html`${selectRow({
      id: 'region',
      label: text('region_label'),
      value: headText(this.matrix, 'region'),
      options: [{ value: '', name: text('region_auto') }, ...regions],
      onChange: (region) =>
        this.ask({ matrix: setIn(this.matrix, ['region'], region === '' ? null : region) }),
    })}
    <own-figure
      label=${text('growth')}
      hint=${text('growth_hint')}
      wrong=${text('growth_wrong')}
      .value=${headNumber(this.matrix, 'growth_per_month')}
      .limits=${[-0.99, 10]}
      @chosen=${({ detail }: CustomEvent<number | null>) =>
        this.ask({ matrix: setIn(this.matrix, ['growth_per_month'], detail) })}
    ></own-figure>
    ${selectRow({
      id: 'months',
      label: text('months_ahead'),
      value: this.months,
      options: MONTHS.map((months) => ({ value: months, name: months })),
      onChange: (months) => this.ask({ months }),
    })}`;
  }

  private judged(decided: Decided) {
    return html`<section class="card">
        <h2>${text('weights')}</h2>
        <p class="muted">${text('weights_lead')}</p>
        ${selectRow({
          id: 'criteria-set',
          label: text('criteria_set'),
          value: criteriaSetOf(this.matrix),
          options: CRITERIA_SETS.map((set) => ({ value: set, name: text(`set_${set}`) })),
          onChange: (set) => this.ask({ matrix: withCriteriaSet(this.matrix, set as CriteriaSet) }),
        })}
        <weights-editor
          .criteria=${decided.now.criteria}
          .given=${weightsOf(this.matrix)}
          @weights=${({ detail }: CustomEvent<Map<string, number>>) =>
            this.ask({ matrix: withWeights(this.matrix, detail) })}
          .own=${ownCriteria(this.matrix)}
          @added=${({ detail }: CustomEvent<NewCriterion>) =>
            this.ask({ matrix: withCriterion(this.matrix, detail) })}
          @removed=${({ detail }: CustomEvent<string>) =>
            this.ask({ matrix: withoutCriterion(this.matrix, detail) })}
        ></weights-editor>
      </section>
      <decision-view .decided=${decided}></decision-view>`;
  }

  private open(content: string): void {
    try {
      this.ask({ matrix: parseYaml(content) });
    } catch (error) {
      this.work.refuse(error);
    }
  }

  private ask(change: Partial<Plan>): void {
    Object.assign(this, change);
    void this.work.ask(this);
  }

  private async start(): Promise<void> {
    void this.work.ask(this);
    try {
      this.known = await facts();
    } catch (error) {
      this.work.refuse(error);
    }
  }

  private async saveCsv(): Promise<void> {
    try {
      const csv = await tools().decideCsv(textOf(this.matrix), { months: Number(this.months) });
      download('decision.csv', new Blob([csv], { type: 'text/csv' }));
    } catch (error) {
      this.work.refuse(error);
    }
  }
}

customElements.define('decide-page', DecidePage);
