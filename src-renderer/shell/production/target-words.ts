/** A target in few words. Apart from the engine's own file of targets, whose checks the page does not need at its start. Pure. */
import type { ConnectionTarget } from '../../../src-engine/connection/target.ts';

const USUAL_PORT = 5_432;

export function targetWords({ host, port, database, user, tunnel }: ConnectionTarget): string {
  const where = `${user}@${host}${port === USUAL_PORT ? '' : `:${port}`}/${database}`;
  return tunnel === undefined ? where : `${where} through ${tunnel.host}`;
}
