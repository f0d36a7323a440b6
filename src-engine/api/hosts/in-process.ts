/** The engine without a line: the same procedures, inputs and errors, in the caller's own process. */
import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../contract/contract.ts';
import type { Engine } from '../engine.ts';

export function inProcessClient(engine: Engine): EngineClient {
  return createRouterClient(engine.router);
}
