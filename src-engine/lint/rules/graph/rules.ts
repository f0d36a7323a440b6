/** The workflow as a whole: its shape, and what that costs. */
import type { Rule } from '../../rule.ts';
import { deepChain } from './deep-chain.ts';
import { isolatedStep } from './isolated-step.ts';
import { manyPaths } from './many-paths.ts';
import { severalLeaves } from './several-leaves.ts';
import { severalRoots } from './several-roots.ts';
import { singlePointOfFailure } from './single-point-of-failure.ts';
import { wideFanIn } from './wide-fan-in.ts';

export const GRAPH_RULES: readonly Rule[] = [
  deepChain,
  isolatedStep,
  manyPaths,
  severalLeaves,
  severalRoots,
  singlePointOfFailure,
  wideFanIn,
];
