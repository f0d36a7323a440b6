/** What `inspect` asks of the engine: the contract's own procedures, and the types of their answers. */
import type { z } from 'zod';
import type { EngineClient } from '../../../src-engine/api/contract/contract.ts';
import type * as schemas from '../../../src-engine/api/contract/inspect-schemas.ts';

export type Production = Pick<
  EngineClient['production'],
  'open' | 'close' | 'overview' | 'tasks' | 'stuck' | 'task' | 'follow' | 'drift'
>;

export interface ProductionDoor {
  readonly production: Production;
  /** Lets go of whatever is still open. */
  close(): Promise<void>;
}

export type OpenProduction = () => Promise<ProductionDoor>;

export type Connection = z.infer<typeof schemas.connection>;
export type Trouble = z.infer<typeof schemas.trouble>;
export type ProductionFacts = z.infer<typeof schemas.productionFacts>;
export type Overview = z.infer<typeof schemas.overview>;
export type TaskFilter = z.infer<typeof schemas.taskFilter>;
export type TaskRow = z.infer<typeof schemas.taskRow>;
export type TaskPage = z.infer<typeof schemas.taskPage>;
export type OperatorAction = z.infer<typeof schemas.operatorAction>;
export type StuckStep = z.infer<typeof schemas.stuckStep>;
export type StuckPage = z.infer<typeof schemas.stuckPage>;
export type ProductionStep = z.infer<typeof schemas.productionStep>;
export type TaskDetail = z.infer<typeof schemas.taskDetail>;
export type Drift = z.infer<typeof schemas.drift>;
