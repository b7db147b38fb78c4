import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

export interface ServeOptions {
  /** Sent with every file instead of its right type. */
  wasmType?: string;
  /** Another policy than that of a careful page. */
  policy?: string;
}

export interface Served {
  origin: string;
  close(): void;
}

/** The policy of a careful page: own scripts, and WebAssembly. */
const CAREFUL = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";

/** Serves a folder the way a static host does, under a strict policy. */
export async function serve(
  folder: string,
  { wasmType, policy = CAREFUL }: ServeOptions = {},
): Promise<Served> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const extension = extname(file);
    const right = types[extension] ?? 'application/octet-stream';
    const type = extension === '.wasm' ? (wasmType ?? right) : right;
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
