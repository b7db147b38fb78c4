import type { Use } from '../core/service-budget-contracts.ts';
import type { Admission, ServiceBudgets } from './create-budget.ts';
import { type Footprint, type OpenFootprint, openFootprint } from './footprint.ts';
import { BUDGET_HEADER, headerOf, nameFrom, refusalOf } from './refusal.ts';

/** A name, or how it is read from a request; what is read and is no name counts as "other". */
export type NameSource = string | ((request: Request) => string | null | undefined);

export interface FootprintOptions {
  budget: ServiceBudgets;
  service: NameSource;
  /** "any" by default. */
  language?: NameSource;
  /** What a request used, where the handler itself does not say; null: nothing. */
  useOf?: (request: Request, response: Response) => Use | null | Promise<Use | null>;
  /** Is told of what could not be kept; by default a warning of the process. */
  onProblem?: (error: Error) => void;
}

export type FootprintHandler = (
  request: Request,
  footprint: Footprint,
) => Response | Promise<Response>;

const nameOf = (source: NameSource, request: Request): string =>
  typeof source === 'string' ? source : nameFrom(source(request));

/** Another answer of the same content: headers of some answers cannot be changed. */
function withHeader(response: Response, admission: Admission): Response {
  const header = headerOf(admission);
  if (header === null || response.type === 'error') return response;
  const copy = new Response(response.body, response);
  copy.headers.set(BUDGET_HEADER, header);
  return copy;
}

function refused(admission: Admission): Response | null {
  const refusal = refusalOf(admission);
  if (refusal === null) return null;
  const headers = { 'retry-after': String(admission.retryAfterSeconds) };
  return withHeader(Response.json(refusal, { status: 429, headers }), admission);
}

/** The handler's answer. When it throws, what it said before still counts: it was used. */
async function answered(
  handler: FootprintHandler,
  request: Request,
  footprint: OpenFootprint,
  useOf: FootprintOptions['useOf'],
): Promise<Response> {
  const response = await handler(request, footprint);
  const use = await useOf?.(request, response);
  if (use != null) footprint.add(use);
  return response;
}

/** A handler that is tracked, warned of and throttled by budgets (docs/budget.md). */
export function withFootprint(
  handler: FootprintHandler,
  options: FootprintOptions,
): (request: Request) => Promise<Response> {
  const { budget, service, language = 'any', useOf } = options;
  const tell = options.onProblem ?? ((error: Error) => process.emitWarning(error));
  return async (request) => {
    const admission = await budget.admit(nameOf(service, request), nameOf(language, request));
    const refusal = refused(admission);
    if (refusal !== null) return refusal;
    const footprint = openFootprint(admission);
    const keep = (kept: Promise<void>) => kept.catch((error: unknown) => tell(error as Error));
    try {
      const response = await answered(handler, request, footprint, useOf);
      // The answer does not wait for the disk.
      void keep(footprint.settle());
      return withHeader(response, admission);
    } catch (error) {
      void keep(footprint.end());
      throw error;
    }
  };
}
