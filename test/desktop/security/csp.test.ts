import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../src-main/desktop/security/csp.ts';

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((part) => {
    const [name = '', ...values] = part.split(' ');
    return [name, values];
  }),
);

test('nothing is allowed that is not named', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
});

test('scripts come from the bundle alone', () => {
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|wasm-unsafe-eval|strict-dynamic|\*|https?:/);
});

test('inline is allowed for styles only', () => {
  const inline = [...directives].filter(([, values]) => values.includes("'unsafe-inline'"));
  expect(inline.map(([name]) => name)).toEqual(['style-src']);
});

test('what default-src does not cover is closed too', () => {
  for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
    expect(directives.get(name)).toEqual(["'none'"]);
});
