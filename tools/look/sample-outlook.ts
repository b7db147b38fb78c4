/** Budgets, forecast and comparisons as the core would work them out. */
import type { Settings } from '../../extension/shared/settings.ts';
import type { BudgetVerdict, Equivalence, Forecast } from '../../web/core/view-contracts.ts';

const around = (central: number) => ({ low: central / 3, central, high: central * 3 });

const charge = (central: number): Equivalence => ({
  id: 'smartphone-charge',
  name: 'Charging a smartphone',
  amount: around(central),
  unit: 'charge',
  scope: 'Electricity of one full charge, 12 Wh',
  source: { source: 'EPA', asOf: '2026-08-04' },
});

const USED = [0.41, 0.87, 1.24];

function verdict(budget: Settings['budgets'][number], index: number, today: string): BudgetVerdict {
  const share = USED[index % USED.length] ?? 0;
  const lengths = { day: 10, month: 7, year: 4 };
  return {
    ...budget,
    date: today.slice(0, lengths[budget.range]),
    used: around(share * budget.limit),
    share,
    state: share >= 1 ? 'over' : share >= 0.8 ? 'near' : 'within',
    reached: share >= 1 ? 1 : share >= 0.8 ? 0.8 : 0,
  };
}

export interface Outlook {
  forecast: Forecast;
  equivalences: { day: Equivalence | null; month: Equivalence | null; year: Equivalence | null };
  budgets: BudgetVerdict[];
}

export function sampleOutlook(today: string, { budgets }: Settings): Outlook {
  const forecast = {
    year: today.slice(0, 4),
    gramsCo2e: around(1240),
    energyWattHours: around(3100),
    days: 187,
  };
  const car: Equivalence = {
    id: 'petrol-car',
    name: 'Driving a petrol or diesel car',
    amount: around(5.2),
    unit: 'kilometre',
    scope: 'Use only, average car in France',
    source: { source: 'ADEME Base Carbone', asOf: '2024' },
  };
  return {
    forecast,
    equivalences: { day: charge(0.4), month: charge(21), year: car },
    budgets: budgets.map((budget, index) => verdict(budget, index, today)),
  };
}
