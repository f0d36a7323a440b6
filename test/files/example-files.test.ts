import { expect, test } from 'vitest';
import { openExample, readExamples } from '../../src-main/files/example-files.ts';
import { EXAMPLES } from '../examples/example-files.ts';

test('every listed template can be opened with the scenarios that are listed', async () => {
  for (const { name, templates } of await readExamples(EXAMPLES)) {
    for (const template of templates) {
      const opened = await openExample(EXAMPLES, name, template.file);
      expect(opened?.text).not.toBe('');
      expect(opened?.scenarios).toMatchObject(template.scenarios);
    }
  }
});

test.each([
  ['nowhere', 'process_order.yaml'],
  ['01-ecommerce-checkout', 'nothing.yaml'],
  ['01-ecommerce-checkout', 'README.md'],
  ['01-ecommerce-checkout', '../01-ecommerce-checkout/process_order.yaml'],
  ['..', 'package.json'],
  ['.', 'README.md'],
])('%s/%s is no example', async (example, file) => {
  expect(await openExample(EXAMPLES, example, file)).toBeUndefined();
});
