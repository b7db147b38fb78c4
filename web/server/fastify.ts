/** The entry `gramme/fastify`: routes that are tracked, warned of and throttled by budgets. */
import type {
  FastifyInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest,
  RouteOptions,
} from 'fastify';
import type { Registry } from 'prom-client';
import type { ServiceBudgets } from './create-budget.ts';
import { type Footprint, type OpenFootprint, openFootprint } from './footprint.ts';
import { BUDGET_HEADER, headerOf, nameFrom, refusalOf } from './refusal.ts';

/** A name, or how it is read from a request; what is read and is no name counts as "other". */
export type RouteName = string | ((request: FastifyRequest) => string | null | undefined);

/** Of a route, as its `config.footprint`: what it counts under. */
export interface RouteFootprint {
  service: RouteName;
  /** "any" by default. */
  language?: RouteName;
}

export interface FootprintPluginOptions {
  budget: ServiceBudgets;
  /** Where the report is, as JSON or with `?format=csv`; false: nowhere. */
  reportPath?: string | false;
  /** Where the metrics are, which needs prom-client; false: nowhere. */
  metricsPath?: string | false;
  /** prom-client's own by default. */
  register?: Registry;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    footprint?: RouteFootprint;
  }
  interface FastifyRequest {
    /** Of routes with `config.footprint`: says what the request used. */
    footprint: Footprint | null;
  }
}

const nameOf = (source: RouteName, request: FastifyRequest): string =>
  typeof source === 'string' ? source : nameFrom(source(request));

function keep(request: FastifyRequest, kept: Promise<void>): void {
  kept.catch((error: unknown) => request.log.error(error, 'a use was not kept'));
}

/** Over when the connection has its answer or is gone, unless the handler holds it. */
function settleAtEnd(request: FastifyRequest, reply: FastifyReply, footprint: OpenFootprint): void {
  const settle = () => keep(request, footprint.settle());
  if (reply.raw.closed) settle();
  else reply.raw.once('close', settle);
}

async function admitRequest(
  budget: ServiceBudgets,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const route = request.routeOptions.config.footprint;
  if (route === undefined) return undefined;
  const { service, language = 'any' } = route;
  const admission = await budget.admit(nameOf(service, request), nameOf(language, request));
  const header = headerOf(admission);
  if (header !== null) reply.header(BUDGET_HEADER, header);
  const refusal = refusalOf(admission);
  if (refusal !== null) {
    return reply.code(429).header('retry-after', admission.retryAfterSeconds).send(refusal);
  }
  const footprint = openFootprint(admission);
  request.footprint = footprint;
  settleAtEnd(request, reply, footprint);
  return undefined;
}

function reportRoute(url: string, budget: ServiceBudgets): RouteOptions {
  const properties = { format: { enum: ['json', 'csv'] }, date: { type: 'string', maxLength: 10 } };
  return {
    method: 'GET',
    url,
    schema: { querystring: { type: 'object', properties, additionalProperties: false } },
    async handler(request, reply) {
      const { format, date } = request.query as { format?: 'json' | 'csv'; date?: string };
      if (format !== 'csv') return budget.report(date);
      return reply.type('text/csv; charset=utf-8').send(await budget.reportCsv(date));
    },
  };
}

/** prom-client is loaded only where metrics are asked for. */
async function addMetricsRoute(
  app: FastifyInstance,
  url: string,
  { budget, register: given }: FootprintPluginOptions,
): Promise<void> {
  const { budgetMetrics } = await import('./prometheus.ts');
  const register = budgetMetrics(budget, given === undefined ? {} : { register: given });
  app.get(url, async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );
}

const plugin: FastifyPluginAsync<FootprintPluginOptions> = async (app, options) => {
  const { budget, reportPath = '/emissions/report', metricsPath = '/metrics' } = options;
  app.decorateRequest('footprint', null);
  app.addHook('preHandler', (request, reply) => admitRequest(budget, request, reply));
  app.addHook('onError', async (request) => {
    const failed = request.footprint as OpenFootprint | null;
    if (failed !== null) keep(request, failed.end());
  });
  if (reportPath !== false) app.route(reportRoute(reportPath, budget));
  if (metricsPath !== false) await addMetricsRoute(app, metricsPath, options);
};

/**
 * `app.register(footprint, { budget })`; routes name their service in `config.footprint`. Its hooks
 * are those of the whole server, not of a part (Fastify's `skip-override`).
 */
export const footprint: FastifyPluginAsync<FootprintPluginOptions> = Object.assign(plugin, {
  [Symbol.for('skip-override')]: true,
  [Symbol.for('fastify.display-name')]: 'gramme',
  [Symbol.for('plugin-meta')]: { name: 'gramme', fastify: '5.x' },
});
