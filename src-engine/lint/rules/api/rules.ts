/** Configurations of API steps. */
import type { Rule } from '../../rule.ts';
import { apiBackoffOff } from './api-backoff-off.ts';
import { apiHeadersIncomplete } from './api-headers-incomplete.ts';
import { apiHeadersMissing } from './api-headers-missing.ts';
import { apiKeyDropped } from './api-key-dropped.ts';
import { apiRetryDelayUnused } from './api-retry-delay-unused.ts';
import { apiTypeMissing } from './api-type-missing.ts';
import { apiUrlMissing } from './api-url-missing.ts';
import { apiUrlScheme } from './api-url-scheme.ts';
import { insecureUrl } from './insecure-url.ts';
import { sslVerifyOff } from './ssl-verify-off.ts';
import { urlPlaceholder } from './url-placeholder.ts';

export const API_RULES: readonly Rule[] = [
  apiBackoffOff,
  apiHeadersIncomplete,
  apiHeadersMissing,
  apiKeyDropped,
  apiRetryDelayUnused,
  apiTypeMissing,
  apiUrlMissing,
  apiUrlScheme,
  insecureUrl,
  sslVerifyOff,
  urlPlaceholder,
];
