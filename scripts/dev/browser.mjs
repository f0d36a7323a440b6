/** Browser mode under development: vite serves the page, our server runs beside it, both under one address and one token. */
import { randomBytes } from 'node:crypto';
import { freePort } from '../support/free-port.mjs';
import { servePage } from './page.mjs';
import { keepServing } from './server.mjs';

/** Runs until it is ended by a signal; then the exit code is 0. */
export async function developInBrowser(args) {
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
  });
  const token = randomBytes(32).toString('base64url');
  const serverPort = await freePort();
  const page = await servePage(serverPort);
  const server = await keepServing({ args, token, port: serverPort, pagePort: page.port });
  console.log(`Workbench: http://127.0.0.1:${page.port}/#token=${token}`);
  console.log('Changes of the sources are taken over at once. Ctrl-C ends it.');
  await ended;
  await Promise.all([page.close(), server.close()]);
  return 0;
}
