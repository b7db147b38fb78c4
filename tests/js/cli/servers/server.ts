import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

export interface Server {
  url: string;
  received: Received[];
  /** How many requests were open together at most. */
  mostAtOnce(): number;
  close(): void;
}

/** Answers a request; `attempt` counts from 1. */
export type Handler = (response: ServerResponse, received: Received, attempt: number) => void;

/** A real server on a free port of this machine. */
export async function startServer(handle: Handler): Promise<Server> {
  const received: Received[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    open++;
    most = Math.max(most, open);
    response.on('close', () => open--);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      const one = { path: request.url ?? '', headers: request.headers, body };
      handle(response, one, received.push(one));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, received, mostAtOnce: () => most, close };
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

/** Sends a stream byte by byte in pieces of `size`, so that it is cut within letters and lines. */
export async function sendStream(
  response: ServerResponse,
  text: string,
  size = 1 << 20,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const bytes = Buffer.from(text);
  for (let begin = 0; begin < bytes.length; begin += size) {
    response.write(bytes.subarray(begin, begin + size));
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}
