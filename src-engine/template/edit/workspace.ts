/** One edit under way: the text, what was read of it, how it is written, and the changes so far. */
import type { Document } from 'yaml';
import { isAlias, isNode, visit } from 'yaml';
import type { Collection, Entry } from './place/entries.ts';
import { collectionOf, entryAt } from './place/entries.ts';
import { columnOf } from './place/lines.ts';
import type { EditableText } from './editable-text.ts';
import { refuse } from './refusal.ts';
import { TextWriter } from './write/text-writer.ts';
import { quotingOf } from './write/set-entry.ts';
import type { Style } from './write/value-text.ts';

export interface Workspace {
  readonly writer: TextWriter;
  readonly document: Document.Parsed;
  /** Absent in a document without content. */
  readonly root: Collection | undefined;
  readonly style: Style;
}

/** Refuses texts in which nothing can be changed safely. */
export function openWorkspace({ text, document, trouble }: EditableText): Workspace {
  if (document === undefined) refuseTrouble(trouble);
  const { contents } = document;
  const root = collectionOf(contents);
  const isEmpty = contents === null || ('value' in contents && contents.range[0] === contents.range[1]);
  if (root?.kind !== 'map' && !isEmpty) {
    refuse(
      'The file does not hold a map of keys.',
      'A template begins with keys such as `name` and `step_templates`.',
    );
  }
  return { writer: new TextWriter(text), document, root, style: styleOf(text, root) };
}

function refuseTrouble(trouble: EditableText['trouble']): never {
  if (trouble === undefined) refuse('The text cannot be read as a template.', 'Mend it in the text first.');
  refuse(`The text has a syntax error in line ${trouble.line}: mend it first.`, trouble.message);
}

/** Read from what is there; where nothing is, as most templates are written. */
function styleOf(text: string, root: Collection | undefined): Style {
  const style = (root === undefined ? undefined : known.get(root)) ?? readStyle(text, root);
  if (root !== undefined) known.set(root, style);
  return style;
}

const known = new WeakMap<Collection, Style>();

function readStyle(text: string, root: Collection | undefined): Style {
  const steps = collectionOf(entryAt(root, 'step_templates')?.node);
  const maps = [...mapsOf(steps), ...(root === undefined ? [] : [root])];
  const quotes = maps.flatMap(({ entries }) => entries.map(({ node }) => quotingOf(node)));
  const singles = quotes.filter((quote) => quote === 'single').length;
  const doubles = quotes.filter((quote) => quote === 'double').length;
  const lists = [root, ...maps].map((map) => indentOf(text, map, 'list'));
  const indents = maps.map((map) => indentOf(text, map, 'map'));
  return {
    indent: indents.find((indent) => indent !== undefined && indent > 0) ?? 2,
    listIndent: lists.find((indent) => indent !== undefined) ?? 2,
    quote: singles > doubles ? 'single' : 'double',
    quotedKeys: root?.isFlow === true && text[root.entries[0]?.start ?? 0] === '"',
  };
}

/** Enough to see how a file is written. */
const MOST_LOOKED_AT = 20;

function mapsOf(steps: Collection | undefined): readonly Collection[] {
  return (steps?.entries ?? []).slice(0, MOST_LOOKED_AT).flatMap(({ node }) => collectionOf(node) ?? []);
}

/** How far the first block collection of a kind stands in from its key. */
function indentOf(text: string, map: Collection | undefined, kind: Collection['kind']): number | undefined {
  if (map === undefined || map.isFlow || map.kind !== 'map') return undefined;
  for (const entry of map.entries) {
    const inner = collectionOf(entry.node);
    if (inner?.kind === kind && !inner.isFlow)
      return columnOf(text, inner.start) - columnOf(text, entry.start);
  }
  return undefined;
}

/** An anchor that goes must not be needed by an alias that stays. */
export function refuseNeededAnchors({ document }: Workspace, entry: Entry): void {
  const { node } = entry;
  if (node === undefined) return;
  const anchors = new Set<string>();
  const inside = new Set<unknown>();
  visit(node, (_, part) => {
    inside.add(part);
    if (typeof part === 'object' && part !== null && 'anchor' in part && typeof part.anchor === 'string')
      anchors.add(part.anchor);
  });
  if (anchors.size === 0) return;
  visit(document, {
    Alias: (_, alias) => {
      if (isAlias(alias) && anchors.has(alias.source) && !inside.has(alias)) {
        refuse(
          `The anchor '&${alias.source}' is used elsewhere.`,
          'Write the value out where the alias stands.',
        );
      }
    },
  });
}

export interface Aliases {
  readonly all: number;
  /** Those that refer to nothing. */
  readonly lost: number;
}

export function countAliases(text: string, document: Document.Parsed): Aliases {
  // Most texts have nothing that looks like one, and need not be walked through.
  if (!/(?:^|[\s,[{:-])\*[^\s*]/.test(text)) return { all: 0, lost: 0 };
  const anchors = new Set<string>();
  const aliases: string[] = [];
  visit(document, (_, part) => {
    if (isAlias(part)) aliases.push(part.source);
    else if (isNode(part) && 'anchor' in part && part.anchor !== undefined) anchors.add(part.anchor);
  });
  return { all: aliases.length, lost: aliases.filter((alias) => !anchors.has(alias)).length };
}
