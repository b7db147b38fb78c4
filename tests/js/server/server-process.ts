/** A server of its own process over a folder that others share; prints its port. */
import { newApp } from './app.ts';
import { fileStore } from './serving.ts';

const [folder = ''] = process.argv.slice(2);
const { app, budget } = await newApp({ store: fileStore(folder) });
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
process.on('SIGTERM', async () => {
  await app.close();
  await budget.close();
});
