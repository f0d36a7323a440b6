/** From the JSON pointer of a problem to the keys and indexes an edit wants, and to the node that stands there. */
import type { KeyPath } from '../../template/edit/template-edit.ts';
import type { MapNode, YamlNode } from '../../template/yaml/node.ts';

/** @returns Undefined when the pointer leads nowhere in the document, e.g. to one of two equal keys. */
export function keyPathOf(pointer: string, root: MapNode): KeyPath | undefined {
  const path: (string | number)[] = [];
  let at: YamlNode | undefined = root;
  for (const escaped of pointer.split('/').slice(1)) {
    const segment = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(at?.kind === 'list' ? Number(segment) : segment);
    at = at === undefined ? undefined : step(at, segment);
    if (at === undefined) return undefined;
  }
  return path;
}

export function nodeAt(root: YamlNode, path: KeyPath): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>(
    (at, segment) => (at === undefined ? undefined : step(at, String(segment))),
    root,
  );
}

function step(at: YamlNode, segment: string): YamlNode | undefined {
  if (at.kind === 'map') return at.entries.get(segment)?.value;
  return at.kind === 'list' ? at.items[Number(segment)] : undefined;
}
