/** Single steps and their classes. */
import type { Rule } from '../../rule.ts';
import { classNameFormat } from './class-name-format.ts';
import { customEventsDropped } from './custom-events-dropped.ts';
import { dependentSystemMissing } from './dependent-system-missing.ts';

export const STEPS_RULES: readonly Rule[] = [classNameFormat, customEventsDropped, dependentSystemMissing];
