import { describe, expect, test } from 'vitest';
import { unzipSync, strFromU8 } from 'fflate';
import { exportTemplate } from '../../src-engine/export/export-template.ts';
import { EXPORT_FORMATS } from '../../src-engine/export/export-types.ts';
import { MINIMAL } from '../template/texts.ts';
import { ALL, exported, HOSTILE, textOf, VALID } from './exports.ts';

describe('every template in every format', () => {
  test.each(ALL)('$name is exported, or refused with its errors', ({ name, text }) => {
    for (const format of EXPORT_FORMATS) {
      const result = exportTemplate(text, format, { fileName: name });
      const isValid = VALID.some((file) => file.name === name);
      const isRefused = format === 'yaml-environment' || (!isValid && format !== 'yaml');
      expect([format, result.kind]).toEqual([format, isRefused ? 'refused' : 'exported']);
      if (result.kind === 'refused' && format !== 'yaml-environment') {
        expect(result.problems.every(({ severity }) => severity === 'error')).toBe(true);
        expect(result.problems).not.toHaveLength(0);
      }
    }
  });

  test.each(EXPORT_FORMATS)('names of files in %s lead nowhere else', (format) => {
    const options = { fileName: '../..\\x/..a b:c\u0000.yaml', environment: 'e' };
    const { files } = exported(`${MINIMAL}environments: { e: {} }\n`, format, options);
    for (const { name } of files) expect(name).toMatch(/^[\w.-]+(?:\/[\w.-]+)*$/);
    for (const { name } of files) expect(name.split('/')).not.toContain('..');
  });

  test('an environment that is not there is refused with those that are', () => {
    const text = `${MINIMAL}environments: { test: {} }\n`;
    const options = { fileName: 'a.yaml', environment: 'tets' };
    expect(exportTemplate(text, 'svg', options)).toMatchObject({
      kind: 'refused',
      message: "The environment 'tets' is not in the template.",
      hint: "It has: 'test'.",
    });
  });

  test('the text as it is stays as it is, byte for byte, also when it is no template', () => {
    for (const text of ['a: [', '\uFEFFa: 1\r\n', MINIMAL]) expect(textOf(exported(text, 'yaml'))).toBe(text);
  });

  test('JSON holds the template with its defaults, and the document', () => {
    const json: unknown = JSON.parse(textOf(exported(MINIMAL, 'json')));
    expect(json).toMatchObject({
      template: { namespaceName: 'default', steps: [{ defaultRetryLimit: 3, dependsOn: [] }] },
      document: { name: 'orders', step_templates: [{ name: 'fetch', handler_class: 'FetchHandler' }] },
    });
  });
});

describe('the archive', () => {
  test('can be opened and holds all the other forms', () => {
    const [file] = exported(`${MINIMAL}environments: { test: { version: 2.0.0 } }\n`, 'zip', {
      environment: 'test',
    }).files;
    if (file === undefined || !('bytes' in file)) throw new Error('no archive');
    const entries = unzipSync(file.bytes);
    expect(Object.keys(entries)).toEqual([
      'order.yaml',
      'order.test.yaml',
      'order.json',
      'order.mmd',
      'order.svg',
      'ruby/config/tasker/tasks/orders.yaml',
      'ruby/app/tasks/orders.rb',
      'ruby/app/tasks/fetch_handler.rb',
      'ruby/spec/tasks/fetch_handler_spec.rb',
      'tasker-core/order.tasker-core.yaml',
      'NOTES.txt',
    ]);
    expect(strFromU8(entries['order.test.yaml'] ?? new Uint8Array())).toContain('version: 2.0.0');
    expect(strFromU8(entries['NOTES.txt'] ?? new Uint8Array())).toContain('warning /task_handler_class: ');
  });

  test('is the same, byte for byte, whenever it is made', () => {
    expect(exported(HOSTILE, 'zip')).toEqual(exported(HOSTILE, 'zip'));
  });
});
