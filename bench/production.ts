/**
 * Looking into a production database of 50,000 tasks on a server of our own: how long a connection, each view and each page take,
 * and what following costs the server and the engine.
 */
import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { connect, startWorkbench } from '../test/production/support/client.ts';
import { startFilledServer } from './production/filled-server.ts';
import { measureFollowing } from './production/following.ts';
import { measureLooking } from './production/looking.ts';
import { median, milliseconds, report } from './support/measure.ts';

const TASKS = 50_000;
const WIDE_STEPS = 1_000;
const CONNECTIONS = 5;
const SETTLED_AFTER_MS = 8_000;

const server = await startFilledServer(TASKS, WIDE_STEPS);
if (server === undefined) {
  console.log('skipped: no PostgreSQL server programs (initdb, postgres) were found');
} else {
  const workbench = startWorkbench();
  try {
    workbench.warmUp();
    await workbench.client.engine.info();
    console.log(`${TASKS} tasks; load of the machine: ${loadavg()[0]?.toFixed(1)}`);
    const url = server.database.url('viewer');
    const { production } = workbench.client;
    const times: number[] = [];
    for (let round = 0; round < CONNECTIONS; round += 1) {
      let connection = '';
      times.push(await milliseconds(async () => (connection = await connect(workbench, url))));
      await production.close({ connection });
    }
    report('connect, first: ms', times[0] ?? 0, { atMost: 1_000 });
    report('connect: ms, median', median(times), { atMost: 1_000 });
    const connection = await connect(workbench, url);
    // What the engine does for itself after a connection was opened.
    await setTimeout(SETTLED_AFTER_MS);
    await measureLooking(workbench, connection, server);
    await measureFollowing(workbench, connection, server);
    console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await workbench.close();
    await server.remove();
  }
}
