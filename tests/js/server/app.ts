import { fastify } from 'fastify';
import { Registry } from 'prom-client';
import type { FootprintPluginOptions } from '../../../web/server/fastify.ts';
import { budgetWith, footprint, grams, type Options } from './serving.ts';

/** A server with services that use what their requests say: POST /SERVICE/LANGUAGE {"grams": 1}. */
export async function newApp(
  options: Partial<Options> = {},
  plugin: Partial<FootprintPluginOptions> = {},
) {
  const budget = budgetWith(options);
  const app = fastify();
  await app.register(footprint, { budget, register: new Registry(), ...plugin });
  const names = {
    service: (request: { params: unknown }) => (request.params as { service: string }).service,
    language: (request: { params: unknown }) => (request.params as { language: string }).language,
  };
  app.post('/use/:service/:language', { config: { footprint: names } }, async (request) => {
    const { grams: used, fails } = request.body as { grams?: number; fails?: boolean };
    if (used !== undefined) request.footprint?.add(grams(used));
    if (fails) {
      request.footprint?.hold();
      throw new Error('broken');
    }
    return { isTracked: request.footprint !== null };
  });
  app.get('/free', async (request) => ({ isTracked: request.footprint !== null }));
  return { app, budget };
}
