/** Groups `identity` and `api`. */
import type { RuleCase } from './rule-case.ts';
import { GOOD, good, withLast } from './texts.ts';

const api = (...lines: readonly string[]): string =>
  withLast('handler_config:', '  type: api', ...lines.map((line) => `  ${line}`));
const URL = 'url: https://carrier.example.com';
const HEADERS = ['headers:', '  Content-Type: application/json', '  Accept: application/json'];
const BACKOFF = 'enable_exponential_backoff: true';

export const IDENTITY_CASES: readonly RuleCase[] = [
  {
    code: 'version-format',
    wrong: good(['"1.0.0"', '"1.0"']),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'version-format',
    wrong: good(['"1.0.0"', 'v1.0.0']),
    right: GOOD,
    fixed: GOOD,
    isForTests: true,
  },
  {
    code: 'prerelease-version',
    wrong: good(['"1.0.0"', '2.0.0-beta.1']),
    right: good(['"1.0.0"', '"2.0.0"']),
    fixed: good(['"1.0.0"', '"2.0.0"']),
  },
  {
    code: 'unquoted-version',
    wrong: good(['"1.0.0"', '1.0']),
    right: GOOD,
    fixed: good(['"1.0.0"', '"1.0"']),
  },
  {
    code: 'namespace-not-text',
    wrong: good(['namespace_name: shop', 'namespace_name: 2024']),
    right: good(['namespace_name: shop', 'namespace_name: "2024"']),
    fixed: good(['namespace_name: shop', 'namespace_name: "2024"']),
  },
  { code: 'version-order', wrong: good(['"1.0.0"', '"10.0.0"']), right: GOOD },
  {
    code: 'module-namespace-repeated',
    wrong: `module_namespace: Shop\n${GOOD}`,
    right: `module_namespace: Shop\n${good(['Shop::ProcessOrder', 'ProcessOrder'])}`,
    fixed: `module_namespace: Shop\n${good(['Shop::ProcessOrder', 'ProcessOrder'])}`,
  },
  { code: 'template-name-style', wrong: good(['process_order', 'Process Order']), right: GOOD },
  {
    code: 'default-version',
    wrong: good(['version: "1.0.0"\n', '']),
    right: GOOD,
    fixed: good(['"1.0.0"', '0.1.0']),
  },
  {
    code: 'default-namespace',
    wrong: good(['namespace_name: shop\n', '']),
    right: GOOD,
    fixed: good(['namespace_name: shop', 'namespace_name: default']),
  },
  {
    code: 'duplicate-template',
    wrong: good(['Shop::ProcessOrder', 'Shop::ProcessOrderAgain']),
    right: good(['Shop::ProcessOrder', 'Shop::ProcessOrderAgain'], ['"1.0.0"', '"2.0.0"']),
    beside: GOOD,
  },
  {
    code: 'shared-task-handler-class',
    wrong: good(['"1.0.0"', '"2.0.0"']),
    right: good(['"1.0.0"', '"2.0.0"'], ['Shop::ProcessOrder', 'Shop::ProcessOrderV2']),
    beside: GOOD,
  },
  {
    code: 'api-key-dropped',
    wrong: api(URL, ...HEADERS, BACKOFF, 'timeout: 10'),
    right: api(URL, ...HEADERS, BACKOFF),
    fixed: api(URL, ...HEADERS, BACKOFF),
  },
  { code: 'api-url-missing', wrong: api(...HEADERS, BACKOFF), right: api(URL, ...HEADERS, BACKOFF) },
  {
    code: 'api-type-missing',
    wrong: withLast('handler_config:', `  ${URL}`),
    right: api(URL, ...HEADERS, BACKOFF),
    fixed: withLast('handler_config:', `  ${URL}`, '  type: api'),
  },
  {
    code: 'api-backoff-off',
    wrong: api(URL, ...HEADERS),
    right: api(URL, ...HEADERS, BACKOFF),
    fixed: api(URL, ...HEADERS, BACKOFF),
  },
  {
    code: 'api-headers-missing',
    wrong: api(URL, BACKOFF),
    right: api(URL, ...HEADERS, BACKOFF),
    fixed: api(URL, BACKOFF, ...HEADERS),
  },
  {
    code: 'api-retry-delay-unused',
    wrong: api(URL, ...HEADERS, BACKOFF, 'retry_delay: 5'),
    right: api(URL, ...HEADERS, BACKOFF),
    fixed: api(URL, ...HEADERS, BACKOFF),
  },
  {
    code: 'api-headers-incomplete',
    wrong: api(URL, 'headers:', '  X-Shop: north', BACKOFF),
    right: api(URL, ...HEADERS, '  X-Shop: north', BACKOFF),
    fixed: api(URL, 'headers:', '  X-Shop: north', ...HEADERS.slice(1), BACKOFF),
  },
  {
    code: 'api-url-scheme',
    wrong: api('url: carrier.example.com/parcels', ...HEADERS, BACKOFF),
    right: api('url: https://carrier.example.com/parcels', ...HEADERS, BACKOFF),
    fixed: api('url: https://carrier.example.com/parcels', ...HEADERS, BACKOFF),
  },
  {
    code: 'url-placeholder',
    wrong: api('url: https://carrier.example.com/parcels/{parcel_id}', ...HEADERS, BACKOFF),
    right: api('url: https://carrier.example.com/parcels', ...HEADERS, BACKOFF),
  },
  {
    code: 'insecure-url',
    wrong: api('url: http://carrier.example.com', ...HEADERS, BACKOFF),
    right: api('url: http://localhost:4000', ...HEADERS, BACKOFF),
    fixed: api('url: https://carrier.example.com', ...HEADERS, BACKOFF),
  },
  {
    code: 'ssl-verify-off',
    wrong: api(URL, 'ssl:', '  verify: false', '  ca_file: own.pem', ...HEADERS, BACKOFF),
    right: api(URL, 'ssl:', '  ca_file: own.pem', ...HEADERS, BACKOFF),
    fixed: api(URL, 'ssl:', '  ca_file: own.pem', ...HEADERS, BACKOFF),
  },
];
