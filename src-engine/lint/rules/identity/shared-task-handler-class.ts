import { quote } from '../../../template/quote.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import { identityOf } from '../../identity/template-identity.ts';
import type { FileFinding, LintedFile, Rule } from '../../rule.ts';

export const sharedTaskHandlerClass: Rule = {
  code: 'shared-task-handler-class',
  severity: 'warning',
  title: 'Two templates with one task handler class',
  reason:
    'Building a template reuses a class that exists and redefines its steps. Of two templates with one class the one that is built last decides the steps of both, also when they are versions of each other.',
  hint: 'Give each template, and each version, a class of its own.',
  checkFiles: checkFiles,
};

function checkFiles(files: readonly LintedFile[], report: FileFinding): void {
  const first = new Map<string, LintedFile>();
  for (const file of files) {
    const node = child(file.root, 'task_handler_class');
    const name = textOf(node);
    if (node === undefined || name === undefined) continue;
    const module = textOf(child(file.root, 'module_namespace'));
    const full = module === undefined ? name : `${module}::${name}`;
    const earlier = first.get(full);
    if (earlier === undefined) first.set(full, file);
    // Two of one identity have a problem of their own.
    else if (JSON.stringify(identityOf(earlier.root)) !== JSON.stringify(identityOf(file.root)))
      report(
        file,
        node.place,
        `The class ${quote(full)} belongs to the template in ${quote(earlier.file)} as well.`,
      );
  }
}
