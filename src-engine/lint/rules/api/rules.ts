/** Configurations of API steps. */
import type { Rule } from '../../rule.ts';
import { apiBackoffOff } from './api-backoff-off.ts';
import { apiHeadersMissing } from './api-headers-missing.ts';
import { apiKeyDropped } from './api-key-dropped.ts';
import { apiRetryDelayUnused } from './api-retry-delay-unused.ts';
import { apiTypeMissing } from './api-type-missing.ts';
import { apiUrlMissing } from './api-url-missing.ts';

export const API_RULES: readonly Rule[] = [
  apiBackoffOff,
  apiHeadersMissing,
  apiKeyDropped,
  apiRetryDelayUnused,
  apiTypeMissing,
  apiUrlMissing,
];
