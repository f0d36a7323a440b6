import { describe, expect, test } from 'vitest';
import { codes, parsed, problem, withStep, withSteps, withTop } from '../texts.ts';

/** `steps('a', 'b<a')`: b depends on a. */
function steps(...names: readonly string[]): string {
  return withSteps(
    ...names.flatMap((text) => {
      const [name, parents] = text.split('<');
      const list = parents === undefined ? [] : [`  depends_on_steps: [${parents}]`];
      return [`- name: ${name}`, '  handler_class: H', ...list];
    }),
  );
}

describe('named_steps', () => {
  test('T-5: a step that is not in the list is refused', () => {
    const { message, severity } = problem(withTop('named_steps: [other]'), 'step-not-in-named-steps');
    expect(message).toContain("Step template name 'fetch' is not in the named_steps list");
    expect(severity).toBe('error');
  });

  test('T-5: a dependency that is not in the list is refused', () => {
    const text = `named_steps: [a]\n${steps('a', 'b<c')}`;
    expect(problem(text, 'dependency-not-in-named-steps').message).toContain(
      "Dependency step 'c' is not in the named_steps list",
    );
  });

  test('a listed name without a step is only a remark', () => {
    expect(codes(withTop('named_steps: [fetch, more]'))).toEqual(['unused-named-step']);
  });
});

describe('dependencies', () => {
  test('T-6, G-7: an unknown name is reported instead of failing later', () => {
    const found = problem(steps('a', 'b<x'), 'unknown-dependency');
    expect(found).toMatchObject({ severity: 'error', path: '/step_templates/1/depends_on_steps/0' });
    expect(found.message).toContain("'b' depends on 'x'");
  });

  test('G-4: both keys together give the parents in order and without repeats', () => {
    const text = steps('x', 'y', 'z<x, y').concat('    depends_on_step: x\n');
    expect(parsed(text).steps[2]?.dependsOn).toEqual(['x', 'y']);
    expect(codes(text)).toEqual(['repeated-dependency']);
  });

  test('G-6: a step that depends on itself is refused', () => {
    expect(codes(steps('a<a'))).toEqual(['self-dependency']);
  });

  test('G-6: two separate cycles are two problems, each with its whole path', () => {
    const text = steps('a<b', 'b<a', 'c<d', 'd<c');
    const found = codes(text);
    expect(found).toEqual(['dependency-cycle', 'dependency-cycle']);
    expect(problem(text, 'dependency-cycle').message).toContain("'a' → 'b' → 'a'");
  });

  test('a long way round is told as the shortest one through its first step', () => {
    const { message } = problem(steps('a<d', 'b<a', 'c<b', 'd<c', 'e<d'), 'dependency-cycle');
    expect(message).toContain("'a' → 'd' → 'c' → 'b' → 'a'.");
  });

  test('entangled cycles are one problem that says how many steps take part', () => {
    const text = steps('a<b', 'b<a, c', 'c<b');
    expect(codes(text)).toEqual(['dependency-cycle']);
    expect(problem(text, 'dependency-cycle').message).toContain('3 steps are entangled');
  });

  test('steps that only hang on a cycle are not part of it', () => {
    expect(codes(steps('r', 'a<b, r', 'b<a', 'leaf<b'))).toEqual(['dependency-cycle']);
  });

  test('a chain of a thousand steps is no trouble', () => {
    const names = Array.from({ length: 1_000 }, (_, index) =>
      index === 0 ? 's0' : `s${index}<s${index - 1}`,
    );
    expect(parsed(steps(...names)).steps).toHaveLength(1_000);
    expect(codes(steps('s0<s999', ...names.slice(1)))).toEqual(['dependency-cycle']);
  });

  test('two steps with one name are refused', () => {
    expect(problem(steps('a', 'a'), 'duplicate-step-name').message).toContain('1 and 2');
  });
});

describe('keys', () => {
  test.each([
    ['retry_limit: 2', 'default_retry_limit'],
    ['retryable: true', 'default_retryable'],
    ['depends_on: [a]', 'depends_on_steps'],
    ['depends_on_stepz: [a]', 'depends_on_step'],
    ['handler_clas: X', 'handler_class'],
  ])('the unknown key of `%s` leads to %s', (line, meant) => {
    expect(problem(withStep(line), 'unknown-key').hint).toBe(`Did you mean '${meant}'?`);
  });

  test.each([
    ['steps: []', 'step_templates'],
    ['namespace: x', 'namespace_name'],
    ['nam: x', 'name'],
  ])('the unknown top-level key of `%s` leads to %s', (line, meant) => {
    expect(problem(withTop(line), 'unknown-key').hint).toBe(`Did you mean '${meant}'?`);
  });
});
