import { beforeEach, describe, expect, test, vi } from 'vitest';
import { describeTemplates } from '../../../src-engine/api/views/describe-templates.ts';
import { FolderMemory } from '../../../src-renderer/workspace/read-folder.ts';
import type { FolderReader } from '../../../src-renderer/workspace/read-folder.ts';
import { MINIMAL } from '../../template/texts.ts';

let files: Record<string, { version: string; text: string | null }>;
const described = vi.fn<FolderReader['describe']>(async (asked) => describeTemplates(asked));
const read = vi.fn<FolderReader['readFolderFiles']>(async (ids) =>
  ids.map((id) => {
    const text = files[id]?.text ?? null;
    return text === null
      ? { kind: 'unusable', id, message: 'May not be read.', hint: '' }
      : { kind: 'text', id, text };
  }),
);

beforeEach(() => {
  files = {
    'a.yaml': { version: '1', text: MINIMAL },
    'b.yaml': { version: '1', text: 'kind: Pod\n' },
    'c.yaml': { version: '1', text: null },
  };
  vi.clearAllMocks();
});

function memory(): FolderMemory {
  return new FolderMemory({
    listFolder: async () => ({
      kind: 'listed',
      files: Object.entries(files).map(([id, { version }]) => ({ id, shownPath: id, version })),
      notes: ['a note'],
    }),
    readFolderFiles: read,
    describe: described,
  });
}

describe('reading a folder', () => {
  test('lists templates, leaves out other YAML, and tells why a file cannot be read', async () => {
    expect(await memory().read('id')).toMatchObject({
      templates: [
        { id: 'a.yaml', summary: { name: 'orders', steps: 1 } },
        { id: 'c.yaml', summary: null, problem: 'May not be read.' },
      ],
      notes: ['a note'],
    });
  });

  test('reads and describes again only what has changed', async () => {
    const folder = memory();
    const before = await folder.read('id');
    vi.clearAllMocks();
    expect(await folder.read('id')).toEqual(before);
    expect(read).not.toHaveBeenCalled();
    expect(described).not.toHaveBeenCalledWith([expect.objectContaining({ file: 'b.yaml' })]);
    files['b.yaml'] = { version: '2', text: MINIMAL.replace('orders', 'others') };
    const after = await folder.read('id');
    expect(read).toHaveBeenCalledExactlyOnceWith(['b.yaml']);
    expect(after.templates.map(({ summary }) => summary?.name)).toEqual(['orders', 'others', undefined]);
  });

  test('forgets what is gone', async () => {
    const folder = memory();
    await folder.read('id');
    delete files['a.yaml'];
    expect((await folder.read('id')).templates.map(({ id }) => id)).toEqual(['c.yaml']);
  });

  test('asks in portions, of files as of texts', async () => {
    files = {};
    for (let index = 0; index < 120; index += 1) {
      files[`${String(index).padStart(3, '0')}.yaml`] = {
        version: '1',
        text: `${MINIMAL}#${'x'.repeat(10_000)}`,
      };
    }
    expect((await memory().read('id')).templates).toHaveLength(120);
    expect(read.mock.calls.map(([ids]) => ids.length)).toEqual([50, 50, 20]);
    expect(described.mock.calls.length).toBe(5);
  });

  test('a folder that cannot be listed is an error with its reason', async () => {
    const folder = new FolderMemory({
      listFolder: async () => ({ kind: 'unusable', message: 'It is gone.', hint: 'Open it again.' }),
      readFolderFiles: read,
      describe: described,
    });
    await expect(folder.read('id')).rejects.toThrow('It is gone. Open it again.');
  });
});
