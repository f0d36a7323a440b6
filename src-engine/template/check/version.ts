/** Version and namespace: the two identifying keys that the template schema does not check. */
import type { Report } from '../problem-codes.ts';
import type { MapNode } from '../yaml/node.ts';
import { quote } from '../quote.ts';
import { child, isNull } from '../yaml/node.ts';

export function checkVersion(root: MapNode, report: Report): void {
  const version = child(root, 'version');
  if (version === undefined || isNull(version)) return;
  if (version.kind !== 'scalar') {
    report('wrong-type', version.place, 'The version is not a text.');
    return;
  }
  if (version.type !== 'string') {
    const message = `The version ${quote(version.source)} is read as a ${version.type}; no lookup by text finds it.`;
    report('unquoted-version', version.place, message);
  }
  if (/^\d+\.\d+\.\d+[-+]/.test(version.source)) {
    const message = `The version ${quote(version.source)} has a suffix; creating a task is refused.`;
    report('prerelease-version', version.place, message);
  } else if (!/^\d+\.\d+\.\d+$/.test(version.source)) {
    const message = `The version ${quote(version.source)} is not three numbers with points; creating a task is refused.`;
    report('version-format', version.place, message);
  }
}

export function checkNamespace(root: MapNode, report: Report): void {
  const namespace = child(root, 'namespace_name');
  if (namespace === undefined || isNull(namespace)) return;
  if (namespace.kind !== 'scalar') {
    report('wrong-type', namespace.place, 'The namespace is not a text.');
  } else if (namespace.type !== 'string') {
    const message = `The namespace ${quote(namespace.source)} is read as a ${namespace.type}, not as text.`;
    report('namespace-not-text', namespace.place, message);
  } else if (namespace.value === '') {
    report('empty-value', namespace.place, `The value of 'namespace_name' is empty.`);
  }
}
