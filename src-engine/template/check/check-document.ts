/** All checks of a merged document, in the order in which their problems should be read. */
import type { Report } from '../problem-codes.ts';
import type { MapNode } from '../yaml/node.ts';
import { checkFields } from './shape/check-fields.ts';
import { checkContextSchema } from './context-schema.ts';
import { checkCycles } from './graph/cycles.ts';
import { checkDependencies } from './graph/dependencies.ts';
import { checkHandlerConfigs } from './handler-config.ts';
import { checkLimits } from './limits.ts';
import { checkNamedSteps } from './named-steps.ts';
import { stepViews } from './step-view.ts';
import { checkSteps } from './steps.ts';
import { checkUnknownKeys } from './shape/unknown-keys.ts';
import { checkNamespace, checkVersion } from './version.ts';

export function checkDocument(root: MapNode, report: Report): void {
  const steps = stepViews(root);
  checkFields(root, report);
  checkUnknownKeys(root, report);
  checkVersion(root, report);
  checkNamespace(root, report);
  checkLimits(root, report);
  checkNamedSteps(root, steps, report);
  checkDependencies(steps, report);
  checkCycles(steps, report);
  checkSteps(root, steps, report);
  checkHandlerConfigs(steps, report);
  checkContextSchema(root, report);
}
