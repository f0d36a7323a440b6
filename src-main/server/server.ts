/** Entry of browser mode, built to out/server/server.js beside the worker of the engine. */
import { fileURLToPath } from 'node:url';
import { runServer } from './run-server.ts';

await runServer({
  args: process.argv.slice(2),
  workerScript: new URL('./worker.js', import.meta.url),
  pageFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
});
