import { describe, expect, test } from 'vitest';
import { groupTemplates } from '../../../src-renderer/workspace/group-templates.ts';
import { nextTemplate, workspaceRows } from '../../../src-renderer/workspace/workspace-rows.ts';
import { listed, unreadable } from './templates.ts';

const ALL = [
  listed('a/order-9.yaml', { namespace: 'shop', version: '9.0.0' }),
  listed('b/order-10.yaml', { namespace: 'shop', version: '10.0.0' }),
  listed('pay.yaml', { namespace: 'billing', name: 'pay', version: '1.0.0' }),
  listed('plain.yaml', { name: 'plain' }),
  unreadable('broken.yaml', 'This is a binary file.'),
];

function lines(search = ''): readonly string[] {
  return workspaceRows(groupTemplates(ALL, search)).map((row) =>
    row.kind === 'heading' ? `${'#'.repeat(row.level)} ${row.text}` : `${row.text} | ${row.more}`,
  );
}

describe('the list of a workspace', () => {
  test('goes by namespace and name; several versions stand below their name, the newest first', () => {
    expect(lines()).toEqual([
      '# billing',
      'pay | 1.0.0',
      '# default',
      'plain | 0.1.0',
      '# shop',
      '## order',
      '10.0.0 | b/order-10.yaml',
      '9.0.0 | a/order-9.yaml',
      '# Cannot be read',
      'broken.yaml | ',
    ]);
  });

  test('is narrowed down by words of name, namespace, version or path', () => {
    expect(lines('SHOP 10')).toEqual(['# shop', 'order | 10.0.0']);
    expect(lines('b/')).toEqual(['# shop', 'order | 10.0.0']);
    expect(lines('broken')).toEqual(['# Cannot be read', 'broken.yaml | ']);
    expect(lines('nothing')).toEqual([]);
  });

  test('keys go from template to template, over the headings', () => {
    const rows = workspaceRows(groupTemplates(ALL, ''));
    expect(nextTemplate(rows, -1, 1)).toBe(1);
    expect(nextTemplate(rows, 1, 1)).toBe(3);
    expect(nextTemplate(rows, 1, -1)).toBe(-1);
    expect(nextTemplate(rows, rows.length, -1)).toBe(9);
    expect(nextTemplate([], -1, 1)).toBe(-1);
  });
});
