/**
 * Stands in for the package of this name that monaco-yaml asks for: that one starts workers in a way Monaco no longer
 * has. Ours takes a worker from `MonacoEnvironment` and gives it to Monaco.
 */
import type * as Monaco from 'monaco-editor/editor';

interface Options {
  /** Handed to the worker when it starts. */
  readonly createData: unknown;
  readonly label: string;
  readonly moduleId: string;
}

interface WorkerManager<T extends object> {
  readonly dispose: () => void;
  readonly updateCreateData: (createData: unknown) => void;
  /** Starts the worker at the first call; it knows the given texts when the promise is kept. */
  readonly getWorker: (...resources: Monaco.Uri[]) => Promise<T>;
}

export function createWorkerManager<T extends object>(
  monaco: typeof Monaco,
  { createData: first, label, moduleId }: Options,
): WorkerManager<T> {
  let createData = first;
  let worker: Monaco.editor.MonacoWebWorker<T> | undefined;
  const stop = (): void => {
    worker?.dispose();
    worker = undefined;
  };
  const start = (): Monaco.editor.MonacoWebWorker<T> => {
    const thread = startThread(moduleId, label);
    // The next question starts it again.
    thread.addEventListener('error', stop);
    // Monaco's own handshake: any message first, then the data.
    for (const message of ['ignore', createData]) {
      thread.postMessage(message);
    }
    return monaco.editor.createWebWorker<T>({ worker: thread });
  };
  return {
    dispose: stop,
    updateCreateData: (data) => {
      createData = data;
      stop();
    },
    getWorker: (...resources) => {
      worker ??= start();
      return worker.withSyncedResources(resources);
    },
  };
}

function startThread(moduleId: string, label: string): Worker {
  const thread = globalThis.MonacoEnvironment?.getWorker?.(moduleId, label);
  if (thread instanceof Worker) return thread;
  throw new Error(`MonacoEnvironment starts no worker for ${label}`);
}
