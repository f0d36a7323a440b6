/**
 * An engine: the contract implemented over what a host gives. One for a process; every line to it serves the same runs.
 */
import { ProductionDesk } from '../production/production-desk.ts';
import { warmUpDetail } from '../production/warm-up-detail.ts';
import { DatabaseHolder } from '../simulate/session/database-holder.ts';
import { RunDesk } from '../simulate/session/run-desk.ts';
import { sandboxSchema } from '../store/calls/sandbox-schema.ts';
import { serverVersion } from '../store/calls/server-version.ts';
import type { EngineHost } from './engine-host.ts';
import { exampleProcedures } from './router/examples.ts';
import { os } from './router/implementer.ts';
import { testProcedures } from './router/lab.ts';
import { productionProcedures } from './router/production.ts';
import { scenarioProcedures } from './router/scenarios.ts';
import { runProcedures } from './router/runs.ts';
import { folderProcedures, templateProcedures } from './router/templates.ts';

const NEWS_EVERY_MS = 50;
const DATABASES = { pglite: 'PGlite, PostgreSQL', postgres: 'PostgreSQL' } as const;

export type EngineRouter = ReturnType<typeof createRouter>;

export interface Engine {
  readonly router: EngineRouter;
  /** Opens the database before anybody asks for it, and then looks once at a made-up task of production, so that no real one is the first. What goes wrong is told to whoever asks. */
  warmUp(): void;
  /** Ends the run that is under way and lets go of the database. */
  close(): Promise<void>;
}

export function createEngine(host: EngineHost): Engine {
  const databases = new DatabaseHolder(host.openDatabase);
  const desk = new RunDesk({ databases, nonce: host.nonce });
  const stopWarmUp = new AbortController();
  let isWarmedUp = false;
  const production = new ProductionDesk({
    secrets: host.secrets,
    nonce: host.nonce,
    // Whoever does not want the sandbox before it is needed pays for it with the first task.
    onOpen: ({ production: { installation } }) => {
      if (isWarmedUp && installation.generation === 'rails') void warmUpDetail(desk, stopWarmUp.signal);
    },
  });
  return {
    router: createRouter(host, databases, desk, production),
    warmUp() {
      isWarmedUp = true;
      void databases.get().catch(() => {});
    },
    async close() {
      stopWarmUp.abort();
      await production.closeAll();
      await desk.close();
      await databases.discard();
    },
  };
}

function createRouter(
  host: EngineHost,
  databases: DatabaseHolder,
  desk: RunDesk,
  production: ProductionDesk,
) {
  return os.router({
    engine: {
      info: os.engine.info.handler(async () => {
        const db = await databases.get();
        const database = `${DATABASES[db.kind]} ${await serverVersion(db)}`;
        const { granted, folders } = host.files;
        return { version: host.version, database, granted: [...granted], folders: [...folders] };
      }),
    },
    templates: templateProcedures(host.files),
    folders: folderProcedures(host.files),
    examples: exampleProcedures(host.examples),
    runs: runProcedures(desk, host.newsEveryMs ?? NEWS_EVERY_MS),
    scenarios: scenarioProcedures(),
    sandbox: {
      schema: os.sandbox.schema.handler(async () => sandboxSchema(await databases.get())),
    },
    production: productionProcedures(production, desk),
    tests: testProcedures(desk),
  });
}
