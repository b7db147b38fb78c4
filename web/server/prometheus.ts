/** The entry `gramme/prometheus`: budgets as metrics of prom-client. */
import { Counter, Gauge, type Registry, register as usual } from 'prom-client';
import type { Range } from '../core/contracts.ts';
import type { ServiceBudget } from '../core/service-budget-contracts.ts';
import type { ServiceBudgets } from './create-budget.ts';

export interface MetricsOptions {
  /** prom-client's own by default. */
  register?: Registry;
}

const NAME = ['service', 'language'] as const;
const BOUNDS = ['low', 'central', 'high'] as const;
/** Names that no budget has; beyond, all are "other". */
const MOST_NAMES = 64;

interface Name {
  service: string;
  language: string;
}

/** Names may come from anybody who sends requests: so many labels, and no more. */
function labelsOf({ budgets }: ServiceBudgets): (name: Name) => Name {
  const services = new Set(budgets.map(({ service }) => service));
  const budgeted = new Set(budgets.map(({ service, language }) => `${service} ${language}`));
  const others = new Set<string>();
  return ({ service, language }) => {
    const key = `${service} ${language}`;
    if (budgeted.has(key) || others.has(key)) return { service, language };
    if (others.size < MOST_NAMES) {
      others.add(key);
      return { service, language };
    }
    return { service: services.has(service) ? service : 'other', language: 'other' };
  };
}

function counters(registers: Registry[]) {
  const counter = <Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
  ): Counter<Label> => new Counter({ name, help, labelNames: labels, registers });
  const withBound = [...NAME, 'bound'] as const;
  return {
    requests: counter('gramme_requests_total', 'Requests that were recorded', NAME),
    tokens: counter('gramme_tokens_total', 'Tokens of prompts and answers', withBound),
    energy: counter('gramme_energy_watt_hours_total', 'Energy in watt-hours', withBound),
    carbon: counter('gramme_co2e_grams_total', 'Emissions in grams of CO2e', withBound),
    verdicts: counter('gramme_verdicts_total', 'Verdicts on requests', [
      ...NAME,
      'verdict',
    ] as const),
  };
}

function addRange(
  counter: Counter<'service' | 'language' | 'bound'>,
  labels: Name,
  range: Range,
): void {
  for (const bound of BOUNDS) counter.inc({ ...labels, bound }, range[bound]);
}

function labelsOfBudget(
  budget: string,
  { service, language, range, measure }: Omit<ServiceBudget, 'id' | 'warnShare' | 'throttleShare'>,
) {
  return { budget, service, language: language ?? '', range, measure };
}

/** How budgets stand is asked for when metrics are read. */
function addGauges(budget: ServiceBudgets, registers: Registry[]): void {
  const labelNames = ['budget', 'service', 'language', 'range', 'measure'] as const;
  const limit = new Gauge({
    name: 'gramme_budget_limit',
    help: 'What a day or month may weigh, in the unit of the measure',
    labelNames,
    registers,
  });
  for (const rule of budget.budgets) limit.set(labelsOfBudget(rule.id, rule), rule.limit);
  new Gauge({
    name: 'gramme_budget_share',
    help: 'Share of the budget that is used up, 1 when all of it is',
    labelNames,
    registers,
    async collect() {
      for (const standing of (await budget.report()).budgets) {
        this.set(labelsOfBudget(standing.budgetId, standing), standing.share);
      }
    },
  });
  new Gauge({
    name: 'gramme_uses_waiting',
    help: 'Uses that are not written to the store yet',
    registers,
    collect() {
      this.set(budget.waiting());
    },
  });
}

/** Adds the metrics of docs/budget.md for a budget; answers the register that has them. */
export function budgetMetrics(
  budget: ServiceBudgets,
  { register = usual }: MetricsOptions = {},
): Registry {
  const { requests, tokens, energy, carbon, verdicts } = counters([register]);
  const nameOf = labelsOf(budget);
  budget.observe({
    judged: ({ verdict, ...name }) => verdicts.inc({ ...nameOf(name), verdict }),
    used({ service, language }, use) {
      const labels = nameOf({ service, language });
      requests.inc(labels, use.requests);
      addRange(tokens, labels, use.tokens);
      addRange(energy, labels, use.energyWattHours);
      addRange(carbon, labels, use.gramsCo2e);
    },
  });
  addGauges(budget, [register]);
  return register;
}
