import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { siteOrigins } from '../../extension/shared/site-facts.ts';

/** A strict page forbids WebAssembly to content scripts; a lax one has no policy at all. */
export type PagePolicy = 'strict' | 'lax';

const nonce = 'c2ltdWxhdGVk';
const strictPolicy = [
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/**
 * Serves a folder of simulated pages at the real addresses of the sites. A path that is no file
 * gives the page last opened, because the pages rewrite their address to a conversation path.
 */
export async function servePages(
  context: BrowserContext,
  directory: string,
  policy: PagePolicy = 'lax',
): Promise<void> {
  const folder = resolve(directory);
  let lastPage: string | null = null;
  const answer = async (route: Route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const file = fileAt(folder, path);
    if (file?.endsWith('.html')) lastPage = file;
    const isPage = route.request().resourceType() === 'document';
    const served = file ?? (isPage ? lastPage : null);
    if (served === null) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ status: 200, ...response(served, policy) });
  };
  for (const origin of siteOrigins) await context.route(`${origin}/**`, answer);
}

function response(
  file: string,
  policy: PagePolicy,
): { body: Buffer | string; headers: Record<string, string> } {
  const headers = { 'content-type': contentTypes[extname(file)] ?? 'text/plain' };
  const isStrictPage = policy === 'strict' && file.endsWith('.html');
  if (!isStrictPage) return { body: readFileSync(file), headers };
  const body = readFileSync(file, 'utf8').replaceAll('<script ', `<script nonce="${nonce}" `);
  return { body, headers: { ...headers, 'content-security-policy': strictPolicy } };
}

function fileAt(folder: string, path: string): string | null {
  const file = join(folder, path);
  const isInside = file.startsWith(folder + sep);
  return isInside && existsSync(file) && statSync(file).isFile() ? file : null;
}
