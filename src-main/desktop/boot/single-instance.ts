/** One program at a time: a second start hands its files to the first and ends. */
import { app } from 'electron';
import { z } from 'zod';

const handedOver = z.object({ files: z.array(z.string().min(1).max(4_096)).max(100) });

/** @returns False: another one runs, and has been told; this one has to end. */
export function setupSingleInstance(
  files: readonly string[],
  secondStart: (files: readonly string[]) => void,
): boolean {
  const isFirst = app.requestSingleInstanceLock({ files: files.slice(0, 100) });
  if (!isFirst) return false;
  app.on('second-instance', (_event, _argv, _folder, data) => {
    // Any program of this user can speak to the lock: what it says is checked like a command line.
    const checked = handedOver.safeParse(data);
    secondStart(checked.success ? checked.data.files : []);
  });
  return true;
}
