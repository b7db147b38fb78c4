// The built app, served as a static host would.
import { preview } from 'vite';
import { appFolder } from '../bundle/app.mjs';
import { inRoot } from '../setup/paths.mjs';

/** Serves dist/app on this machine; port 0 is any that is free. */
export async function serveApp({ port = 0 } = {}) {
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    root: inRoot('web/app'),
    build: { outDir: appFolder },
    preview: { host: '127.0.0.1', port, strictPort: port !== 0 },
  });
  const { port: taken } = server.httpServer.address();
  return { origin: `http://127.0.0.1:${taken}`, close: () => server.close() };
}
