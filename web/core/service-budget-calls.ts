import type { FullGlueModule } from '#glue-full';
import { unwrap } from './envelope.ts';
import type { StartedCore } from './gramme.ts';
import type {
  ServiceBudget,
  ServiceBudgetCalls,
  ServiceReport,
  ServiceState,
  ServiceVerdict,
  WeighedUse,
} from './service-budget-contracts.ts';

export function serviceBudgetCalls({
  gramme: { call },
  glue,
  inbox,
}: StartedCore<FullGlueModule>): ServiceBudgetCalls {
  return {
    serviceBudgets: (text) => unwrap(glue.serviceBudgets(inbox.write(text))) as ServiceBudget[],
    weighServiceUse: (use) => call('weighServiceUse', use) as WeighedUse,
    addServiceUse: (request) => call('addServiceUse', request) as ServiceState,
    judgeService: (request) => call('judgeService', request) as ServiceVerdict,
    reportServices: (request) => call('reportServices', request) as ServiceReport,
    reportServicesCsv: (request) => call('reportServices', { ...request, format: 'csv' }) as string,
  };
}
