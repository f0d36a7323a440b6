import { expect, test } from 'vitest';
import { describeTemplates } from '../../../src-engine/api/views/describe-templates.ts';
import { MINIMAL } from '../../template/texts.ts';

const describe = (...texts: readonly string[]) =>
  describeTemplates(texts.map((text, index) => ({ file: `${index}.yaml`, text })));

test('a template is described by its name, its steps and its problems', () => {
  const text = `namespace_name: shop\nversion: "2.0.0"\n${MINIMAL}    depends_on_step: nothing\n`;
  const [found] = describe(text);
  expect(found).toMatchObject({ name: 'orders', namespace: 'shop', version: '2.0.0', steps: 1, errors: 1 });
});

test('other YAML is none', () => {
  expect(describe('apiVersion: v1\nkind: Pod\n', '- a\n- b\n', '', 'name: x\nsteps: []\n')).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a template with a slip in its syntax stays one', () => {
  expect(describe(`${MINIMAL}    handler_config: {\n`)[0]).toMatchObject({
    name: 'orders',
    steps: 1,
    errors: 1,
  });
});

test('problems between files are counted', () => {
  const [alone] = describe(MINIMAL);
  const together = describe(MINIMAL, MINIMAL);
  const count = (found: typeof alone) => (found?.errors ?? 0) + (found?.warnings ?? 0);
  expect(count(together[1])).toBeGreaterThan(count(alone));
});
