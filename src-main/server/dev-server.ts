/**
 * Entry of browser mode under development. It is ended and started again whenever its sources change, so its port and token
 * come from outside and stay: the page finds it again. The page itself is served by vite.
 */
import { fileURLToPath } from 'node:url';
import { runServer } from './run-server.ts';

await runServer({
  args: process.argv.slice(2),
  workerScript: new URL('./worker.js', import.meta.url),
  pageFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
  token: process.env['WORKBENCH_DEV_TOKEN'],
  pagePort: Number(process.env['WORKBENCH_DEV_PAGE_PORT']),
});
