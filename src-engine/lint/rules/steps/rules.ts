/** Single steps and their classes. */
import type { Rule } from '../../rule.ts';
import { classNameFormat } from './class-name-format.ts';
import { concurrentWithoutEffect } from './concurrent-without-effect.ts';
import { customEventsDropped } from './custom-events-dropped.ts';
import { dependentSystemMissing } from './dependent-system-missing.ts';
import { descriptionMissing } from './description-missing.ts';
import { handlerIsTaskHandler } from './handler-is-task-handler.ts';
import { secretInFile } from './secret-in-file.ts';
import { sharedHandlerClass } from './shared-handler-class.ts';
import { skippableWithoutEffect } from './skippable-without-effect.ts';
import { stepNameStyle } from './step-name-style.ts';

export const STEPS_RULES: readonly Rule[] = [
  classNameFormat,
  concurrentWithoutEffect,
  customEventsDropped,
  dependentSystemMissing,
  descriptionMissing,
  handlerIsTaskHandler,
  secretInFile,
  sharedHandlerClass,
  skippableWithoutEffect,
  stepNameStyle,
];
