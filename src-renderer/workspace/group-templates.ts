/** The templates of a folder as a list shows them: by namespace, in it by name, a version below another. Pure. */
import type { WorkspaceTemplate } from '../store/workspace.ts';

export interface NamespaceGroup {
  /** `default` where a file gives none. */
  readonly namespace: string;
  readonly names: readonly NameGroup[];
}

export interface NameGroup {
  readonly name: string;
  /** The newest version first. */
  readonly templates: readonly WorkspaceTemplate[];
}

export interface GroupedTemplates {
  readonly namespaces: readonly NamespaceGroup[];
  /** In the order of their paths. */
  readonly unreadable: readonly WorkspaceTemplate[];
}

const byText = new Intl.Collator('en', { numeric: true });

/** @param search Words that all have to be in the namespace, name, version or path. */
export function groupTemplates(templates: readonly WorkspaceTemplate[], search: string): GroupedTemplates {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = templates.filter((template) => {
    const said = wordsOf(template);
    return words.every((word) => said.includes(word));
  });
  const namespaces = grouped(
    found.filter(({ summary }) => summary !== null),
    namespaceOf,
  ).map(([namespace, members]) => ({
    namespace,
    names: grouped(members, nameOf).map(([name, versions]) => ({ name, templates: newestFirst(versions) })),
  }));
  return { namespaces, unreadable: found.filter(({ summary }) => summary === null) };
}

/** A file without a name is called by its own. */
export function nameOf({ summary, shownPath }: WorkspaceTemplate): string {
  return summary?.name ?? shownPath;
}

export function versionOf({ summary }: WorkspaceTemplate): string {
  return summary?.version ?? '0.1.0';
}

function namespaceOf({ summary }: WorkspaceTemplate): string {
  return summary?.namespace ?? 'default';
}

function wordsOf(template: WorkspaceTemplate): string {
  const own = template.summary === null ? [] : [namespaceOf(template), nameOf(template), versionOf(template)];
  return [...own, template.shownPath].join(' ').toLowerCase();
}

function newestFirst(templates: readonly WorkspaceTemplate[]): readonly WorkspaceTemplate[] {
  return templates.toSorted((one, other) => byText.compare(versionOf(other), versionOf(one)));
}

function grouped(
  templates: readonly WorkspaceTemplate[],
  keyOf: (template: WorkspaceTemplate) => string,
): readonly (readonly [string, readonly WorkspaceTemplate[]])[] {
  const groups = new Map<string, WorkspaceTemplate[]>();
  for (const template of templates) {
    const key = keyOf(template);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [template]);
    else group.push(template);
  }
  return [...groups].toSorted(([one], [other]) => byText.compare(one, other));
}
