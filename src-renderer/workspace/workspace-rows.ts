/** The grouped templates as rows of a list: headings, and templates below them. Pure. */
import type { WorkspaceTemplate } from '../store/workspace.ts';
import type { GroupedTemplates } from './group-templates.ts';
import { nameOf, versionOf } from './group-templates.ts';

export type WorkspaceRow =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string; readonly level: 1 | 2 }
  | {
      readonly kind: 'template';
      readonly key: string;
      readonly template: WorkspaceTemplate;
      /** Its name, or its version where the name stands above it. */
      readonly text: string;
      /** Softer, behind it. */
      readonly more: string;
      readonly level: 1 | 2;
    };

export function workspaceRows({ namespaces, unreadable }: GroupedTemplates): readonly WorkspaceRow[] {
  const rows: WorkspaceRow[] = [];
  for (const { namespace, names } of namespaces) {
    rows.push({ kind: 'heading', key: `namespace ${namespace}`, text: namespace, level: 1 });
    for (const { name, templates } of names) {
      const isOne = templates.length === 1;
      if (!isOne) rows.push({ kind: 'heading', key: `name ${namespace} ${name}`, text: name, level: 2 });
      for (const template of templates) {
        const [text, more] = isOne ? [name, versionOf(template)] : [versionOf(template), template.shownPath];
        rows.push({ kind: 'template', key: template.id, template, text, more, level: isOne ? 1 : 2 });
      }
    }
  }
  if (unreadable.length > 0) {
    rows.push({ kind: 'heading', key: 'unreadable', text: 'Cannot be read', level: 1 });
    for (const template of unreadable)
      rows.push({ kind: 'template', key: template.id, template, text: nameOf(template), more: '', level: 1 });
  }
  return rows;
}

/** The nearest template from a row on, in a direction; -1 when there is none. */
export function nextTemplate(rows: readonly WorkspaceRow[], from: number, step: 1 | -1): number {
  for (let index = from + step; index >= 0 && index < rows.length; index += step)
    if (rows[index]?.kind === 'template') return index;
  return -1;
}
