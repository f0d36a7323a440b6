import { quote } from '../../../template/quote.ts';
import { child } from '../../../template/yaml/node.ts';
import { identityOf } from '../../identity/template-identity.ts';
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
    const identity = identityOf(file.root);
    const { namespace, name, version } = identity;
    if (node === undefined || name === '') continue;
    const key = JSON.stringify(identity);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, file);
    else
      report(
        file,
        node.place,
        `${quote(`${namespace}/${name}`)} ${version} is in ${quote(earlier.file)} as well.`,
      );
  }
}
