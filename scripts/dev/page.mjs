/** The page from its sources, with hot replacement; requests for the engine are passed on to our server. */
import { join } from 'node:path';
import { ROOT } from '../support/process.mjs';

const FOLDER = join(ROOT, 'src-renderer');

/**
 * As in production but for what vite needs: its own script in the page, and its own WebSocket. Host and Origin of a
 * connection to the engine are still checked by our server, which gets them unchanged.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function servePage(serverPort) {
  const { createServer, runnerImport } = await import('vite');
  const { module } = await runnerImport(join(FOLDER, 'vite.shared.ts'), { configFile: false });
  const server = await createServer({
    ...module.rendererSettings(FOLDER),
    configFile: false,
    logLevel: 'warn',
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      cors: false,
      headers: { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' },
      proxy: { '/rpc': { target: `http://127.0.0.1:${serverPort}`, ws: true, changeOrigin: false } },
    },
  });
  await server.listen();
  return { port: server.httpServer.address().port, close: () => server.close() };
}
