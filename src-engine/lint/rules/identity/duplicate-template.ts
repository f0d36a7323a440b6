import { quote } from '../../../template/quote.ts';
import { child } from '../../../template/yaml/node.ts';
import type { MapNode } from '../../../template/yaml/node.ts';
import type { FileFinding, LintedFile, Rule } from '../../rule.ts';

export const duplicateTemplate: Rule = {
  code: 'duplicate-template',
  severity: 'warning',
  title: 'Two templates with one identity',
  reason:
    'Registering replaces: of two templates with the same namespace, name and version the one that is loaded last handles the tasks of both. Which that is depends on the order in which files happen to be loaded.',
  hint: 'Give one of them another name, namespace or version.',
  checkFiles: checkFiles,
};

function checkFiles(files: readonly LintedFile[], report: FileFinding): void {
  const first = new Map<string, LintedFile>();
  for (const file of files) {
    const node = child(file.root, 'name');
    const name = written(file.root, 'name', '');
    if (node === undefined || name === '') continue;
    const identity = [
      written(file.root, 'namespace_name', 'default'),
      name,
      written(file.root, 'version', '0.1.0'),
    ];
    const key = JSON.stringify(identity);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, file);
    else
      report(
        file,
        node.place,
        `${quote(identity.slice(0, 2).join('/'))} ${identity[2] ?? ''} is in ${quote(earlier.file)} as well.`,
      );
  }
}

function written(root: MapNode, key: string, absent: string): string {
  const node = child(root, key);
  return node?.kind === 'scalar' && node.value !== null ? node.source : absent;
}
