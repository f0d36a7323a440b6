/** A PostgreSQL server of our own, with a database in which a Tasker application has left many tasks. */
import { readFile, truncate } from 'node:fs/promises';
import { findPostgres, preparePostgres } from '../../scripts/support/postgres-server.mjs';
import type { PreparedServer } from '../../scripts/support/postgres-server.mjs';
import { addWideTask } from '../../test/production/support/add-task.ts';
import { fillTasks } from '../../test/production/support/fill-tasks.ts';
import { PASSWORDS } from '../../test/production/support/roles.ts';
import type { TestServer } from '../../test/production/support/server.ts';
import type { TestDatabase } from '../../test/production/support/tasker-database.ts';
import { createTaskerDatabase } from '../../test/production/support/tasker-database.ts';

export interface FilledServer {
  readonly database: TestDatabase;
  /** Key of a task of `wideSteps` steps. */
  readonly wideTask: string;
  /** What the server logged since the last call. */
  readonly takeLog: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Undefined where there are no server programs. */
export async function startFilledServer(tasks: number, wideSteps: number): Promise<FilledServer | undefined> {
  const bin = await findPostgres();
  if (bin === undefined) return undefined;
  const server = await preparePostgres(bin, {
    log: true,
    hba: ['local all all trust', 'host all postgres all trust', 'host all all all scram-sha-256'],
    settings: { log_line_prefix: '%a: ', max_wal_size: '4GB' },
  });
  process.once('exit', server.removeAtOnce);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
  await server.start();
  const database = await createTaskerDatabase(handleOf(server));
  await fillTasks(database.db, { tasks });
  const { taskId } = await addWideTask(database.db, wideSteps);
  await database.db.exec('vacuum analyze');
  return {
    database,
    wideTask: String(taskId),
    takeLog: async () => {
      const text = await readFile(server.logFile, 'utf8');
      await truncate(server.logFile);
      return text;
    },
    remove: async () => {
      await database.close();
      await server.remove();
    },
  };
}

function handleOf(server: PreparedServer): TestServer {
  const { port, logFile, start, stop, kill } = server;
  return {
    port,
    url: (user = 'postgres', database = 'postgres') =>
      `postgres://${user}:${PASSWORDS[user] ?? ''}@127.0.0.1:${port}/${database}`,
    readLog: () => readFile(logFile, 'utf8'),
    clearLog: () => truncate(logFile),
    start,
    stop,
    kill,
    restart: async () => {
      await stop();
      await start();
    },
  };
}
