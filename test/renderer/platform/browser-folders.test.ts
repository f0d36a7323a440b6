// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { directorySource } from '../../../src-renderer/platform/browser/folders/directory-source.ts';
import {
  fileListSource,
  filesBelow,
} from '../../../src-renderer/platform/browser/folders/file-list-source.ts';

/** As much of the File System Access API as is used, over a tree of texts. */
interface Tree {
  [name: string]: string | Tree;
}

function directory(name: string, tree: Tree): FileSystemDirectoryHandle {
  const child = (key: string) => {
    const value = tree[key];
    if (value === undefined) throw new DOMException('none', 'NotFoundError');
    return typeof value === 'string' ? file(key, tree) : directory(key, value);
  };
  const handle = {
    kind: 'directory',
    name,
    async *values() {
      for (const key of Object.keys(tree)) yield child(key);
    },
    getFileHandle: async (key: string, { create = false } = {}) => {
      if (create) tree[key] ??= '';
      return child(key);
    },
    removeEntry: async (key: string) => void Reflect.deleteProperty(tree, key),
  };
  return handle as unknown as FileSystemDirectoryHandle;
}

function file(name: string, tree: Tree): FileSystemFileHandle {
  const handle = {
    kind: 'file',
    name,
    getFile: async () => {
      const text = tree[name];
      return new File([typeof text === 'string' ? text : ''], name, { lastModified: 7 });
    },
    createWritable: async () => ({
      write: async (text: string) => void (tree[name] = text),
      close: async () => {},
    }),
  };
  return handle as unknown as FileSystemFileHandle;
}

let tree: Tree;

beforeEach(() => {
  tree = {
    'order.yaml': 'name: order\n',
    'order.scenario.yaml': 'name: "All is well"\nseed: 1\n',
    sub: { 'pay.yml': 'name: pay\n', node_modules: { 'x.yaml': 'x' }, 'big.yaml': 'x'.repeat(2_000_001) },
    '.git': { 'x.yaml': 'x' },
    'read.me': 'x',
  };
});

describe('a folder by its handle', () => {
  test('lists YAML files at any depth, and says what it left out', async () => {
    const { files, notes } = await directorySource(directory('flows', tree)).list();
    expect(files.map(({ shownPath, version }) => `${shownPath} ${version}`)).toEqual([
      'order.yaml 7-12',
      'sub/pay.yml 7-10',
    ]);
    expect(notes).toEqual(['1 YAML file above 2 MB are not listed.']);
  });

  test('files are read and written in place, with what belongs beside them', async () => {
    const { files } = await directorySource(directory('flows', tree)).list();
    const order = files[0]?.stored('id');
    const read = await order?.read();
    expect(read?.text).toBe('name: order\n');
    expect(await order?.write('name: new\n', read?.version ?? '')).toMatchObject({ kind: 'saved' });
    expect(tree['order.yaml']).toBe('name: new\n');
    expect(await order?.scenarios()).toMatchObject([{ file: 'order.scenario.yaml', title: 'All is well' }]);
    expect(await order?.readLayout()).toBeNull();
    await order?.saveLayout('{}');
    expect(tree['order.layout.json']).toBe('{}');
    await order?.saveLayout(null);
    expect(tree).not.toHaveProperty('order.layout.json');
  });
});

describe('a folder that a browser gives once', () => {
  const loose = (path: string, text = 'x') => ({
    path,
    file: new File([text], path.split('/').at(-1) ?? ''),
  });

  test('lists the same files, and says that changes are not seen', async () => {
    const given = [loose('b.yaml'), loose('a/a.yaml'), loose('.git/x.yaml'), loose('a.scenario.yaml')];
    const { files, notes } = await fileListSource('flows', given).list();
    expect(files.map(({ shownPath }) => shownPath)).toEqual(['a/a.yaml', 'b.yaml']);
    expect(notes).toEqual([expect.stringContaining('changes on disk are not seen')]);
    expect((await files[1]?.stored('id').read())?.text).toBe('x');
  });

  test('that was dropped is walked through', async () => {
    const found = await filesBelow(entry('flows', tree));
    expect(found.map(({ path }) => path)).toEqual([
      'order.yaml',
      'order.scenario.yaml',
      'sub/pay.yml',
      'sub/big.yaml',
      'read.me',
    ]);
  });
});

function entry(name: string, value: Tree | string): FileSystemEntry {
  if (typeof value === 'string') {
    const made = {
      isFile: true,
      isDirectory: false,
      name,
      file: (done: (file: File) => void) => done(new File([value], name)),
    };
    return made as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const portions = [Object.entries(value).map(([key, child]) => entry(key, child)), []];
    return {
      readEntries: (done: (entries: readonly FileSystemEntry[]) => void) => done(portions.shift() ?? []),
    };
  };
  return { isFile: false, isDirectory: true, name, createReader } as unknown as FileSystemEntry;
}
