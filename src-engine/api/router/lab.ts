/** Stops, forks, comparisons, rows and tests. */
import { os } from './implementer.ts';

const { runs } = os;

export function labProcedures() {
  const later = (): never => {
    throw new Error('not there yet');
  };
  return {
    list: runs.list.handler(later),
    advance: runs.advance.handler(later),
    seek: runs.seek.handler(later),
    setBreakpoints: runs.setBreakpoints.handler(later),
    fork: runs.fork.handler(later),
    beside: runs.beside.handler(later),
    drop: runs.drop.handler(later),
    compare: runs.compare.handler(later),
    rows: runs.rows.handler(later),
    query: runs.query.handler(later),
  };
}

export function sandboxProcedures() {
  return { schema: os.sandbox.schema.handler(() => ({ tables: [], functions: [] })) };
}

export function testProcedures() {
  return {
    run: os.tests.run.handler((): never => {
      throw new Error('not there yet');
    }),
  };
}
