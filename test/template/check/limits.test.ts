import { describe, expect, test } from 'vitest';
import { codes, MINIMAL, parsed, problem, withStep, withTop } from '../texts.ts';

const named = (name: string): string => MINIMAL.replace('orders', name);

describe('limits of the database', () => {
  test('I-4: a name may have 64 characters, not 65', () => {
    expect(codes(named('n'.repeat(64)))).toEqual([]);
    expect(problem(named('n'.repeat(65)), 'too-long')).toMatchObject({ severity: 'error', line: 1 });
  });

  test('I-4: characters are counted, not UTF-16 units', () => {
    expect(codes(named('𝒏'.repeat(64)))).toEqual([]);
  });

  test.each([
    ['"1.0"', 'version-format'],
    ['1.0.0-beta', 'prerelease-version'],
    ['v1.0.0', 'version-format'],
    ['"1"', 'version-format'],
  ])('I-4: the version %s cannot make a task', (version, code) => {
    expect(problem(withTop(`version: ${version}`), code).severity).toBe('warning');
  });

  test('I-4: a version has at most 16 characters', () => {
    expect(codes(withTop('version: 1000000.200000.30'))).toEqual(['too-long']);
  });

  test('I-6: a namespace may have 64 characters, not 65', () => {
    expect(codes(withTop(`namespace_name: ${'n'.repeat(64)}`))).toEqual([]);
    expect(codes(withTop(`namespace_name: ${'n'.repeat(65)}`))).toEqual(['too-long']);
  });

  test('a step name may have 128 characters, a dependent system 64', () => {
    expect(codes(MINIMAL.replace('fetch', 'n'.repeat(129)))).toEqual(['too-long']);
    expect(codes(withStep(`dependent_system: ${'n'.repeat(65)}`))).toEqual(['too-long']);
  });

  test('a retry limit must fit into 32 bits', () => {
    expect(codes(withStep('default_retry_limit: 2147483648'))).toEqual(['limit-too-large']);
  });

  test.each(['name: ""', 'handler_class: ""', 'dependent_system: " "'])(
    'an empty `%s` is refused',
    (line) => {
      const text = withStep(line).replace(`    ${line.split(':')[0]}: F`, '    #: F');
      expect(codes(text)).toContain('empty-value');
    },
  );
});

describe('versions', () => {
  test.each(['1.0', '2', '1_0', '0x10'])('the unquoted version %s is kept as it is written', (version) => {
    const text = withTop(`version: ${version}`);
    expect(parsed(text).version).toBe(version);
    expect(codes(text)).toContain('unquoted-version');
  });

  test('a version of null counts as none', () => {
    expect(parsed(withTop('version:')).version).toBe('0.1.0');
  });
});

describe('values that do not do what they say', () => {
  test('T-7: without any dependent system the template parses, with a warning and without a system', () => {
    const text = MINIMAL.replace('default_dependent_system: shop\n', '');
    expect(parsed(text).steps[0]).not.toHaveProperty('dependentSystem');
    expect(problem(text, 'dependent-system-missing')).toMatchObject({ severity: 'warning', line: 4 });
  });

  test('T-7: the default fills in where a step has none', () => {
    expect(parsed(MINIMAL).steps[0]?.dependentSystem).toBe('shop');
  });

  test('a step that is not retryable and one without attempts never run', () => {
    expect(codes(withStep('default_retryable: false'))).toEqual(['never-retryable']);
    expect(codes(withStep('default_retry_limit: 0'))).toEqual(['no-attempts']);
  });

  test('T-10: keys of an API configuration that are dropped are warned about one by one', () => {
    const text = withStep(
      'handler_config: { type: api, url: u, method: GET, timeout: 1, jitter_factor: 1, headers: {}, enable_exponential_backoff: true }',
    );
    expect(codes(text)).toEqual(['api-key-dropped', 'api-key-dropped', 'api-key-dropped']);
    expect(parsed(text).steps[0]?.handlerConfig).toMatchObject({ type: 'api', method: 'GET' });
  });

  test('T-10: what an API configuration leaves out is not the same as its default', () => {
    expect(codes(withStep('handler_config: { type: api, retry_delay: 1 }')).toSorted()).toEqual([
      'api-backoff-off',
      'api-headers-missing',
      'api-retry-delay-unused',
      'api-url-missing',
    ]);
    expect(codes(withStep('handler_config: { url: u }'))).toEqual(['api-type-missing']);
    expect(codes(withStep('handler_config: { anything: goes }'))).toEqual([]);
  });

  test('a class name that is no Ruby constant is warned about', () => {
    expect(codes(MINIMAL.replace('Orders', 'orders_handler'))).toEqual(['class-name-format']);
  });
});
